"""What the corrections to an issue say, as it is kept with their mailings: it goes onto the issue's page."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from flows.newsroom.errors import IssueError
from flows.newsroom.model import Erratum
from flows.newsroom.model.postroom import Mailing, MailingKind
from flows.newsroom.postroom.custody import mailing_folder

NOTE = "correction.json"


def note_file(paragraphs: tuple[str, ...], story: int | None) -> dict[str, bytes]:
    """What a correction says as a file by its name, to be kept and approved with its mail."""
    return {NOTE: (_Note(paragraphs=paragraphs, story=story).model_dump_json(indent=2) + "\n").encode()}


def errata(state: Path, mailings: Iterable[Mailing], issue: dt.date, zone: dt.tzinfo) -> tuple[Erratum, ...]:
    """The corrections to `issue` that were let go, the oldest first.

    Args:
        state: The state folder.
        mailings: All mailings.
        issue: The date of the issue.
        zone: The forum's, by which a day is told.

    Raises:
        IssueError: What is kept of one cannot be read.
    """
    found = _errata(state, [one for one in mailings if one.issue == issue], zone)
    return tuple(sorted(found, key=lambda erratum: erratum.number))


def _errata(state: Path, mailings: Iterable[Mailing], zone: dt.tzinfo) -> Iterator[Erratum]:
    for mailing in mailings:
        file = mailing_folder(state, mailing.id) / NOTE
        if mailing.kind is not MailingKind.CORRECTION or mailing.released_at is None or not file.is_file():
            continue  # an earlier version kept no such file
        try:
            note = _Note.model_validate_json(file.read_bytes())
        except (OSError, ValidationError) as error:
            raise IssueError(
                f"What is kept of the correction {mailing.id} in the state folder cannot be read. Put that folder back "
                "from your copy of it."
            ) from error
        yield Erratum(
            number=int(mailing.id.rpartition("-c")[2]),
            day=dt.datetime.fromtimestamp(mailing.released_at, zone).date(),
            paragraphs=note.paragraphs,
            story=note.story,
        )


class _Note(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    paragraphs: tuple[str, ...]
    story: int | None
