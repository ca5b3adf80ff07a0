"""Reading the lexicon of furniture: the one that comes with the newsroom, and what a coordinator adds to it."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from flows.newsroom.cleaning.lexicon import Lexicon, Rule, bare_words
from flows.newsroom.errors import SettingsError


class _RuleRecord(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: str
    lines: list[str] = Field(min_length=1)
    sentences: bool = False
    headings: bool = False
    beside_others: bool = False
    edges: bool = False
    signature_below: bool = False
    comments_below: bool = False
    all_below: bool = False
    most_words: int | None = Field(default=None, gt=0)
    note: str | None = None


class _AdditionRecord(BaseModel):
    """What a coordinator may write; every line of it may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    keep: list[str] = []
    remove: list[str] = []
    link_block: list[str] = []
    page_end: list[str] = []
    rules: list[_RuleRecord] = []
    weigh_signs: bool = True


class _LexiconRecord(_AdditionRecord):
    longest_line: int = Field(gt=0)
    link_block: list[str] = Field(min_length=1)


_NOTHING = re.compile("(?!)", re.IGNORECASE)
_Record = TypeVar("_Record", bound=_AdditionRecord)


def load_lexicon(toml: str) -> Lexicon:
    """Build the lexicon that a TOML text describes; `furniture.toml` beside this module shows its form.

    Raises:
        SettingsError: The text is no TOML, holds something that is not known, or a pattern does not work.
    """
    record = _parsed(_LexiconRecord, toml, "The furniture lexicon")
    return _added(
        Lexicon(longest_line=record.longest_line, rules=(), link_block=_NOTHING, page_end=_NOTHING),
        record,
        "The furniture lexicon",
    )


def extend_lexicon(lexicon: Lexicon, toml: str, name: str) -> Lexicon:
    """The lexicon with what a coordinator wrote into a file of their own.

    Args:
        lexicon: What holds already.
        toml: The text of the file: `keep` and `remove` list whole lines, as the documents have them; `rules`,
            `link_block` and `page_end` hold patterns and are written as in `furniture.toml` beside this module;
            `weigh_signs = false` leaves to the rules alone what leaves.
        name: What errors call the file.

    Raises:
        SettingsError: The text is no TOML, holds something that is not known, or a pattern does not work.
    """
    return _added(lexicon, _parsed(_AdditionRecord, toml, name), name)


@cache
def default_lexicon() -> Lexicon:
    """The lexicon that comes with the newsroom."""
    return load_lexicon(files(__package__).joinpath("furniture.toml").read_text(encoding="utf-8"))


def _parsed(kind: type[_Record], toml: str, name: str) -> _Record:
    try:
        return kind.model_validate(tomllib.loads(toml))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{name} cannot be understood: {error}. Look near there.") from error
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise SettingsError(
            f"{name} does not fit: {wrong}. It may hold: {', '.join(kind.model_fields)}; "
            f"and a rule: {', '.join(_RuleRecord.model_fields)}."
        ) from error


def _added(lexicon: Lexicon, record: _AdditionRecord, name: str) -> Lexicon:
    rules = list(lexicon.rules)
    for added in record.rules:
        rule = _rule(added, lexicon.longest_line, name)
        place = next((n for n, known in enumerate(rules) if known.name == rule.name), None)
        if place is None:
            rules.append(rule)
        else:  # the lines of a known rule join it, and its switches stay
            rules[place] = replace(rules[place], pattern=_either(rules[place].pattern, rule.pattern))
    return replace(
        lexicon,
        rules=tuple(rules),
        link_block=_either(lexicon.link_block, _any_of(record.link_block, f"{name}, link_block")),
        page_end=_either(lexicon.page_end, _any_of(record.page_end, f"{name}, page_end")),
        keep=lexicon.keep | set(map(bare_words, record.keep)),
        remove=lexicon.remove | set(map(bare_words, record.remove)),
        weighs_signs=lexicon.weighs_signs and record.weigh_signs,
    )


def _rule(record: _RuleRecord, longest_line: int, name: str) -> Rule:
    return Rule(
        name=record.name,
        pattern=_any_of(record.lines, f"{name}, rule {record.name!r}"),
        sentences=record.sentences,
        headings=record.headings,
        beside_others=record.beside_others,
        edges=record.edges,
        signature_below=record.signature_below,
        comments_below=record.comments_below,
        all_below=record.all_below,
        most_words=record.most_words or longest_line,
        note=record.note,
    )


def _any_of(patterns: list[str], place: str) -> re.Pattern[str]:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise SettingsError(
                f"{place}: the pattern {pattern!r} does not work ({error}). Mend or remove it."
            ) from error
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE) if patterns else _NOTHING


def _either(one: re.Pattern[str], other: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile("|".join({one.pattern: 0, other.pattern: 0}), re.IGNORECASE)
