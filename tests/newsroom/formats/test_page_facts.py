"""Title, author and date of a page."""

import datetime as dt
import socket

import pytest

from flows.newsroom.formats.page_facts import PageFacts, SecondOpinion, read_page_facts
from flows.newsroom.formats.visible import parse_page
from flows.newsroom.model import Confidence, DateBasis

DAY = dt.date(2024, 5, 3)
PROSE = "<p>The forum met to hear how three boroughs plan to keep practitioners in the profession.</p>"
LINKED = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2024-05-03"}</script>'


def facts(head: str = "", body: str = "", *, address: str | None = None) -> PageFacts:
    tree = parse_page(f"<html><head>{head}</head><body><h1>Notes of the spring meeting</h1>{body}{PROSE}</body></html>")
    return read_page_facts(tree, address)


@pytest.mark.parametrize(
    "heading",
    [
        '<h1><a href="https://crumbs.example/">Half a Biscuit</a></h1>',
        '<h1 class="site-title">Half a Biscuit</h1>',
        '<h1><a href="/" rel="home">Half a Biscuit</a></h1>',
    ],
)
def test_the_heading_that_leads_home_is_the_name_of_the_site(heading: str) -> None:
    page = f"{heading}<h3 class='post-title'>No further action</h3>{PROSE}"
    tree = parse_page(f"<html><head><title>Half a Biscuit: No further action</title></head><body>{page}</body></html>")

    assert read_page_facts(tree).title == "No further action"


@pytest.mark.parametrize(
    "head",
    [
        LINKED,
        '<meta property="article:published_time" content="2024-05-03T09:00:00+01:00">',
        '<meta name="DC.date.issued" content="2024-05-03">',
    ],
)
def test_a_date_on_which_data_and_page_agree_is_trusted(head: str) -> None:
    published = facts(head).published

    assert (published.date, published.confidence, published.basis) == (DAY, Confidence.HIGH, DateBasis.PAGE)
    assert published.candidates == ()


def test_a_date_that_only_the_page_shows_asks_for_a_tick() -> None:
    published = facts(body='<p class="date">3 May 2024</p>').published

    assert (published.date, published.confidence) == (DAY, Confidence.MEDIUM)


def test_a_date_that_the_page_contradicts_is_kept_with_both_values_and_not_trusted() -> None:
    head = LINKED + '<meta property="article:published_time" content="2022-01-05">'

    published = facts(head).published

    assert (published.date, published.confidence) == (DAY, Confidence.LOW)
    assert published.candidates == (DAY, dt.date(2022, 1, 5))
    assert published.evidence == ("The page's own data give 3 May 2024, but 5 January 2022 was found on the page.",)


def test_a_date_somewhere_in_the_prose_is_not_trusted() -> None:
    published = facts(body="<p>The next meeting of the forum is on 3 May 2024 in the town hall.</p>").published

    assert (published.date, published.confidence) == (DAY, Confidence.LOW)


@pytest.mark.parametrize(
    "body",
    ["", '<p class="date">May 2024</p>', '<time datetime="2024">2024</time>', "<footer>© 2019 Northgate</footer>"],
    ids=["nothing", "month", "year", "copyright"],
)
def test_no_day_is_made_of_a_month_a_year_or_nothing(body: str) -> None:
    published = facts(body=body).published

    assert (published.date, published.confidence) == (None, Confidence.NONE)


@pytest.mark.parametrize("content", ["0001-01-01T00:00:00", "1970-01-01", "May 2024", "soon"])
def test_what_a_machine_writes_for_unknown_is_no_date(content: str) -> None:
    published = facts(f'<meta name="date" content="{content}">').published

    assert published.date is None


def test_the_address_may_hold_the_date() -> None:
    published = facts(address="https://www.northgate.example/2024/05/03/notes").published

    assert (published.date, published.confidence) == (DAY, Confidence.MEDIUM)


def test_the_title_and_the_people_are_taken_from_whoever_names_them_whole() -> None:
    head = (
        "<title>Notes of the spring meeting | Northgate</title>"
        '<meta name="author" content="admin"><meta property="og:site_name" content="Northgate">'
    )
    opinion = SecondOpinion(title="Notes of the spring…", authors=("Northgate", "By Ann Lee", "Ben Fox"))
    tree = parse_page(f"<html><head>{head}</head><body><h1>Notes of the spring meeting</h1></body></html>")

    found = read_page_facts(tree, None, opinion)

    assert found.title == "Notes of the spring meeting"
    assert found.author == "Ann Lee and Ben Fox"


def test_a_link_to_the_author_is_a_signature() -> None:
    assert facts(body='<a rel="author" href="/people/ann">Ann Lee</a>').author == "Ann Lee"


def test_nothing_is_fetched_even_if_the_page_is_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("a reader went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)

    read_page_facts(parse_page("http://www.northgate.example/2024/page"))


def test_the_page_stays_as_it_is() -> None:
    tree = parse_page(f"<html><head>{LINKED}</head><body><time>3 May 2024</time>{PROSE}</body></html>")

    assert read_page_facts(tree) == read_page_facts(tree)


@pytest.mark.parametrize(
    "body", ["<div>Date posted: 3 May 2024</div>", "<table><tr><td>Opened</td><td>3 May 2024</td></tr></table>"]
)
def test_a_day_that_the_page_calls_that_of_publication_asks_for_a_tick(body: str) -> None:
    published = facts(body=body).published

    assert (published.date, published.confidence) == (DAY, Confidence.MEDIUM)


def test_the_day_of_a_change_is_not_that_of_publication() -> None:
    head = '<meta name="dcterms.modified" content="2024-05-03">'

    assert facts(head, "<p>Last updated: 3 May 2024</p>").published.date is None


def test_a_vacancy_says_when_it_was_posted() -> None:
    head = LINKED.replace("Article", "JobPosting").replace("datePublished", "datePosted")

    assert facts(head).published.date == DAY


def test_a_page_that_tells_its_readers_another_day_than_its_data_is_dated_by_neither() -> None:
    published = facts(LINKED, "<div class='meta'>Posted on: 12 May 2024 | Reading time: 4 mins</div>").published

    assert (published.date, published.basis) == (None, DateBasis.CONFLICT)
    assert published.candidates == (DAY, dt.date(2024, 5, 12))
