"""What abbreviations stand for: a document's own words first, then a glossary of the field.

stories of an issue + glossary | meanings: letters, words, and which story says so
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Meaning, Story

_Letters = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z&]{1,11}$")]
_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=120)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """Abbreviations and what they stand for, each once, in the order of the alphabet."""

    entries: tuple[tuple[str, str], ...] = ()

    def extended(self, other: "Glossary") -> "Glossary":
        """Both; where both know the letters, `other` is right."""
        return Glossary(entries=tuple(sorted({**dict(self.entries), **dict(other.entries)}.items())))


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    abbreviations: dict[_Letters, _Words]


def read_glossary(toml: str, name: str) -> Glossary:
    """Read the text of a glossary; `glossary.toml` beside this module shows its form.

    Args:
        toml: A table `[abbreviations]` with a line for each: `PSW = "Principal Social Worker"`.
        name: What errors call the file.

    Raises:
        SettingsError: The text is no TOML, or holds something else than abbreviations with their words.
    """
    try:
        table = _Table.model_validate(tomllib.loads(toml))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{name} cannot be understood: {error}. Look near there.") from error
    except ValidationError as error:
        wrong = ", ".join(
            dict.fromkeys(repr(problem["loc"][min(1, len(problem["loc"]) - 1)]) for problem in error.errors())
        )
        raise SettingsError(
            f"{name}: {wrong} does not fit. It holds [abbreviations] and below it lines such as "
            'PSW = "Principal Social Worker": two to twelve letters without stops, and their words in quotation marks.'
        ) from error
    return Glossary(entries=tuple(sorted(table.abbreviations.items())))


@cache
def default_glossary() -> Glossary:
    """The abbreviations of the field that come with the newsroom."""
    return read_glossary(files(__package__).joinpath("glossary.toml").read_text(encoding="utf-8"), "glossary.toml")


def meanings_in(stories: Iterable[Story], glossary: Glossary) -> tuple[Meaning, ...]:
    """Which abbreviations the stories print, and what they stand for, in the order of the alphabet.

    A document that spells its letters out is right about them in its own story; the glossary answers for the others.
    Letters that two documents spell out differently have two meanings; what stands in a private sentence is not told.
    """
    found = {meaning for story in stories for meaning in _meanings(story, dict(glossary.entries))}
    first: dict[tuple[str, str], Meaning] = {}
    for meaning in sorted(found, key=lambda one: (one.letters.casefold(), one.words, one.story or "")):
        first.setdefault((meaning.letters, meaning.words.casefold()), meaning)
    return tuple(first.values())


def _meanings(story: Story, known: dict[str, str]) -> Iterator[Meaning]:
    article = story.article
    own = {one.letters: one.words for one in article.findings.abbreviations if one.sentence not in article.sensitive}
    printed = _printed(story)
    for letters in (own | known).keys() & set(_candidates(printed)):
        said_by = article.id if letters in own else None
        yield Meaning(letters=letters, words=own.get(letters) or known[letters], story=said_by)


def _printed(story: Story) -> str:
    """The words of a story that an edition prints, as far as they are known here."""
    extracts = (extract.text for extract in story.summary.extracts) if story.summary else ()
    return "\n".join((story.article.headline.text or "", *extracts))


def _candidates(text: str) -> Iterator[str]:
    """Words with two capitals or more, and the same without the "s" of a plural."""
    for match in re.finditer(r"(?<![\w’'])[A-Z][A-Za-z&]{1,11}(?!\w)", text):
        yield match.group()
        yield match.group().removesuffix("s")
