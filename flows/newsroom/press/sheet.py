"""A single sheet of paper: less and less of an issue, until it is one page.

The fullest sheet in the largest type comes first. Type shrinks to a size that is read from a metre away and no
further; then sentences are exchanged for shorter ones, by how much they say; only then do things fall off.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from flows.newsroom.language.limiting import limits
from flows.newsroom.model import Form, Issue, Story, Summary
from flows.newsroom.press import wording
from flows.newsroom.press.galley import UNTITLED, AskLine, DiaryLine, Galley

HEADLINE_ALONE = 0
LONG_WORD = 12  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStory:
    """A story on a sheet."""

    name: str
    language: str | None  # BCP 47, where it is known and is not English
    sentences: tuple[str, ...]  # none: the headline alone
    archive: str | None  # "From the archive: 2019"
    origin: str  # "From Eastmarsh Council, 12 November 2026"; of a signpost, what it points to
    is_reworded: bool
    tongue: str | None = None  # that its text is in another language, and which


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDate:
    """A day to remember: of an event, or the last one to answer a consultation."""

    day: str
    name: str | None
    places: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How much of an issue stands on a sheet."""

    points: float  # of running text
    words: tuple[int, ...]  # the most words under each headline
    dates: int

    def less(self, place: int, words: int) -> "Step":
        """The same with at most `words` words under the headline at `place`."""
        return replace(self, words=tuple(words if at == place else most for at, most in enumerate(self.words)))


def shrink(full: Step, *, smallest: float, budgets: tuple[int, ...]) -> Iterator[Step]:
    """Every step from `full` to a single headline, each with a little less than the one before.

    Args:
        full: The most that may stand on the sheet, in the largest type.
        smallest: The smallest type, in points.
        budgets: Fewer and fewer words under a headline.
    """
    step = full
    yield step
    while step.points > smallest:
        step = replace(step, points=max(smallest, step.points - 0.5))
        yield step
    for words in budgets:
        for place in reversed(range(len(step.words))):
            step = step.less(place, min(words, step.words[place]))
            yield step
    for place in reversed(range(1, len(step.words))):
        step = step.less(place, HEADLINE_ALONE)
        yield step
    while step.dates or len(step.words) > 1:  # of each a little in turn
        step = replace(step, dates=max(0, step.dates - 1), words=step.words[: max(1, len(step.words) - 1)])
        yield step
    yield replace(step, words=tuple(HEADLINE_ALONE for _ in step.words))


def foremost(issue: Issue, count: int) -> tuple[Story, ...]:
    """The stories for a sheet: the lead, then the first of each section, then the second of each."""
    rows = zip_longest(*(section.stories for section in issue.sections))
    spread = [story for row in rows for story in row if story is not None]
    return tuple(([issue.lead] if issue.lead else []) + spread)[:count]


def on_sheet(story: Story, words: int, issued: dt.date) -> SheetStory:
    """A story with at most so many words of it under its headline, in the issue of a date."""
    article = story.article
    return SheetStory(
        name=article.headline.text or UNTITLED,
        language=wording.foreign(article.language),
        sentences=_sentences(story.summary, words) if story.summary and words else (),
        archive=wording.archive_label(story, issued),
        origin=_origin(story),
        tongue=wording.tongue(story),
        is_reworded=bool(story.summary and story.summary.rewordings),
    )


def _origin(story: Story) -> str:
    if story.summary is None:
        return wording.pointed_at(story)
    published = wording.publication(story.article.published)
    return f"From {wording.origin(story.article.source)}, {published[:1].lower()}{published[1:]}"


def dates_of(galley: Galley) -> tuple[SheetDate, ...]:
    """The days of an issue for a sheet, the earliest first: its diary, and by when a consultation is to be answered."""
    asks = [line for section in galley.sections for line in section.asks]
    lines = [(line.date or dt.date.max, _day(line)) for line in galley.diary]
    lines += [(line.date, _last_day(line)) for line in asks]
    return tuple(line for _, line in sorted(lines, key=lambda line: line[0]))


