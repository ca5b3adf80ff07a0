"""How facts are put in words for readers. A fact that is not certain is never made to look so."""

import datetime as dt
import re
import textwrap
from urllib.parse import quote, urlsplit

from flows.newsroom.language.calendar import MONTHS, WEEKDAYS, in_words, with_weekday
from flows.newsroom.language.tongues import is_foreign, name_of
from flows.newsroom.model import (
    Confidence,
    DateBasis,
    Dated,
    Event,
    Form,
    Issue,
    Masthead,
    PastPromise,
    Period,
    Source,
    Story,
    Treatment,
)

READING_SPEED = 200  # words a minute, as the house counts it
YEAR = re.compile(r"[\s,]*\b(?:1[89]|20)\d\d\b")
LINE = 72  # characters
MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
SPOKEN_DAYS = frozenset({DateBasis.STATED, DateBasis.NEAR, DateBasis.SETTLED})
NEVER_A_FACT = frozenset({DateBasis.INFERRED, DateBasis.CONFLICT, DateBasis.UNKNOWN})
NOT_STATED = "Date not stated"
ISSUE_PAGE = "newsletter.html"
CORRECTIONS = "corrections"  # their place on it

CAVEATS = {
    DateBasis.CONFLICT: "the document’s dates disagree",
    DateBasis.INFERRED: "year not stated",
}

BASES = {
    DateBasis.SETTLED: "A person settled its date: {day}.",
    DateBasis.STATED: "The document states its date in full: {day}.",
    DateBasis.PAGE: "The web page gives its date, {day}, in the data that it carries about itself.",
    DateBasis.NEAR: "The document gives the day and the month of its date, {day}; the year is that of its other dates.",
    DateBasis.INFERRED: "The document does not state the year of its date.",
    DateBasis.CONFLICT: "The document gives dates that disagree, so none was chosen.",
    DateBasis.UNKNOWN: "The document does not state its date.",
}

FORMS = {
    Form.EVENT_REPORT: "A report of an event",
    Form.EVENT_NOTICE: "A notice of an event",
    Form.MEETING_NOTE: "A note of a meeting",
    Form.CONSULTATION: "A consultation",
    Form.POLICY_NEWS: "News of policy",
    Form.OPINION: "An opinion piece",
    Form.FEATURE: "A feature",
    Form.RESEARCH_DIGEST: "A digest of research",
    Form.APPOINTMENT: "News of a job or an appointment",
    Form.OBITUARY: "An obituary",
    Form.NEWS: "A news story",
}


def printable_day(dated: Dated) -> dt.date | None:
    """The day that may be printed as a fact, if there is one."""
    is_sure = dated.confidence in {Confidence.HIGH, Confidence.MEDIUM} and dated.basis not in NEVER_A_FACT
    return dated.date if is_sure else None


def own_words(dated: Dated) -> str | None:
    """The document's own words for a date that is not certain, without any year, and why they stand alone."""
    words = YEAR.sub("", dated.words or "").strip(" ,")
    if not words:
        return None
    return f"{words} ({CAVEATS.get(dated.basis, 'date not certain')})"


def publication(published: Dated) -> str:
    """When a document was published: "27 June 2019", its own words where its dates disagree, or "Date not stated"."""
    if day := printable_day(published):
        return in_words(day)
    if published.basis is DateBasis.CONFLICT:
        return own_words(published) or NOT_STATED
    return NOT_STATED


def basis(published: Dated) -> str:
    """Why the date of publication is printed as it is, or is not."""
    day = printable_day(published)
    if day is None and published.basis not in NEVER_A_FACT:
        return "The date of the document could not be made certain."
    return BASES[published.basis].format(day=day and in_words(day))


def event_day(event: Event) -> str | None:
    """When an event is: "Wednesday 19 June 2019", or its own words and what is missing; None: nothing is known."""
    day = printable_day(event.when)
    if day is None:
        return own_words(event.when)
    if event.last_day is not None and event.last_day > day:
        return _days(day, event.last_day, is_spoken=event.when.basis in SPOKEN_DAYS)
    return with_weekday(day) if event.when.basis in SPOKEN_DAYS else in_words(day)


def _days(first: dt.date, last: dt.date, *, is_spoken: bool) -> str:
    """From one day to another, without saying the same month or year twice."""
    start = f"{WEEKDAYS[first.weekday()]} {first.day}" if is_spoken else str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        start += f" {MONTHS[first.month - 1]}"
    if first.year != last.year:
        start += f" {first.year}"
    return f"{start} to {with_weekday(last) if is_spoken else in_words(last)}"


def period(covered: Period) -> str:
    """Which days an issue covers: "Covers 1 to 30 November 2026"."""
    if covered.first == covered.last:
        return f"Covers {in_words(covered.last)}"
    return f"Covers {_days(covered.first, covered.last, is_spoken=False)}"


def event_line(event: Event) -> str | None:
    """When and where an event is, in one line; None where the document gives no day for it."""
    day = event_day(event)
    return ", ".join((day, *event.places)) if day else None


def archive_label(story: Story, issued: dt.date) -> str | None:
    """The label of a story that is over twelve months old at the issue's date, even if its year is not certain."""
    day = printable_day(story.article.published)
    if day is None:
        return "From the archive: year not stated" if _tells_only_of_old_days(story, issued) else None
    return f"From the archive: {day.year}" if is_over_a_year(day, issued) else None


def _tells_only_of_old_days(story: Story, issued: dt.date) -> bool:
    """Whether every year that is possible for its events is long past."""
    whens = [event.when for event in story.article.events]
    days = [day for when in whens for day in ((when.date,) if when.date else when.candidates)]
    return bool(days) and all(is_over_a_year(day, issued) for day in days)


