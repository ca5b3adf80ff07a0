"""What a drafted issue says of itself, as far as whoever sends it must know: its record and its report."""

import datetime as dt
import re
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

from flows.newsroom.errors import IssueError
from flows.newsroom.model import Colour, Treatment
from flows.newsroom.model.postroom import MailingKind
from flows.newsroom.record import IssueRecord, StoryRecord

REPORT = "report.json"

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


def contents_of(record: IssueRecord) -> Contents:
    """What an issue holds."""
    return Contents(stories=len(record.stories), undecided=sum(map(_is_undecided, record.stories)))


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


class _Doubts(_Lenient):
    questions: tuple[str, ...] = ()


class _LeftOut(_Lenient):
    path: str
    reason: str = ""
    is_waiting: bool = False


class _Report(_Lenient):
    stories: tuple[_Doubts, ...]
    left_out: tuple[_LeftOut, ...] = ()


def _is_undecided(story: StoryRecord) -> bool:
    """Of a story that is only pointed to no word is printed."""
    is_red = any(light.colour is Colour.RED for light in story.lights)
    return is_red and story.treatment is not Treatment.SIGNPOST


def _parts(mailing_id: str) -> tuple[str, str]:
    found = _MAILING.fullmatch(mailing_id)
    if found is None:
        raise _no_mailing(mailing_id)
    return found[1], found[2] or ""


def _no_mailing(mailing_id: str) -> IssueError:
    return IssueError(
        f"{mailing_id!r} is no issue. Write its date, such as 2026-11-21, or 2026-11-21-c1 for its first correction."
    )
