"""What a report says: of each story that is printed, and of each document that is not."""

import datetime as dt
from dataclasses import dataclass

from flows.newsroom.model import MissingEdition, PastPromise, Rejection, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDoubts:
    """What is not certain about one story, in words for the coordinator."""

    document: str
    path: str
    headline: str
    section: str
    date: str
    category: str
    rights: str
    people: tuple[str, ...]
    findings: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came of the documents of one issue."""

    name: str
    date: dt.date
    documents: int
    stories: tuple[StoryDoubts, ...]
    left_out: tuple[Rejection, ...]
    missing: tuple[MissingEdition, ...] = ()
    notes: tuple[str, ...] = ()  # what is out of the ordinary in this run
    promises: tuple[PastPromise, ...] = ()  # of earlier issues, that are still open

    @property
    def turned_away(self) -> tuple[Rejection, ...]:
        """The documents that could not be read or understood; those that merely found no room are not meant."""
        return tuple(one for one in self.left_out if one.stage is not Stage.COMPOSE)

    @property
    def waiting(self) -> tuple[Rejection, ...]:
        """The documents that are left out until a person has decided."""
        return tuple(one for one in self.left_out if one.is_waiting)

    @property
    def decisions(self) -> int:
        """How many questions are open, the documents that wait among them."""
        return len(self.waiting) + sum(len(story.questions) for story in self.stories)
