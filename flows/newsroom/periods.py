"""Which days an issue covers: since the last issue, or from its earliest story to its latest; never a guess."""

import datetime as dt
from collections.abc import Sequence

from flows.newsroom.model import Period, Story
from flows.newsroom.press.wording import archive_label, printable_day


def period_of(stories: Sequence[Story], date: dt.date, last_issue: dt.date | None) -> Period | None:
    """The days from which the news of an issue comes; None: they cannot be known.

    Stories from the archive do not count: their own label says how old they are.

    Args:
        stories: All of the issue.
        date: Its day.
        last_issue: The day of the last issue that members were sent before it; None: there was none.
    """
    news = [story for story in stories if archive_label(story, date) is None]
    stated = [printable_day(story.article.published) for story in news]
    days = [day for day in stated if day is not None and day <= date]
    if news and last_issue is not None:
        return Period(first=min([last_issue + dt.timedelta(days=1), *days]), last=date)
    if not days or len(days) < len(news):
        return None
    return Period(first=min(days), last=max(days))
