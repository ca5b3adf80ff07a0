"""What people agreed to see printed in their own words: `voices.toml` among the seeds, written by a person.

Nothing comes here by itself: a quotation needs a speaker who knows of it, and the day on which they agreed.
"""

import datetime as dt
import tomllib
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from flows.newsroom.errors import SettingsError
from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Voice

VOICES_FILE = "voices.toml"
MOST_VOICES, MOST_WORDS = 4, 80
_FORM = (
    'It holds [[voice]] and below it three lines: words = "what they said", who = "Ann, a carer" and '
    "consent = 2026-11-12, the day on which they agreed to be printed."
)
_Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Voice(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    words: _Line
    who: Annotated[_Line, StringConstraints(max_length=80)]
    consent: dt.date


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    voice: tuple[_Voice, ...] = Field(default=(), max_length=MOST_VOICES)


def read_voices(toml: str, issued: dt.date) -> tuple[Voice, ...]:
    """Read the text of `voices.toml` for the issue of a day.

    Raises:
        SettingsError: The text does not fit, there are more than four, one is too long, or somebody has not yet agreed.
    """
    try:
        table = _Table.model_validate(tomllib.loads(toml))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{VOICES_FILE} cannot be understood: {error}. Look near there.") from error
    except ValidationError as error:
        raise SettingsError(f"{VOICES_FILE}: {_wrong(error)}. {_FORM} The most is {MOST_VOICES}.") from error
    for number, voice in enumerate(table.voice, start=1):
        _check(number, voice, issued)
    return tuple(
        Voice(words=_bare(voice.words), who=voice.who.rstrip("."), consent=voice.consent) for voice in table.voice
    )


def _bare(words: str) -> str:
    """Words on one line, without a pair of marks around all of them."""
    line = " ".join(words.split())
    is_marked = (line[0], line[-1]) in {("“", "”"), ('"', '"')} and not any(mark in line[1:-1] for mark in '“”"')
    return line[1:-1] if is_marked else line


def _wrong(error: ValidationError) -> str:
    """What does not fit, by its place and name, without a word of anybody's."""
    place = error.errors()[0]["loc"]
    numbers = [part + 1 for part in place if isinstance(part, int)]
    name = str(place[-1]) if isinstance(place[-1], str) else "voice"
    return f"{name!r} of number {numbers[0]} does not fit or is missing" if numbers else f"{name!r} does not fit"


def _check(number: int, voice: _Voice, issued: dt.date) -> None:
    count = len(voice.words.split())
    if count > MOST_WORDS:
        raise SettingsError(f"{VOICES_FILE}: number {number} has {count} words; the most is {MOST_WORDS}. Shorten it.")
    if voice.consent > issued:
        raise SettingsError(
            f"{VOICES_FILE}: number {number} is said to agree on {in_words(voice.consent)}, after this issue. "
            "Print it once they have agreed, or put the day right."
        )
