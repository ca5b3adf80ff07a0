"""The archive lists every story of every issue, can be searched, and says the same for the same issues."""

import base64
import datetime as dt
import hashlib
import json
import re
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup

from flows.newsroom.archive import BackIssue, Site, make_site, publish_pages
from flows.newsroom.archive.back_issues import BackEvent, BackStory
from flows.newsroom.model import Masthead

MASTHEAD = Masthead(name="Forum News", contact="desk@example.org")
SECTIONS = {"events": "Events", "policy": "Policy"}
SITE = Site(masthead=MASTHEAD, address="https://forum.example.org/news/", sections=SECTIONS)
PAGES = ("index.html", "subjects.html", "sources.html", "search.html", "404.html")


def a_story(number: int = 1, **changes: object) -> BackStory:
    plain: dict[str, object] = {
        "anchor": f"story-{number}",
        "headline": f"Headline {number}",
        "section": "events",
        "organisation": "Anytown Council",
        "language": "en",
        "published": dt.date(2026, 11, 2),
        "sentences": ("Carers met.",),
    }
    return BackStory(**(plain | changes))  # type: ignore[arg-type]


def an_issue(day: int, *stories: BackStory) -> BackIssue:
    return BackIssue(date=dt.date(2026, 11, day), stories=stories or (a_story(),), has_pdf=True)


def made(*issues: BackIssue) -> dict[str, str]:
    return {page.filename: page.content.decode() for page in make_site(issues, SITE)}


def test_every_story_is_listed_by_date_subject_and_source_and_leads_to_its_place() -> None:
    pages = made(an_issue(23), an_issue(16, a_story(1), a_story(2, section="policy")))

    places = (("2026-11-23", 1), ("2026-11-16", 1), ("2026-11-16", 2))
    wanted = {f"{day}/newsletter.html#story-{number}" for day, number in places}
    for name in ("index.html", "subjects.html", "sources.html"):
        addresses = {str(link["href"]) for link in BeautifulSoup(pages[name], "lxml")("a")}
        assert wanted <= addresses, name


def test_subjects_stand_in_the_order_of_print_and_an_unknown_one_comes_last() -> None:
    pages = made(an_issue(23, a_story(1, section="old-subject"), a_story(2, section="policy"), a_story(3)))

    headings = [heading.get_text() for heading in BeautifulSoup(pages["subjects.html"], "lxml")("h2")]
    assert headings == ["Events", "Policy", "Old subject"]


def test_a_long_issue_folds_in_the_index_but_never_for_a_story_or_two() -> None:
    folded = [len(BeautifulSoup(index_of(count), "lxml").select("details li")) for count in (6, 8, 9, 40)]

    assert folded == [0, 0, 3, 34]


def index_of(stories: int) -> str:
    return made(an_issue(23, *(a_story(number) for number in range(1, stories + 1))))["index.html"]


def test_links_of_the_archive_to_itself_resolve() -> None:
    pages = made(an_issue(23))

    for name in PAGES:
        soup = BeautifulSoup(pages[name], "lxml")
        anchors = {f"#{one['id']}" for one in soup.find_all(id=True)}
        links = {str(link["href"]) for link in soup.find_all(href=True)}
        own = {link for link in links if not link.startswith(("mailto:", "2026-", "#"))}
        assert own <= set(pages), name
        assert {link for link in links if link.startswith("#")} <= anchors, name


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_lets_only_its_own_script_run(name: str) -> None:
    soup = BeautifulSoup(made(an_issue(23))[name], "lxml")

    policy = str(soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"])  # type: ignore[index]
    scripts = [one.string or "" for one in soup("script") if not one.get("type")]
    digests = {f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in scripts}
    assert policy.startswith("default-src 'none'")
    assert set(re.findall(r"'sha256-[^']+'", policy)) == digests
    assert not soup.find_all(src=True)


def test_words_of_a_document_cannot_leave_the_data_of_the_search() -> None:
    hostile = a_story(headline="</script><script>alert(1)</script>", sentences=("<!-- & ]]>",))

    page = BeautifulSoup(made(an_issue(23, hostile))["search.html"], "lxml")

    data = page.find(id="stories")
    assert data
    assert json.loads(str(data.string))[0]["name"] == "</script><script>alert(1)</script>"
    assert len(page("script")) == 2


def test_both_feeds_parse_without_a_flaw_and_keep_their_ids() -> None:
    early, late = made(an_issue(16)), made(an_issue(23, a_story(1, headline="A & B <i>")), an_issue(16))

    for name in ("issues.atom", "stories.atom"):
        feed, older = feedparser.parse(late[name].encode()), feedparser.parse(early[name].encode())
        assert not feed.bozo
        assert [entry.id for entry in older.entries] == [feed.entries[-1].id]
        assert feed.feed.id == older.feed.id
        assert feed.entries[0].link.startswith("https://forum.example.org/news/2026-11-23/newsletter.html")
        assert feed.feed.updated == "2026-11-23T00:00:00Z"


def test_a_signpost_gives_no_sentence_to_the_feed() -> None:
    feed = feedparser.parse(made(an_issue(23, a_story(sentences=())))["stories.atom"].encode())

    assert feed.entries[0].summary == "We point to this one; it is not ours to print."


def test_a_story_in_another_language_is_marked_in_every_list() -> None:
    pages = made(an_issue(23, a_story(headline="Gwrando yn gyntaf", language="cy")))

    for name in ("index.html", "subjects.html", "sources.html"):
        link = BeautifulSoup(pages[name], "lxml").find("a", string="Gwrando yn gyntaf")
        assert link
        assert link["lang"] == "cy"


def test_only_pages_that_changed_are_written(tmp_path: Path) -> None:
    publish_pages(tmp_path, make_site([an_issue(16)], SITE))

    again = publish_pages(tmp_path, make_site([an_issue(16)], SITE))
    more = publish_pages(tmp_path, make_site([an_issue(23), an_issue(16)], SITE))

    assert again == ()
    assert "404.html" not in {path.name for path in more}
    assert {"index.html", "issues.atom"} <= {path.name for path in more}


def an_event(day_of_december: int, **changes: object) -> BackEvent:
    plain: dict[str, object] = {"name": "exchange", "place_in_document": 1, "day": dt.date(2026, 12, day_of_december)}
    return BackEvent(**(plain | changes))  # type: ignore[arg-type]


def test_coming_events_of_all_issues_are_one_calendar_that_every_page_leads_to() -> None:
    early = an_issue(
        16, a_story(document="a.txt", events=(an_event(3), an_event(1, name="past", day=dt.date(2026, 11, 20))))
    )
    late = an_issue(23, a_story(document="b.txt", events=(an_event(9, name="lunch"),)))

    pages = made(late, early)

    assert [
        name for name in ("SUMMARY:Exchange", "SUMMARY:Lunch", "SUMMARY:Past") if name not in pages["diary.ics"]
    ] == ["SUMMARY:Past"]
    assert "URL:https://forum.example.org/news/2026-11-16/newsletter.html#story-1" in pages["diary.ics"]
    assert all('href="diary.ics"' in pages[name] for name in PAGES)


def test_without_coming_events_there_is_neither_a_calendar_nor_a_link_to_one(tmp_path: Path) -> None:
    coming, none = an_issue(23, a_story(events=(an_event(3),))), an_issue(30)
    publish_pages(tmp_path, make_site([coming], SITE))

    publish_pages(tmp_path, make_site([none], SITE))

    assert not (tmp_path / "diary.ics").exists()
    assert "diary.ics" not in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_an_archive_without_issues_says_so() -> None:
    assert "There are no issues yet." in made()["index.html"]
