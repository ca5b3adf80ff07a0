"""A text built to be slow costs no more processor time than its length asks."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import process_time

import pytest

from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.dating import Telling, find_events
from flows.newsroom.dating.days import find_days
from flows.newsroom.errors import EmptyDocumentError
from flows.newsroom.headlines import headline
from flows.newsroom.language.quotation_marks import find_quoted
from flows.newsroom.language.sentences import split
from flows.newsroom.language.typography import repair
from flows.newsroom.lights.privacy import privacy_lights
from flows.newsroom.model import Confidence, DateBasis, Dated
from flows.newsroom.people import people
from tests.factories import a_raw_document, an_article

TODAY = dt.date(2026, 11, 21)
STATED = Dated(date=dt.date(2026, 11, 1), basis=DateBasis.STATED, confidence=Confidence.HIGH)
PROSE = "Carers met the council in Luton. They told it what they need."


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Fails if what stands within it takes more processor time."""
    began = process_time()
    yield
    assert process_time() - began < seconds


@pytest.mark.parametrize(
    "text",
    [
        "&" + "amp;" * 30_000,
        "&#38;" + "#038;" * 20_000,
        "a" + "\u0301\u0327" * 20_000,
        "â€™" * 20_000,
        "\u200d" * 30_000,
        " \t" * 30_000,
        "\n" * 30_000,
    ],
    ids=["nested entities", "nested numbers", "marks", "mojibake", "joiners", "spaces", "lines"],
)
def test_a_text_is_repaired_in_no_more_time_than_its_length_asks(text: str) -> None:
    with at_most(1):
        repair(text)


@pytest.mark.parametrize("line", ["." * 100_000, "e.g. A " * 20_000, "a (b. C " * 20_000, '. "' * 50_000])
def test_a_line_is_soon_split_into_sentences(line: str) -> None:
    with at_most(1):
        assert split(line)


@pytest.mark.parametrize("text", ["Ann " * 50_000, "director of A " * 20_000, "O’" * 50_000, "Aa-" * 50_000])
def test_people_are_soon_found(text: str) -> None:
    with at_most(1):
        assert people(text) == ()


@pytest.mark.parametrize("text", ["1 " * 9_000, "1, " * 9_000, "3 May " * 3_000, "1-" * 9_000, "May 1 " * 3_000])
def test_days_are_soon_found(text: str) -> None:
    with at_most(1):
        find_days(text)


def test_thousands_of_quotation_marks_are_soon_read() -> None:
    with at_most(2):
        assert len(find_quoted("‘a “b.” c.’ " * 5_000)) >= 5_000


def test_a_table_of_days_does_not_take_for_ever() -> None:
    texts = ["We met on 3 May 2026 and "] * 2_000 + ["x" + " on 4 May 2026 we met" * 2_000]
    tellings = [Telling(text=text, sentence=index) for index, text in enumerate(texts)]

    with at_most(3):
        assert len(find_events(tellings, STATED, today=TODAY).events) == 1


@pytest.mark.parametrize("published", [Dated(), STATED], ids=["without a date", "with a date"])
@pytest.mark.parametrize(
    "words",
    [
        "the group met on 3 May 2025 and " * 2_000,
        "it was today and on Friday " * 20_000,
        "the deadline for entries is 3 May 2025 and " * 2_000,
    ],
)
def test_a_sentence_of_many_days_is_read_once(words: str, published: Dated) -> None:
    with at_most(1):
        find_events([Telling(text=words, sentence=0)], published, today=TODAY)


@pytest.mark.parametrize(
    "lead", ["It" + " " * 100_000 + "ends.", "in " * 50_000 + "May.", "1," * 50_000 + "2.", "a, " * 50_000 + "b."]
)
def test_a_lead_built_to_be_slow_is_given_up_at_once(lead: str) -> None:
    with at_most(2):
        assert headline(None, [lead]).text is None


@pytest.mark.parametrize(
    "piece",
    [
        "Jane ",
        "a",
        "A",
        "was ",
        "he is a ",
        "Mr ",
        "“A ",
        "1,",
        "Aa-",
        "Jane, 8",
        "the mother of ",
        "has a very ",
        "A b c ",
    ],
)
def test_a_line_is_soon_looked_through_for_private_matters(piece: str) -> None:
    line = "Jane was " + piece * (100_000 // len(piece))

    with at_most(2):
        list(privacy_lights(replace(an_article(PROSE, line), people=people(line))))


@pytest.mark.parametrize(
    "lines",
    [
        ["See also"] * 1_000,
        ["Ann Archer"] * 1_000,
        ["3 May 2026"] * 500,
        [PROSE * 300],
        ["We met on 3 May 2026 and " * 300],
        ["x ." + " ." * 20_000],
        ["A b c", "Ann Archer is a nurse"] * 500,
    ],
)
def test_no_document_takes_long(lines: list[str]) -> None:
    with at_most(5):
        try:
            make_article(a_raw_document(*lines), lexicon=default_lexicon(), today=TODAY)
        except EmptyDocumentError:
            assert len(lines) > 1  # what is said over and over is a running head, and no text
