"""A correction is laid on the page that was sent, and can be told from a page that somebody has changed."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import feedparser
import jsonschema
import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.archive import Site, is_as_sent, make_site, publish, read_back_issues, replace_editions, stamp_issue
from flows.newsroom.errors import IssueError
from flows.newsroom.model import Erratum
from flows.newsroom.press.house import house_templates
from flows.newsroom.record import issue_schema
from tests.newsroom.renderers.sample_issues import MASTHEAD, rendered, rich_issue

OF_ONE = Erratum(
    number=1,
    day=dt.date(2026, 12, 1),
    paragraphs=("We said that the hall is in High Street. It is in <b>Wharf</b> Street.", "We are sorry."),
    story=2,
)
OF_ALL = Erratum(number=2, day=dt.date(2026, 12, 3), paragraphs=("The issue is number 8, not 7.",))
PAGE, RECORD = "newsletter.html", "issue.json"


@pytest.fixture(scope="module")
def sent() -> dict[str, bytes]:
    """An issue as it was sent."""
    return {PAGE: rendered("web").content, RECORD: rendered("record").content, "newsletter.pdf": b"%PDF"}


def stamped(sent: dict[str, bytes], *errata: Erratum) -> dict[str, bytes]:
    return {one.filename: one.content for one in stamp_issue(sent, errata, house_templates())}


def test_a_correction_stands_at_the_top_of_the_page_and_at_its_story(sent: dict[str, bytes]) -> None:
    page = BeautifulSoup(stamped(sent, OF_ONE, OF_ALL)[PAGE], "lxml")

    top, story = page.find("aside"), page.find(id="story-2")
    assert isinstance(top, Tag)
    assert isinstance(story, Tag)
    assert top.find_previous("header") is not None
    assert top.find_next("main") is not None
    assert [one.get_text() for one in top("time")] == ["1 December 2026", "3 December 2026"]
    assert "The issue is number 8, not 7." in top.get_text()
    assert "the PDFs of this issue stay as they were sent" in top.get_text()
    (note,) = story.find_all(role="note")
    assert "It is in <b>Wharf</b> Street. We are sorry." in " ".join(note.get_text().split())
    assert len(page.find_all(role="note")) == 1


def test_every_anchor_of_a_stamp_is_there_once(sent: dict[str, bytes]) -> None:
    page = BeautifulSoup(stamped(sent, OF_ONE, OF_ALL)[PAGE], "lxml")

    ids = [str(one["id"]) for one in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {"corrections", OF_ONE.anchor, OF_ALL.anchor} <= set(ids)
    assert {str(link["href"]).removeprefix("#") for link in page.select("aside a")} <= set(ids)


def test_the_record_says_it_by_its_schema(sent: dict[str, bytes]) -> None:
    record = json.loads(stamped(sent, OF_ONE)[RECORD])

    jsonschema.validate(record, json.loads(issue_schema()))
    assert [(one["day"], one["story"]) for one in record["corrections"]] == [("2026-12-01", 2)]


def test_no_other_file_is_touched(sent: dict[str, bytes]) -> None:
    assert set(stamped(sent, OF_ONE)) == {PAGE, RECORD}


@given(
    words=st.text(min_size=1, max_size=60) | st.sampled_from(["<!--/correction-->", "</aside><!--correction-->", "]]>"])
)
def test_whatever_the_words_are_a_stamp_can_be_taken_off_again(sent: dict[str, bytes], words: str) -> None:
    page = stamped(sent, replace(OF_ONE, paragraphs=(words,)))[PAGE]

    assert is_as_sent(PAGE, page, sent[PAGE])


@pytest.mark.parametrize("errata", [(OF_ONE,), (OF_ONE, OF_ALL)])
def test_without_its_stamps_a_page_is_what_was_sent(sent: dict[str, bytes], errata: tuple[Erratum, ...]) -> None:
    for name, content in stamped(sent, *errata).items():
        assert content != sent[name]
        assert is_as_sent(name, content, sent[name])


@pytest.mark.parametrize(
    ("name", "words"), [(PAGE, b"the council"), (RECORD, b'"stories"'), ("newsletter.pdf", b"PDF")]
)
def test_a_change_that_is_no_stamp_is_told_from_one(sent: dict[str, bytes], name: str, words: bytes) -> None:
    present = {**sent, **stamped(sent, OF_ONE)}[name]
    changed = present.replace(words, words.swapcase(), 1)

    assert words in present
    assert not is_as_sent(name, changed, sent[name])


def test_a_page_that_is_none_of_ours_is_refused() -> None:
    with pytest.raises(IssueError, match="Add it by hand"):
        stamp_issue({PAGE: b"<p>Something else"}, [OF_ONE], house_templates())


@pytest.fixture(scope="module")
def site(sent: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The archive of an issue that was corrected twice."""
    output = tmp_path_factory.mktemp("output")
    folder = output / rich_issue().date.isoformat()
    publish(folder, [rendered("web"), rendered("record")])
    replace_editions(folder, stamp_issue(sent, (OF_ONE, OF_ALL), house_templates()))
    made = make_site(read_back_issues(output), Site(masthead=MASTHEAD, address="https://forum.example.org"))
    return {edition.filename: edition.content.decode() for edition in made}


def test_the_index_marks_the_issue_and_the_story(site: dict[str, str]) -> None:
    index = BeautifulSoup(site["index.html"], "lxml")

    marks = [(one.get_text(), str(one["href"]).partition("#")[2]) for one in index.select(".corrected a")]
    assert marks == [("Corrected on 1 December 2026", "correction-1"), ("Corrected on 3 December 2026", "correction-2")]
    assert [one.get_text().count("corrected since") for one in index.select(".stories li")][:3] == [0, 1, 0]
    assert site["subjects.html"].count("corrected since") == 1


def test_the_search_knows_when_and_how_a_story_was_corrected(site: dict[str, str]) -> None:
    stories = json.loads(BeautifulSoup(site["search.html"], "lxml").select_one("#stories").get_text())  # type: ignore[union-attr]

    assert [story["corrected"] for story in stories][:3] == [[], ["1 December 2026"], []]
    assert "Wharf" in stories[1]["correction"]


@pytest.mark.parametrize(("name", "changed"), [("issues.atom", ["2026-12-03"]), ("stories.atom", ["2026-12-01"])])
def test_both_feeds_tell_it_and_what_it_corrects_counts_as_changed(
    site: dict[str, str], name: str, changed: list[str]
) -> None:
    feed = feedparser.parse(site[name].encode())
    told = [entry for entry in feed.entries if entry.title.startswith("Correction")]
    others = [entry for entry in feed.entries if entry not in told]

    assert not feed.bozo
    assert [entry.published[:10] for entry in told] == ["2026-12-03", "2026-12-01"]
    assert [entry.link.partition("#")[2] for entry in told] == ["correction-2", "correction-1"]
    assert told[1].summary.startswith("We said that the hall")
    assert [entry.updated[:10] for entry in others if entry.updated != entry.published] == changed
    assert feed.feed.updated[:10] == "2026-12-03"


def test_what_is_there_already_is_not_written_again(sent: dict[str, bytes], tmp_path: Path) -> None:
    editions = stamp_issue(sent, [OF_ONE], house_templates())

    assert len(replace_editions(tmp_path, editions)) == len(editions)
    assert replace_editions(tmp_path, editions) == ()
