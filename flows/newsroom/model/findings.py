"""Facts of a document, each with the sentence it stands on."""

import datetime as dt
from dataclasses import dataclass

from flows.newsroom.model.days import Dated


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens on a day, as the document tells it."""

    name: str | None  # "first social work conference"; None: a day without a name for what happened
    when: Dated
    last_day: dt.date | None = None  # of an event of several days
    places: tuple[str, ...] = ()
    sentence: int | None = None  # index into Article.sentences; None: told in the title
