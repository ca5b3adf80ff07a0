"""What a drafted issue says of itself, as far as whoever sends it must know: issue.json and report.json.

Only the few fields that count are read, so that an issue which an older version made can be sent too.
"""

import datetime as dt
import re
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

from flows.newsroom.errors import IssueError
from flows.newsroom.model import Colour, Treatment
from flows.newsroom.model.postroom import MailingKind

RECORD, REPORT = "issue.json", "report.json"

_MAILING = re.compile(r"(\d{4}-\d{2}-\d{2})(-c[1-9]\d*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What an issue holds."""

    stories: int
    undecided: int  # stories whose words are printed although a red matter in them waits for a decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A document that is left out until a person has decided."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What the report asks."""

    waiting: tuple[Waiting, ...] = ()
    others: int = 0


def issue_of(mailing_id: str) -> dt.date:
    """The date of the issue that a mailing belongs to: of "2026-11-21" and of its correction "2026-11-21-c1".

    Raises:
        IssueError: No mailing is called that.
    """
    try:
        return dt.date.fromisoformat(_parts(mailing_id)[0])
    except ValueError:
        raise _no_mailing(mailing_id) from None


def kind_of(mailing_id: str) -> MailingKind:
    """What is mailed: an issue, or a correction to one.

    Raises:
        IssueError: No mailing is called that.
    """
    return MailingKind.CORRECTION if _parts(mailing_id)[1] else MailingKind.ISSUE


def read_contents(record: bytes) -> Contents:
    """What the issue holds whose issue.json has these bytes.

    Raises:
        IssueError: They are no record of an issue.
    """
    try:
        read = _Record.model_validate_json(record)
    except ValidationError:
        raise IssueError(f"{RECORD} cannot be read. Draft the issue again.") from None
    return Contents(stories=len(read.stories), undecided=sum(story.is_undecided for story in read.stories))


def read_questions(report: bytes) -> Questions:
    """What the report asks whose report.json has these bytes.

    Raises:
        IssueError: They are no report.
    """
    try:
        read = _Report.model_validate_json(report)
    except ValidationError:
        raise IssueError(f"{REPORT} cannot be read. Draft the issue again.") from None
    return Questions(
        waiting=tuple(Waiting(path=one.path, reason=one.reason) for one in read.left_out if one.is_waiting),
        others=sum(len(story.questions) for story in read.stories),
    )


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Light(_Lenient):
    colour: str


class _Story(_Lenient):
    treatment: str
    lights: tuple[_Light, ...] = ()

    @property
    def is_undecided(self) -> bool:
        """Of a story that is only pointed to no word is printed."""
        is_red = any(light.colour == Colour.RED for light in self.lights)
        return is_red and self.treatment != Treatment.SIGNPOST


class _Record(_Lenient):
    stories: tuple[_Story, ...]


class _Doubts(_Lenient):
    questions: tuple[str, ...] = ()


class _LeftOut(_Lenient):
    path: str
    reason: str = ""
    is_waiting: bool = False


class _Report(_Lenient):
    stories: tuple[_Doubts, ...]
    left_out: tuple[_LeftOut, ...] = ()


def _parts(mailing_id: str) -> tuple[str, str]:
    found = _MAILING.fullmatch(mailing_id)
    if found is None:
        raise _no_mailing(mailing_id)
    return found[1], found[2] or ""


def _no_mailing(mailing_id: str) -> IssueError:
    return IssueError(
        f"{mailing_id!r} is no issue. Write its date, such as 2026-11-21, or 2026-11-21-c1 for its first correction."
    )
