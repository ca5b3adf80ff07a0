"""What a document says, a sentence at a time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A sentence of a document, or its title."""

    text: str
    sentence: int | None  # its index; None for the title
    stem: str = ""  # the line that it hangs on, if it is an item