def is_over_a_year(day: dt.date, issued: dt.date) -> bool:
    """Whether a day lies more than twelve months before an issue's."""
    return (day.year + 1, day.month, day.day) < (issued.year, issued.month, issued.day)


def origin(source: Source) -> str:
    """Whom a document comes from; a file's name says nothing to a reader."""
    return source.defaults.organisation or "a document sent to the forum"


def reworded(story: Story) -> str | None:
    """That a language model wrote what is printed, and which; None: it is the document's own words."""
    if story.summary is None or not story.summary.rewordings:
        return None
    return (
        f"Reworded by a language model ({story.summary.reworded_by}) and compared with the document. "
        "Each number leads to the sentences that it stands on."
    )


def pointed_at(story: Story) -> str:
    """What a document is, in our own words: "A feature by Ann Lee, from Care Weekly, date not stated"."""
    article, organisation = story.article, story.article.source.defaults.organisation
    author = f" by {article.byline}" if article.byline else ""
    published = publication(article.published)
    facts = (
        FORMS[story.classification.form] + author,
        f"from {organisation}" if organisation else None,
        published if published != NOT_STATED else "date not stated",
    )
    return ", ".join(fact for fact in facts if fact)


def signpost(story: Story) -> str:
    """What stands in the place of a document whose sentences we may not print."""
    return f"{pointed_at(story)}. We point to it rather than copy it."


def web_address(address: str | None) -> str | None:
    """An address as it may stand in a link: whole, and http or https; None: it is not to be linked."""
    if address is None:
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    return quote(parts.geturl(), safe="%/:?#[]@!$&'()*+,;=~-._")


def issue_address(issue: Issue) -> str | None:
    """Where the web page of an issue stands; None: the forum has no place on the web."""
    return page_address(issue.masthead, issue.date)


def page_address(masthead: Masthead, day: dt.date) -> str | None:
    """Where the web page of the issue of a day stands; None: the forum has no place on the web."""
    return edition_address(masthead, day, ISSUE_PAGE)


def corrections_address(masthead: Masthead, day: dt.date) -> str | None:
    """Where the corrections stand on the web page of the issue of a day; None: the forum has no place on the web."""
    page = page_address(masthead, day)
    return page and f"{page}#{CORRECTIONS}"


def edition_address(masthead: Masthead, day: dt.date, filename: str) -> str | None:
    """Where an edition of the issue of a day stands; None: the forum has no place on the web."""
    if masthead.address is None:
        return None
    return web_address(f"{masthead.address.rstrip('/')}/{day.isoformat()}/{filename}")


def bare(address: str) -> str:
    """An address as people read it, without "https://"."""
    return address.partition("://")[2]


def foreign(language: str | None) -> str | None:
    """The language, where a reader's software must be told of it."""
    return language if is_foreign(language) else None


def replaces(story: Story) -> str | None:
    """That a story is an update of what a document said before, and of which day; None: it is not."""
    earlier = [telling for telling in story.tellings if telling.is_earlier]
    if not earlier:
        return None
    days = sorted({day for telling in earlier if (day := printable_day(telling.published))})
    return "This replaces an earlier version" + (f" of {' and '.join(map(in_words, days))}." if days else ".")


def earlier(story: Story) -> tuple[str, str] | None:
    """What members have read of a story before: the name of the fact, and its words; None: nothing."""
    if story.earlier is None:
        return None
    day = in_words(story.earlier.issue)
    if story.earlier.is_update:
        return "Updated", f"This replaces what stood in our issue of {day}"
    headline = f"“{story.earlier.headline}”, " if story.earlier.headline else ""
    return "Earlier on this", f"{headline}our issue of {day}"


def promised(promise: PastPromise) -> str:
    """Where a promise was printed, and by when it was to be kept, in words."""
    where = f"In our issue of {in_words(promise.issue)}"
    about = f", under “{promise.headline}”" if promise.headline else ""
    due = f"; due by {in_words(promise.due_by)}" if promise.due_by else ""
    return f"{where}{about}{due}."


def tongue(story: Story) -> str | None:
    """That a text is in another language, in ours; None: it is in English, or it is only signposted."""
    if story.treatment is not Treatment.OPENING:
        return None
    opens = " It begins:" if story.summary and story.summary.extracts else ""
    return f"This text is in {name_of(str(story.article.language))}.{opens}"


def site(address: str) -> str:
    """The name of the site an address leads to: "www.gov.uk" for any page there."""
    return urlsplit(address).hostname or address


def is_mailbox(contact: str) -> bool:
    """Whether a contact is an e-mail address that a reader can be sent to with one click."""
    return MAILBOX.fullmatch(contact) is not None


def opening(words: str) -> str:
    """Words as they stand at the head of a line: "first conference" becomes "First conference"."""
    return words[:1].upper() + words[1:]


def stop(words: str) -> str:
    """The stop that words lack at the end of a sentence: none after "hold?"."""
    return "" if words.endswith((".", "?", "!", "…")) else "."


def wrapped(text: str, indent: str = "") -> str:
    """`text` in lines of 72 characters, all but the first of them set in by `indent`."""
    lines = textwrap.wrap(text, LINE, subsequent_indent=indent, break_on_hyphens=False, drop_whitespace=True)
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")


def tally(count: int, thing: str, things: str) -> str:
    """A number and its noun: "1 story", "5 stories"."""
    return f"{count} {thing if count == 1 else things}"


def reading_time(issue: Issue) -> str:
    """How long the stories take to read: "3 minute read"."""
    words = sum(_printed_words(story) for story in issue.stories)
    return f"{max(1, -(-words // READING_SPEED))} minute read"


def _printed_words(story: Story) -> int:
    headline = len((story.article.headline.text or "").split())
    return headline + (story.summary.words if story.summary else len(signpost(story).split()))