def _day(line: DiaryLine) -> SheetDate:
    return SheetDate(day=line.day, name=line.name, places=line.places)


def _last_day(line: AskLine) -> SheetDate:
    time = f", {line.time}" if line.time else ""
    return SheetDate(day=line.day + time, name=f"last day to answer, “{line.what or line.story.name}”", places=None)


def _sentences(summary: Summary, words: int) -> tuple[str, ...]:
    """Whole sentences that say most in so many words; or a shorter one that stands alone, if that is too long."""
    if summary.rewordings:
        texts = [one.text for one in summary.rewordings]
        room = sum(_length(*texts[: number + 1]) <= words for number in range(len(texts)))
        is_limited = room < len(texts) and limits(texts[room])
        return tuple(texts[: max(0, room - is_limited)])
    best = tuple(extract.text for extract in summary.within(words))
    if _length(*best) <= words:
        return best
    alone = [one for one in summary.extracts if not (one.leans or one.limits) and summary.with_limits(one) == (one,)]
    fitting = [one for one in alone if _length(one.text) <= words]
    return tuple(one.text for one in sorted(fitting, key=lambda one: one.rank)[:1])


def _length(*texts: str) -> int:
    """How many words long they are, where a word of letters without end counts as many."""
    return sum(max(len(text.split()), len(text) // LONG_WORD) for text in texts)


def questions(stories: Iterable[Story]) -> tuple[str, ...]:
    """A question to each story for a team that reads them together: ours, by the kind of document, none asked twice.

    They claim nothing. Of a kind that has come before, one follows that may be asked of anything.
    """
    asked: list[str] = []
    for story in stories:
        possible = (QUESTIONS[story.classification.form], *ANYTHING)
        asked.append(next((one for one in possible if one not in asked), possible[0]))
    return tuple(asked)


QUESTIONS = {
    Form.EVENT_REPORT: "What from that day could we try here, and who would start it?",
    Form.EVENT_NOTICE: "Who of us could go, and what should they bring back?",
    Form.MEETING_NOTE: "Which of these points is ours to take up, and by when?",
    Form.CONSULTATION: "What do we want to say, and who writes it down?",
    Form.POLICY_NEWS: "What will we do differently because of this, and from when?",
    Form.OPINION: "Where do we agree with the writer, and where does our own work say otherwise?",
    Form.FEATURE: "Do we know this from our own work, and what helped?",
    Form.RESEARCH_DIGEST: "Does this agree with what we see, and what would we change because of it?",
    Form.APPOINTMENT: "Whom should we tell about this?",
    Form.OBITUARY: "What do we want to remember and keep?",
    Form.NEWS: "What does this mean for the people we work with?",
}
ANYTHING = (
    "What in this would the people we work with want to know?",
    "Who among us knows more about this, and what would we ask them?",
    "What one thing from this would we tell a new colleague?",
)


def cuts(step: Step, full: Step, issue: Issue, days: int) -> tuple[str, ...]:
    """What stands on a sheet and what had to stay off it, in words for the coordinator; `days` are all of the issue."""
    stories = foremost(issue, len(step.words))
    wished = [on_sheet(story, words, issue.date).sentences for story, words in zip(stories, full.words, strict=False)]
    given = [on_sheet(story, words, issue.date).sentences for story, words in zip(stories, step.words, strict=True)]
    bare = sum(bool(full) and not left for full, left in zip(wished, given, strict=True))
    shorter = sum(bool(left) and full != left for full, left in zip(wished, given, strict=True))
    dates = days - step.dates
    told = (
        (len(issue.stories) - len(given), f"It holds {len(given)} of the {len(issue.stories)} stories."),
        (shorter, f"To fit, {wording.tally(shorter, 'story has', 'stories have')} fewer or shorter sentences."),
        (bare, f"To fit, {wording.tally(bare, 'story has', 'stories have')} only a headline."),
        (dates, f"{wording.tally(dates, 'date', 'dates')} found no room."),
    )
    return tuple(words for count, words in told if count > 0)
