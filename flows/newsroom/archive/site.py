"""The archive's own pages: indexes by date, by subject and by source, a search, a page for lost readers, feeds.

And the calendar of all coming events, if there are any: coming for those who read the newest issue.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from flows.newsroom.archive.back_issues import BackEvent, BackIssue
from flows.newsroom.archive.feeds import make_feeds
from flows.newsroom.archive.listing import Listed, Site
from flows.newsroom.language.calendar import in_words, with_weekday
from flows.newsroom.model import Edition
from flows.newsroom.press.calendar_file import CALENDAR, MEDIA_TYPE, Appointment, calendar_file
from flows.newsroom.press.environment import fill, house_style, inline_script
from flows.newsroom.press.fonts import font_faces
from flows.newsroom.press.galley import UNTITLED
from flows.newsroom.press.look import look_rules
from flows.newsroom.press.wording import tally, web_address

SEARCH = "archive/search.js"
HTML = "text/html"
MOST_IN_SIGHT = 6  # stories of an issue in the index; the rest of a long one unfolds


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Stories under one heading."""

    anchor: str
    title: str
    stories: tuple[Listed, ...]


def make_site(issues: Sequence[BackIssue], site: Site) -> tuple[Edition, ...]:
    """The pages and feeds of an archive of `issues`, the newest first. No clock: the same issues, the same bytes."""
    listed = tuple(_listed(issues, site.sections))
    calendar = _calendar(issues, listed, site)
    site = replace(site, has_calendar=bool(calendar))
    pages = (
        _page(site, "index", "Back issues", issues=_lines(issues, listed)),
        _page(site, "subjects", "Stories by subject", "groups", groups=_groups(listed, _section_of, _order(site))),
        _page(site, "sources", "Stories by source", "groups", groups=_groups(listed, _source_of, ())),
        _page(site, "search", "Search", script=inline_script(site.templates, SEARCH), index=_index(listed)),
        _page(site, "404", "That page is not here"),
    )
    return (*pages, *make_feeds(issues, listed, site), *calendar)


def _calendar(issues: Sequence[BackIssue], listed: Iterable[Listed], site: Site) -> tuple[Edition, ...]:
    """The calendar of all coming events; empty: nothing is to come."""
    appointments = (_appointment(event, one, site) for one in listed for event in one.story.events)
    content = calendar_file(appointments, site.masthead, since=issues[0].date) if issues else None
    return (Edition(filename=CALENDAR, media_type=MEDIA_TYPE, content=content),) if content else ()


def _appointment(event: BackEvent, one: Listed, site: Site) -> Appointment:
    return Appointment(
        document=one.story.document,
        place_in_document=event.place_in_document,
        name=event.name,
        day=event.day,
        last_day=event.last_day,
        time=event.time,
        places=event.places,
        cost=event.cost,
        contact=event.contact,
        story=one.story.headline,
        address=web_address(f"{site.address.rstrip('/')}/{one.address}") if site.address else None,
        issued=one.issue.date,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLine:
    """An issue in the index."""

    day: str
    issue: BackIssue
    tally: str
    stories: tuple[Listed, ...]

    @property
    def foremost(self) -> tuple[Listed, ...]:
        """The stories that are always in sight; all of them, if hardly any would be left."""
        return self.stories[: MOST_IN_SIGHT if len(self.stories) > MOST_IN_SIGHT + 2 else None]

    @property
    def further(self) -> tuple[Listed, ...]:
        """Those that unfold."""
        return self.stories[len(self.foremost) :]


def _lines(issues: Sequence[BackIssue], listed: Sequence[Listed]) -> tuple[IssueLine, ...]:
    of_issue = {issue.date: tuple(one for one in listed if one.issue is issue) for issue in issues}
    return tuple(
        IssueLine(
            day=with_weekday(issue.date),
            issue=issue,
            tally=tally(len(issue.stories), "story", "stories"),
            stories=of_issue[issue.date],
        )
        for issue in issues
    )


def _listed(issues: Iterable[BackIssue], sections: Mapping[str, str]) -> Iterator[Listed]:
    for issue in issues:
        for story in issue.stories:
            yield Listed(
                name=story.headline or UNTITLED,
                address=f"{issue.page}#{story.anchor}",
                issue=issue,
                story=story,
                section=sections.get(story.section) or story.section.replace("-", " ").capitalize(),
            )


def _section_of(one: Listed) -> str:
    return one.section


def _source_of(one: Listed) -> str:
    return one.story.organisation or "Documents sent to the forum"


def _order(site: Site) -> tuple[str, ...]:
    return tuple(site.sections.values())


def _groups(listed: Iterable[Listed], title_of: Callable[[Listed], str], order: Sequence[str]) -> tuple[Group, ...]:
    """Stories by their title, in the given order and then by the alphabet."""
    stories: dict[str, list[Listed]] = {}
    for one in listed:
        stories.setdefault(title_of(one), []).append(one)
    titles = sorted(stories, key=lambda title: (order.index(title) if title in order else len(order), title.lower()))
    return tuple(
        Group(anchor=f"group-{number}", title=title, stories=tuple(stories[title]))
        for number, title in enumerate(titles, start=1)
    )


def _index(listed: Iterable[Listed]) -> Markup:
    """What the search looks through, as JSON that may stand inside a page."""
    entries = [
        {
            "name": one.name,
            "address": one.address,
            "day": one.day,
            "date": one.issue.folder,
            "section": one.section,
            "source": one.story.organisation or "",
            "words": " ".join(one.story.sentences),
            "language": one.language or "",
            "corrected": [in_words(erratum.day) for erratum in one.issue.errata_of(one.story)],
            "correction": " ".join(word for erratum in one.issue.errata_of(one.story) for word in erratum.paragraphs),
        }
        for one in listed
    ]
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704 - JSON without a way out of it


def _page(site: Site, name: str, title: str, template: str | None = None, **content: object) -> Edition:
    ours: dict[str, object] = {"site": site, "name": name, "title": title, "in_words": in_words}
    values = {"script": None, **content, **ours}
    look = f"archive/{template or name}.html.jinja"
    style = house_style(site.templates, "web.css") + house_style(site.templates, "archive/archive.css")
    style += look_rules(site.masthead.look)
    bare = fill(site.templates, look, style=style, **values)
    page = fill(site.templates, look, style=font_faces(site.templates / "fonts", bare) + style, **values)
    return Edition(filename=f"{name}.html", media_type=HTML, content=page.encode())
