"""Each thing is printed once, at most so many things, and every other document says why it is not there."""

import datetime as dt
from dataclasses import replace

from flows.newsroom.model import (
    Article,
    Colour,
    Confidence,
    DateBasis,
    Dated,
    Defaults,
    Light,
    LightKind,
    Rights,
)
from flows.newsroom.selection import Brief, choose, make_brief, waits_for
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


def a_private_article(path: str = "private.txt", rights: Rights = Rights.OWN) -> Article:
    text = " ".join(f"word{n}" for n in range(100))
    made = an_article(text, source=a_source(path, defaults=Defaults(rights=rights)))
    reason = "An NHS number. The whole document waits until you have decided."
    return replace(made, lights=(Light(colour=Colour.RED, kind=LightKind.PRIVACY, reason=reason, sentence=0),))


def test_a_document_with_a_red_light_waits_and_says_for_what_and_what_to_write() -> None:
    choice = choose([brief(a_private_article())], most_stories=10)

    (left_out,) = choice.left_out
    assert choice.printed == frozenset()
    assert "an NHS number" in left_out.reason
    assert 'decided = ["privacy"]' in left_out.reason


def test_a_copy_of_what_waits_may_be_printed() -> None:
    clean = an_article(" ".join(f"word{n}" for n in range(60)), source=a_source("clean.txt"))

    choice = choose([brief(a_private_article()), brief(clean)], most_stories=10)

    assert choice.printed == {"clean.txt"}


def test_of_a_signpost_only_a_red_title_is_in_the_way() -> None:
    in_a_sentence = a_private_article("sentence.txt", Rights.PRESS)
    in_the_title = replace(in_a_sentence, lights=tuple(replace(one, sentence=None) for one in in_a_sentence.lights))

    assert waits_for(in_a_sentence) is None
    assert waits_for(in_the_title) is not None
