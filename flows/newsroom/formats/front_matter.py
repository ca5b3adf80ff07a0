"""The lines between "---" fences at the top of a text file: facts about it, and not prose."""

import re
from dataclasses import dataclass

from flows.newsroom.formats.days import stated_day
from flows.newsroom.language.calendar import in_words
from flows.newsroom.language.typography import repair_line, split_lines
from flows.newsroom.model import Confidence, DateBasis, Dated

_FENCED = re.compile(r"\s*---[ \t]*\n(?P<lines>(?:.*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_LINE = re.compile(r"(?P<key>[A-Za-z][\w-]{0,30}):(?:[ \t]+(?P<value>.*))?")
_CONTINUED = re.compile(r"[ \t]+|[ \t]*- |[ \t]*#|[ \t]*$")
_QUOTES = "\"'"
_UNDATED = Dated()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the top of a text file says about it, and the text below."""

    title: str | None = None
    author: str | None = None
    published: Dated = _UNDATED
    lines: tuple[str, ...] = ()
    body: str


def split_front_matter(text: str) -> FrontMatter:
    """Take the front matter off a text, whose line ends become LF; a rule of dashes above prose is none."""
    text = "\n".join(split_lines(text))
    match = _FENCED.match(text)
    lines = match["lines"].splitlines() if match else []
    if match is None or not lines or not _LINE.fullmatch(lines[0]) or not all(map(_is_fact, lines)):
        return FrontMatter(body=text)
    facts = {found["key"].lower(): _value(found["value"]) for found in map(_LINE.fullmatch, lines) if found}
    return FrontMatter(
        title=facts.get("title"),
        author=facts.get("author"),
        published=_published(facts.get("date")),
        lines=tuple(lines),
        body=text[match.end() :],
    )


def _is_fact(line: str) -> bool:
    return _LINE.fullmatch(line) is not None or _CONTINUED.match(line) is not None


def _value(raw: str | None) -> str | None:
    value = repair_line(raw or "")
    if len(value) > 1 and value[0] == value[-1] and value[0] in _QUOTES:
        value = value[1:-1].strip()
    # A list or a block would need a YAML parser, and none of the facts read here is one.
    return value if value and value[0] not in "[{|>&*!" else None


def _published(words: str | None) -> Dated:
    day = stated_day(words) if words else None
    if words is None or day is None:
        return _UNDATED
    return Dated(
        date=day,
        basis=DateBasis.STATED,
        confidence=Confidence.HIGH,
        words=words,
        evidence=(f"The top of the file gives {in_words(day)} as its date.",),
    )
