"""The feeds of the archive: one of issues, one of stories; in both, what was corrected since."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.newsroom.archive.back_issues import BackIssue
from flows.newsroom.archive.listing import Listed, Site
from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Edition, Erratum, Masthead
from flows.newsroom.press.environment import fill

ATOM = "application/atom+xml"
MOST_IN_A_FEED = 60  # entries: a reader's program has seen the older ones
NAMESPACE = uuid.UUID("6f3d7d1c-5c1e-5b0e-9a53-3f6f7a1f0d11")
"""Of the ids in the feeds: an id follows from the newsletter's name and what it names, and never changes."""
NOT_OURS = "We point to this one; it is not ours to print."


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed tells of an issue, a story or a correction."""

    title: str
    name: tuple[str, ...]  # what its id follows from
    day: dt.date
    changed: dt.date
    address: str  # from the output folder
    summary: str
    language: str | None = None
    category: tuple[str, str] | None = None  # its key and its title


def make_feeds(issues: Sequence[BackIssue], listed: Sequence[Listed], site: Site) -> tuple[Edition, ...]:
    """Both feeds, the newest first; a correction is an entry of its own, and what it corrects counts as changed."""
    corrections = tuple(_correction(issue, erratum) for issue in issues for erratum in issue.errata)
    return (
        _feed(site, "issues", None, [*corrections, *map(_issue, issues)]),
        _feed(site, "stories", "stories", [*corrections, *map(_story, listed)]),
    )


def _issue(issue: BackIssue) -> Entry:
    headlines = [story.headline for story in issue.stories if story.headline]
    lead = f": {issue.stories[0].headline}" if issue.stories and issue.stories[0].headline else ""
    return Entry(
        title=in_words(issue.date) + lead,
        name=("issue", issue.folder),
        day=issue.date,
        changed=_changed(issue, issue.errata),
        address=issue.page,
        summary="; ".join(headlines),
    )


def _story(one: Listed) -> Entry:
    return Entry(
        title=one.name,
        name=("story", one.issue.folder, one.story.anchor),
        day=one.issue.date,
        changed=_changed(one.issue, one.issue.errata_of(one.story)),
        address=one.address,
        summary=" ".join(one.story.sentences) or NOT_OURS,
        language=one.story.language,
        category=(one.story.section, one.section),
    )


def _correction(issue: BackIssue, erratum: Erratum) -> Entry:
    headline = next((story.headline for story in issue.stories if erratum in issue.errata_of(story)), None)
    of_issue = f"the issue of {in_words(issue.date)}"
    return Entry(
        title=f"Correction: {headline}, {of_issue}" if headline else f"Correction to {of_issue}",
        name=("correction", issue.folder, str(erratum.number)),
        day=erratum.day,
        changed=erratum.day,
        address=f"{issue.page}#{erratum.anchor}",
        summary=" ".join(erratum.paragraphs),
        category=("correction", "Correction"),
    )


def _changed(issue: BackIssue, errata: Iterable[Erratum]) -> dt.date:
    return max((issue.date, *(erratum.day for erratum in errata)))


def _feed(site: Site, name: str, subject: str | None, entries: Iterable[Entry]) -> Edition:
    newest = sorted(entries, key=lambda entry: entry.day, reverse=True)[:MOST_IN_A_FEED]
    title = site.masthead.name + (f": {subject}" if subject else "")
    content = fill(
        site.templates,
        "archive/feed.atom.jinja",
        site=site,
        name=name,
        title=title,
        entries=newest,
        updated=_moment(max((entry.changed for entry in newest), default=dt.date(1970, 1, 1))),
        moment=_moment,
        id_of=lambda *parts: _id(site.masthead, *parts),
        link=lambda path: f"{site.address.rstrip('/')}/{path}" if site.address else path,
    )
    return Edition(filename=f"{name}.atom", media_type=ATOM, content=content.encode())


def _id(masthead: Masthead, *parts: str) -> str:
    return uuid.uuid5(NAMESPACE, "\n".join((masthead.name, *parts))).urn


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
