"""What the tables of newsletter.toml have in common."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

# A form with an empty field is how people say "none".
Optional = Annotated[str | None, BeforeValidator(lambda text: text or None)]
OptionalPath = Annotated[Path | None, BeforeValidator(lambda text: text or None)]


def public_address(address: str | None) -> str | None:
    """`address`, if it can be a page of the web.

    Raises:
        ValueError: It has no http:// or https:// in front.
    """
    if address and not address.startswith(("https://", "http://")):
        raise ValueError("write the whole address, such as https://www.example.org/newsletter/")
    return address


class Table(BaseModel):
    """A table of the file: read-only, and strict about its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)
