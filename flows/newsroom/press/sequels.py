"""What earlier issues bear on this one.

What happened next: promises that were kept, those that stories of this issue tell on from, stories that go on, and
promises still open. And one story of long ago.
"""

from collections.abc import Iterator, Mapping

from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import ArticleId, Earlier, Issue, PastPromise
from flows.newsroom.press import wording
from flows.newsroom.press.galley import RevisitedLine, SequelLine, SetStory

MOST_OPEN = 6  # promises on which nothing was heard, the oldest first; the report lists all


def set_sequels(issue: Issue, in_type: Mapping[ArticleId, SetStory]) -> tuple[SequelLine, ...]:
    """The lines of the section: what was heard of first, what is still open last."""
    kept = [one for one in issue.promises if one.is_kept]
    told = [one for one in issue.promises if one.told_in in in_type and not one.is_kept]
    still_open = [one for one in issue.promises if one.told_in not in in_type and not one.is_kept]
    return (
        *(_promise("Kept", one, in_type.get(one.told_in) if one.told_in else None) for one in kept),
        *(_promise("Promised", one, in_type[one.told_in]) for one in told if one.told_in),
        *_stories(issue, in_type),
        *(_promise("Still open", one, None) for one in still_open[:MOST_OPEN]),
    )


def set_revisited(issue: Issue) -> RevisitedLine | None:
    """The story from the archive, under its year; None: there is none."""
    old = issue.revisited
    if old is None:
        return None
    place, page = f"#story-{old.story}", wording.page_address(issue.masthead, old.issue)
    source = f", from {old.organisation}" if old.organisation else ""
    return RevisitedLine(
        title=f"From the archive: {old.issue.year}",
        headline=old.headline,
        text=old.text,
        told=f"In our issue of {in_words(old.issue)}{source}.",
        page=f"../{old.issue.isoformat()}/{wording.ISSUE_PAGE}{place}",
        address=f"{page}{place}" if page else None,
    )


def _promise(label: str, promise: PastPromise, story: SetStory | None) -> SequelLine:
    told = wording.promised(promise)
    return SequelLine(label=label, promise=promise.text, told=told, issue=promise.issue, story=story)


def _stories(issue: Issue, in_type: Mapping[ArticleId, SetStory]) -> Iterator[SequelLine]:
    """Stories that go on from an earlier issue, but for those to which a promise leads already."""
    led_to = {promise.told_in for promise in issue.promises}
    for story in issue.stories:
        if story.earlier and story.article.id not in led_to:
            yield _story(story.earlier, in_type[story.article.id])


def _story(earlier: Earlier, in_type: SetStory) -> SequelLine:
    day = in_words(earlier.issue)
    label, told = "More on this", f"It goes on from our issue of {day}"
    if earlier.is_update:
        label, told = "Updated", f"It replaces what stood in our issue of {day}"
    elif earlier.headline:
        told += f", “{earlier.headline}”"
    return SequelLine(label=label, promise=None, told=f"{told}.", issue=earlier.issue, story=in_type)
