"""From the archive: one story of an issue that members were sent more than twelve months ago."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from flows.newsroom.archive.back_issues import BackIssue, BackStory
from flows.newsroom.language.calendar import in_words
from flows.newsroom.language.moments import needs_its_day
from flows.newsroom.language.tongues import is_foreign
from flows.newsroom.model import PLEASE_CHECK, Form, Issue, Revisited
from flows.newsroom.press.wording import is_over_a_year

_OF_THEIR_DAY = frozenset({Form.EVENT_NOTICE, Form.CONSULTATION, Form.APPOINTMENT})
"""Forms of what nobody can go to, answer or apply for any more."""


def revisit(back_issues: Sequence[BackIssue], sent: Collection[dt.date], issue: Issue) -> Revisited | None:
    """A story on the subject of the lead, or from the same month of the year; None: there is none.

    What is both goes first, then the subject, then the newest. Nothing is taken that had no date or was old even then,
    that was corrected, that only its own day explains, that another issue took from the archive, or that stands in
    this issue under the same headline.

    Args:
        back_issues: Those of the output folder.
        sent: The days of the issues that members were sent.
        issue: The issue that is being made.
    """
    published = [back for back in back_issues if back.date in sent and back.date < issue.date]
    shown = {(back.revisited.issue, back.revisited.story) for back in published if back.revisited}
    old = [back for back in published if is_over_a_year(back.date, issue.date)]
    found = [
        (_closeness(back, told, issue), back.date, -place, one)
        for back in old
        for place, told in enumerate(back.stories, start=1)
        for one in _revisited(back, told, place, issue)
        if (one.issue, one.story) not in shown
    ]
    closeness, _, _, best = max(found, key=lambda each: each[:3], default=(0, None, 0, None))
    return best if closeness else None


def ask_about(revisited: Revisited | None) -> tuple[str, ...]:
    """What the coordinator should look at: what was right a year ago may not be so today."""
    if revisited is None:
        return ()
    shown = f"From the archive: story {revisited.story} of the issue of {in_words(revisited.issue)} is shown once more."
    return (f"{shown} Is it still right? from_archive = false in newsletter.toml leaves it out.",)


def _closeness(back: BackIssue, story: BackStory, issue: Issue) -> int:
    subject = issue.lead.section if issue.lead and issue.lead.section != PLEASE_CHECK else None
    return 2 * (story.section == subject) + (back.date.month == issue.date.month)


def _revisited(back: BackIssue, story: BackStory, place: int, issue: Issue) -> Iterator[Revisited]:
    """The story as it is shown once more, if it may be."""
    sentence = next((sentence for sentence in story.sentences if not needs_its_day(sentence)), None)
    if story.headline is None or sentence is None or story.form in _OF_THEIR_DAY or is_foreign(story.language):
        return
    if story.published is None or is_over_a_year(story.published, back.date):
        return  # old or undated even then: its year is another, or nobody knows it
    if back.errata_of(story) or any(erratum.story is None for erratum in back.errata):
        return
    today = {told.article.headline.text for told in issue.stories}
    if story.headline not in today:
        yield Revisited(
            issue=back.date, story=place, headline=story.headline, text=sentence, organisation=story.organisation
        )
