"""What a person must look at before an issue goes out."""

from dataclasses import dataclass
from enum import StrEnum


class LightKind(StrEnum):
    """What a light is about."""

    RIGHTS = "rights"
    PRIVACY = "privacy"
    DATE = "date"
    LINK = "link"
    LENGTH = "length"
    CATEGORY = "category"
    READING = "reading"
    INSTRUCTION = "instruction"  # text that speaks to machines


class Colour(StrEnum):
    """How much a light asks of a person."""

    GREEN = "green"  # nothing
    AMBER = "amber"  # a look
    RED = "red"  # a decision: the story is left out until then


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """Something a person should look at before the issue goes out."""

    colour: Colour
    kind: LightKind
    reason: str  # in words for the coordinator
    sentence: int | None = None  # index into Article.sentences
