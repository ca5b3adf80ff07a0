"""Each thing is printed once, at most so many things, and every other document says why it is not there."""

import datetime as dt

from flows.newsroom.model import Article, Confidence, DateBasis, Dated, Defaults, Rights
from flows.newsroom.selection import Brief, choose, make_brief
from tests.factories import ISSUE_DAY, a_source, an_article


def brief(article: Article) -> Brief:
    return make_brief(article, ISSUE_DAY)


def an_article_of(path: str, text: str, day: int) -> Article:
    published = Dated(date=dt.date(2026, 11, day), basis=DateBasis.STATED, confidence=Confidence.HIGH)
    return an_article(text, source=a_source(path), published=published)


def test_the_same_text_is_printed_once_and_the_other_names_it() -> None:
    text = " ".join(f"word{n}" for n in range(100))
    briefs = [brief(an_article_of("a.txt", text, 1)), brief(an_article_of("b.txt", text, 1))]

    choice = choose(briefs, most_stories=10)

    assert choice.printed == {"a.txt"}
    (left_out,) = choice.left_out
    assert left_out.path == "b.txt"
    assert left_out.instead == "a.txt"


def test_our_own_copy_goes_before_a_longer_one_of_the_press() -> None:
    text = " ".join(f"word{n}" for n in range(100))
    press = Defaults(rights=Rights.PRESS)
    own = an_article(text, source=a_source("own.txt", defaults=Defaults(rights=Rights.OWN)))
    longer = an_article(f"{text} and a line more", source=a_source("press.txt", defaults=press))

    choice = choose([brief(own), brief(longer)], most_stories=10)

    assert choice.printed == {"own.txt"}


def test_the_oldest_find_no_room() -> None:
    briefs = [brief(an_article_of(f"{day}.txt", f"Text of day {day} alone stands here.", day)) for day in (1, 2, 3)]

    choice = choose(briefs, most_stories=2)

    assert choice.printed == {"2.txt", "3.txt"}
    assert [one.path for one in choice.left_out] == ["1.txt"]
