"""The lexicon of furniture: which lines belong to the page and not to the text."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from flows.newsroom.errors import SettingsError

_LONGEST_LINE = 300  # characters; no furniture is longer, whatever its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of furniture; `furniture.toml` says what its switches mean."""

    name: str
    pattern: re.Pattern[str]
    sentences: bool = False
    headings: bool = False
    beside_others: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The rules in the order in which they are tried, and what opens a block of links."""

    longest_line: int  # words
    rules: tuple[Rule, ...]
    link_block: re.Pattern[str]

    def rule_for(self, line: str) -> Rule | None:
        """The first rule that fits `line`, be it a heading or not."""
        if not self.is_short(line) or line.endswith(("?", "!")):
            return None
        bare = line.rstrip(" .:")
        is_sentence = ends_like_a_sentence(line)
        fitting = (rule for rule in self.rules if rule.sentences or not is_sentence)
        return next((rule for rule in fitting if rule.pattern.fullmatch(bare)), None)

    def is_short(self, line: str) -> bool:
        """Whether `line` is short enough to be furniture."""
        return len(line) <= _LONGEST_LINE and len(line.split()) <= self.longest_line

    def opens_link_block(self, line: str) -> bool:
        """Whether `line` announces titles of other pages."""
        return self.is_short(line) and self.link_block.fullmatch(line.rstrip(" .:")) is not None


class _RuleRecord(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: str
    lines: list[str] = Field(min_length=1)
    sentences: bool = False
    headings: bool = False
    beside_others: bool = False


class _LexiconRecord(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    longest_line: int = Field(gt=0)
    link_block: list[str] = Field(min_length=1)
    rules: list[_RuleRecord]


def load_lexicon(toml: str) -> Lexicon:
    """Build the lexicon that a TOML text describes; `furniture.toml` beside this module shows its form.

    Raises:
        SettingsError: The text is no TOML, holds something that is not known, or a pattern does not work.
    """
    try:
        record = _LexiconRecord.model_validate(tomllib.loads(toml))
        rules = tuple(
            Rule(
                name=rule.name,
                pattern=_any_of(rule.lines),
                sentences=rule.sentences,
                headings=rule.headings,
                beside_others=rule.beside_others,
            )
            for rule in record.rules
        )
        return Lexicon(longest_line=record.longest_line, rules=rules, link_block=_any_of(record.link_block))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"The furniture lexicon cannot be understood: {error}. Look near there.") from error
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise SettingsError(f"The furniture lexicon does not fit: {wrong}.") from error
    except re.error as error:
        raise SettingsError(
            f"A pattern of the furniture lexicon does not work ({error}). Mend or remove it."
        ) from error


@cache
def default_lexicon() -> Lexicon:
    """The lexicon that comes with the newsroom."""
    return load_lexicon(files(__package__).joinpath("furniture.toml").read_text(encoding="utf-8"))


def ends_like_a_sentence(line: str) -> bool:
    """Whether `line` ends with a full stop, a question mark or an exclamation mark, quotation marks aside."""
    return line.rstrip("\"'”’) ").endswith((".", "?", "!", "…"))


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
