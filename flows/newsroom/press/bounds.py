"""What the press takes on: a story that would keep it for minutes is refused by its place before it starts."""

from flows.newsroom.errors import IssueError
from flows.newsroom.press.galley import Galley, SetStory

LONGEST_STORY = 150_000  # characters: fifty pages, which take about ten seconds; a story has one thousand


def check_bounds(galley: Galley) -> None:
    """Let pass what can be printed in good time.

    Raises:
        IssueError: A story is longer than any that is meant to be read; it is named by its place in the issue.
    """
    for number, story in enumerate(galley.stories, start=1):
        if _length(story) > LONGEST_STORY:
            raise IssueError(
                f"The PDF was not made: story {number} of {len(galley.stories)} has {_length(story):,} characters, "
                f"and {LONGEST_STORY:,} are the most that can be printed. "
                "Give a smaller number of words for the summary in newsletter.toml, or leave the story out."
            )


def _length(story: SetStory) -> int:
    facts = sum(len(fact.words) for fact in story.facts)
    return len(story.name) + len(story.signpost or "") + facts + sum(len(passage.text) for passage in story.passages)
