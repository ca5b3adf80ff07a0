"""What earlier issues printed, and what they promised: nothing is printed twice, and nothing is forgotten.

Only issues that were sent count, and only those before the day of the issue that is being made: so an issue can
be drafted again on any later day, and is the same.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from flows.newsroom.duplicates import Fingerprint, is_as_long
from flows.newsroom.language.calendar import in_words
from flows.newsroom.language.shingles import Shingles
from flows.newsroom.model import Earlier, PastPromise

_THE_SAME = 0.95  # of its runs of four words stood in what was printed: nothing in it is new
_NEW_IN_A_FILE = 3  # runs of four words: one changed word makes four, and may be the day of a meeting
_MUCH_THE_SAME = 0.5  # likewise, as within one issue
_SAME_TITLE = 0.25  # of them, under the same title: another version
_RELATED = 0.1  # of them: it tells on from what was printed
_FEWEST_RUNS = 6  # that must be shared, lest a set phrase make two texts related


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A story that members were sent."""

    issue: dt.date
    headline: str | None
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """That a document holds nothing but what was printed."""

    issue: dt.date

    @property
    def reason(self) -> str:
        """The same for the coordinator."""
        return (
            f"Members read it in the issue of {in_words(self.issue)}. "
            f"To print it again, type: standfirst reopen {self.issue}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the issues before one day printed and promised."""

    printed: tuple[Printed, ...] = ()
    promises: tuple[PastPromise, ...] = ()  # still open, or ticked off since the last issue
    sent: tuple[dt.date, ...] = ()  # the days of those issues

    @property
    def last_issue(self) -> dt.date | None:
        """The day of the last of them; None: none was sent."""
        return max(self.sent, default=None)


class Recollection:
    """Finds in what was printed what a new document repeats, replaces or tells on from."""

    def __init__(self, printed: Sequence[Printed]) -> None:
        self._printed = printed
        runs = [_runs(one.fingerprint) for one in printed]
        owners = np.repeat(np.arange(len(runs)), [len(each) for each in runs])
        together = np.concatenate(runs) if runs else np.empty(0, np.uint32)
        order = np.argsort(together, kind="stable")
        self._runs, self._owners = together[order], owners[order]

    def recall(self, document: Fingerprint) -> Repeat | Earlier | None:
        """What of `document` was printed; None: nothing like it.

        An unchanged text, or one that stood almost whole in a story, is a repeat; but a file in which a word was
        changed is an update. Half of another document makes an update when that is later and of about the same
        length, and a repeat otherwise; a quarter makes an update under the same title. Less is a link to what was said.
        """
        if not self._printed:
            return None
        shared = self._shared(_runs(document))
        closest = [int(number) for number in np.argsort(-shared, kind="stable")[:1] if shared[number]]
        candidates = dict.fromkeys((*self._same_title(document), *closest))
        found = [self._compare(document, self._printed[number], int(shared[number])) for number in candidates]
        told = [one for one in found if isinstance(one, Earlier)]
        repeat = next((one for one in found if isinstance(one, Repeat)), None)
        return repeat or max(told, key=lambda one: (one.is_update, one.issue), default=None)

    def _shared(self, runs: Shingles) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """How many runs each printed story has in common with a text."""
        starts = np.searchsorted(self._runs, runs, "left")
        ends = np.searchsorted(self._runs, runs, "right")
        held = [self._owners[start:end] for start, end in zip(starts, ends, strict=True) if end > start]
        return np.bincount(np.concatenate(held), minlength=len(self._printed)) if held else self._none()

    def _none(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return np.zeros(len(self._printed), np.int64)

    def _same_title(self, document: Fingerprint) -> list[int]:
        if document.title is None:
            return []
        return [number for number, one in enumerate(self._printed) if one.fingerprint.title == document.title]

    def _compare(self, new: Fingerprint, past: Printed, shared: int) -> Repeat | Earlier | None:
        old = past.fingerprint
        share = shared / max(1, len(_runs(new)))
        is_edited = new.path == old.path and len(_runs(new)) - shared >= _NEW_IN_A_FILE
        if new.article == old.article or (share >= _THE_SAME and not is_edited):
            return Repeat(issue=past.issue)
        is_next = is_as_long(new, old) and _is_later(new, old)
        has_title = new.title is not None and new.title == old.title
        if share >= _MUCH_THE_SAME and not (is_edited or is_next):
            return Repeat(issue=past.issue)
        is_update = share >= _MUCH_THE_SAME or (share >= _SAME_TITLE and has_title and is_next)
        is_related = has_title or (share >= _RELATED and shared >= _FEWEST_RUNS)
        if not (is_update or is_related):
            return None
        return Earlier(issue=past.issue, headline=past.headline, is_update=is_update)


def _is_later(new: Fingerprint, old: Fingerprint) -> bool:
    return new.published is not None and old.published is not None and new.published > old.published


def _runs(fingerprint: Fingerprint) -> Shingles:
    return np.frombuffer(fingerprint.shingles, dtype="<u4")
