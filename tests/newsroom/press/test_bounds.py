"""What the press takes on."""

import pytest

from flows.newsroom.errors import IssueError
from flows.newsroom.press.bounds import LONGEST_STORY, check_bounds
from flows.newsroom.press.typesetter import set_issue
from tests.factories import a_section, a_story, an_issue


def test_a_story_that_is_longer_than_any_is_refused_by_its_place() -> None:
    galley = set_issue(an_issue(a_section(a_story(), a_story("cell | " * 30_000)), lead=a_story(headline="Lead")))

    with pytest.raises(IssueError, match="story 3 of 3 has 210,0"):
        check_bounds(galley)


def test_a_long_story_is_not_refused() -> None:
    check_bounds(set_issue(an_issue(lead=a_story("x" * (LONGEST_STORY - 1_000)))))
