"""A story that several documents tell is printed once and names the others."""

import datetime as dt

from flows.newsroom.desk import compose
from flows.newsroom.model import Confidence, DateBasis, Dated, Defaults, Draft, Issue, Masthead, Rights
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.record import issue_record
from flows.newsroom.renderers.text import PlainText
from flows.newsroom.selection import choose, make_brief
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import ISSUE_DAY, a_classification, a_source, a_summary, an_article

TOLD = "The council opens a hub for unpaid carers on Monday, with advice, a cup of tea and somebody who sits with you."
MARCH, JUNE = (
    Dated(date=dt.date(2026, month, 2), basis=DateBasis.STATED, confidence=Confidence.HIGH) for month in (3, 6)
)


def issue_of(*documents: tuple[str, str, Dated, Defaults], headline: str = "A hub for carers opens") -> Issue:
    articles = [
        an_article(*text.split("|"), headline=headline, published=day, source=a_source(path, defaults=defaults))
        for path, text, day, defaults in documents
    ]
    choice = choose([make_brief(article, ISSUE_DAY) for article in articles], most_stories=10)
    drafts = [
        Draft(article=article, summary=a_summary(article), classification=a_classification())
        for article in articles
        if article.source.path in choice.printed
    ]
    masthead = Masthead(name="Practice Matters")
    return compose(masthead, ISSUE_DAY, drafts, choice.left_out, default_taxonomy(), tellings=choice.tellings)


def said(organisation: str, address: str | None = None) -> Defaults:
    return Defaults(organisation=organisation, address=address, rights=Rights.OWN)


def test_the_other_source_is_named_with_its_link() -> None:
    issue = issue_of(
        ("a.txt", TOLD, MARCH, said("Eastmarsh Council")),
        ("b.txt", TOLD, MARCH, said("Carers Eastmarsh", "https://carers.example/hub")),
    )

    (story,) = set_issue(issue).stories
    (fact,) = [fact for fact in story.facts if fact.name == "Also told by"]
    assert (fact.words, fact.address) == ("Carers Eastmarsh", "https://carers.example/hub")
    assert "Also told by: Carers Eastmarsh\n  https://carers.example/hub" in PlainText()(issue).content.decode()
    assert [one.organisation for one in issue_record(issue).stories[0].also_told] == ["Carers Eastmarsh"]


def test_a_second_copy_of_one_source_is_not_named() -> None:
    issue = issue_of(
        ("a.txt", TOLD, MARCH, said("Eastmarsh Council")), ("b.txt", TOLD, MARCH, said("Eastmarsh Council"))
    )

    (story,) = set_issue(issue).stories
    assert all(fact.name != "Also told by" for fact in story.facts)


def test_an_update_says_that_it_replaces_an_earlier_version() -> None:
    council = said("Eastmarsh Council")

    issue = issue_of(("a.txt", TOLD, MARCH, council), ("b.txt", f"{TOLD}|It opens at nine.", JUNE, council))

    (story,) = set_issue(issue).stories
    assert story.document == "b.txt"
    assert ("Updated", "This replaces an earlier version of 2 March 2026.") in {(f.name, f.words) for f in story.facts}
    assert issue_record(issue).stories[0].also_told[0].is_earlier


CHANGED = (
    "Instead of Monday the doors open on Thursday, because the lift of the old library has to be mended before that."
)


def test_a_later_version_of_the_same_title_needs_little_in_common() -> None:
    council = said("Eastmarsh Council")
    earlier, later = ("a.txt", f"{TOLD}|{TOLD.upper()}", MARCH, council), ("b.txt", f"{TOLD}|{CHANGED}", JUNE, council)

    same = issue_of(earlier, later)

    assert [story.article.source.path for story in same.stories] == ["b.txt"]


def test_documents_that_only_share_a_title_are_both_printed() -> None:
    council = said("Eastmarsh Council")

    issue = issue_of(("a.txt", TOLD, MARCH, council), ("b.txt", CHANGED, JUNE, council))

    assert len(issue.stories) == 2
