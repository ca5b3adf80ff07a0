"""What became of a promise: which story of today tells on from it. Whether it was kept a reader sees there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.newsroom.language.words import stems
from flows.newsroom.model import ArticleId, PastPromise, Story
from flows.newsroom.press.wording import printable_day

_FEWEST_SHARED = 4  # stems of words that say something
_SHARE = 0.6  # of those of the promise


def followed(promises: Sequence[PastPromise], stories: Sequence[Story]) -> tuple[PastPromise, ...]:
    """`promises`, each with the first of `stories` that tells on from it, if there is one.

    A story tells on from a promise if it tells on from the story in which that stood, or if a sentence of it that is
    printed speaks, together with its headline, of most that the promise speaks of. What was published before the
    promise is no answer to it.
    """
    return tuple(replace(one, told_in=_answer(one, stories)) for one in promises)


def _answer(promise: PastPromise, stories: Sequence[Story]) -> ArticleId | None:
    later = [story for story in stories if _is_later(story, promise)]
    linked = (story for story in later if _tells_on(story, promise))
    alike = (story for story in later if _speaks_of(story, promise))
    found = next(linked, None) or next(alike, None)
    return found.article.id if found else None


def _is_later(story: Story, promise: PastPromise) -> bool:
    day = printable_day(story.article.published)
    return day is None or day >= promise.issue


def _tells_on(story: Story, promise: PastPromise) -> bool:
    earlier = story.earlier
    if earlier is None or promise.headline is None:
        return False
    return (earlier.issue, earlier.headline) == (promise.issue, promise.headline)


def _speaks_of(story: Story, promise: PastPromise) -> bool:
    promised = frozenset(stems(promise.text))
    shared = max((len(promised & told) for told in _told(story)), default=0)
    return shared >= _FEWEST_SHARED and shared >= _SHARE * len(promised)


def _told(story: Story) -> Iterator[frozenset[str]]:
    headline = stems(story.article.headline.text or "")
    for extract in story.summary.extracts if story.summary else ():
        yield frozenset((*headline, *stems(extract.text)))
