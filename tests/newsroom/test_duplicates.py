"""Each thing is kept once: the richest copy, whatever the order in which the documents come."""

import datetime as dt
from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.duplicates import Duplicate, DuplicateKind, Fingerprint, find_duplicates, fingerprint
from flows.newsroom.model import Confidence, Dated
from tests.factories import a_source, an_article

DATED = Dated(date=dt.date(2026, 11, 1), confidence=Confidence.HIGH)


def words(start: int, count: int) -> str:
    return " ".join(f"w{number}" for number in range(start, start + count))


def found(texts: dict[str, str], dated: Sequence[str] = ()) -> tuple[Duplicate, ...]:
    articles = [
        an_article(text, source=a_source(path), published=DATED if path in dated else None)
        for path, text in texts.items()
    ]
    return find_duplicates([fingerprint(article) for article in articles])


def pairs(duplicates: Sequence[Duplicate]) -> set[tuple[str, str]]:
    return {(duplicate.dropped, duplicate.kept) for duplicate in duplicates}


def test_the_same_words_are_the_same_document() -> None:
    (duplicate,) = found({"b.txt": words(0, 200), "a.txt": words(0, 200)})

    assert duplicate == Duplicate(dropped="b.txt", kept="a.txt", containment=1.0, kind=DuplicateKind.SAME)


def test_different_documents_are_no_duplicates() -> None:
    assert found({"a.txt": words(0, 300), "b.txt": words(1_000, 300)}) == ()


def test_a_copy_that_was_cut_goes_and_the_longer_stays() -> None:
    (duplicate,) = found({"a.txt": words(0, 180), "b.txt": words(0, 300)})

    assert (duplicate.dropped, duplicate.kept, duplicate.kind) == ("a.txt", "b.txt", DuplicateKind.NEAR)
    assert duplicate.containment == 1.0


def test_a_teaser_inside_a_long_article_goes() -> None:
    for length in (5, 12, 25, 60, 110):
        assert pairs(found({"a.txt": words(700, length), "b.txt": words(0, 2_000)})) == {("a.txt", "b.txt")}


def test_half_of_the_wording_makes_a_duplicate_and_less_does_not() -> None:
    whole = words(0, 400)

    assert pairs(found({"half.txt": f"{words(0, 110)} {words(5_000, 90)}", "whole.txt": whole}))
    assert not found({"less.txt": f"{words(0, 80)} {words(5_000, 120)}", "whole.txt": whole})


def test_an_edited_copy_is_found() -> None:
    original = words(0, 400).split()
    edited = " ".join("edited" if number % 12 == 0 else word for number, word in enumerate(original))

    assert pairs(found({"a.txt": words(0, 400), "b.txt": edited})) == {("b.txt", "a.txt")}


def test_shared_boilerplate_alone_makes_no_duplicates() -> None:
    boilerplate = words(90_000, 80)

    assert not found({f"{n}.txt": f"{words(1_000 * n, 200)} {boilerplate}" for n in range(30)})


def test_among_equals_the_dated_copy_stays_and_then_the_smaller_path() -> None:
    text = words(0, 200)

    assert pairs(found({"a.txt": text, "b.txt": text, "c.txt": text}, dated=["c.txt"])) == {
        ("a.txt", "c.txt"),
        ("b.txt", "c.txt"),
    }
    assert pairs(found({"b.txt": text, "a.txt": text})) == {("b.txt", "a.txt")}


def on(day: int) -> Dated:
    return Dated(date=dt.date(2026, 11, day), confidence=Confidence.HIGH)


def test_of_two_versions_the_later_stays_though_it_is_the_shorter() -> None:
    earlier = an_article(words(0, 300), source=a_source("a.txt"), published=on(1))
    later = an_article(f"{words(0, 200)} {words(900, 60)}", source=a_source("b.txt"), published=on(9))

    (duplicate,) = find_duplicates([fingerprint(earlier), fingerprint(later)])

    assert (duplicate.dropped, duplicate.kept, duplicate.kind) == ("a.txt", "b.txt", DuplicateKind.EARLIER)


def test_a_later_teaser_is_no_version_of_the_report() -> None:
    report = an_article(words(0, 300), source=a_source("a.txt"), published=on(1))
    teaser = an_article(words(0, 60), source=a_source("b.txt"), published=on(9))

    (duplicate,) = find_duplicates([fingerprint(report), fingerprint(teaser)])

    assert (duplicate.dropped, duplicate.kind) == ("b.txt", DuplicateKind.NEAR)


def test_a_chain_of_versions_leaves_one_document() -> None:
    versions = {"1.txt": words(0, 400), "2.txt": words(170, 390), "3.txt": words(340, 380)}

    assert pairs(found(versions)) == {("2.txt", "1.txt"), ("3.txt", "1.txt")}


def test_a_teaser_of_two_reports_does_not_make_them_one() -> None:
    teaser = words(0, 30)
    reports = {"a.txt": f"{teaser} {words(1_000, 300)}", "b.txt": f"{teaser} {words(2_000, 280)}", "t.txt": teaser}

    assert pairs(found(reports)) == {("t.txt", "a.txt")}


def test_a_set_phrase_of_many_goes_to_the_richest_of_them() -> None:
    phrase = words(0, 30)
    reports = {f"{number:02}.txt": f"{phrase} {words(1_000 * number, 300 - number)}" for number in range(1, 15)}

    assert pairs(found({**reports, "phrase.txt": phrase})) == {("phrase.txt", "01.txt")}


def test_many_copies_leave_one() -> None:
    copies = {f"{number:02}.txt": f"{words(0, 300)} {words(5_000 + 10 * number, 6)}" for number in range(40)}

    assert pairs(found(copies)) == {(path, "00.txt") for path in copies if path != "00.txt"}


def test_documents_without_words_are_left_alone() -> None:
    assert found({"a.txt": "—", "b.txt": "…"}) == ()
    assert found({}) == ()


def test_a_fingerprint_is_a_few_bytes_a_word() -> None:
    made = fingerprint(an_article(words(0, 600)))

    assert len(made.shingles) <= 4 * 600


PIECES = st.lists(st.integers(0, 5), min_size=1, max_size=4)


@settings(max_examples=40)
@given(st.lists(PIECES, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_the_documents_does_not_matter(documents: list[list[int]], random: Random) -> None:
    fingerprints = [
        fingerprint(an_article(" ".join(words(100 * piece, 30) for piece in pieces), source=a_source(f"{number}.txt")))
        for number, pieces in enumerate(documents)
    ]
    shuffled = list(fingerprints)
    random.shuffle(shuffled)

    duplicates = find_duplicates(fingerprints)

    assert find_duplicates(shuffled) == duplicates
    kept = {duplicate.kept for duplicate in duplicates}
    dropped = [duplicate.dropped for duplicate in duplicates]
    assert kept.isdisjoint(dropped)
    assert len(set(dropped)) == len(dropped)


POSTER = (
    "The soup supper at the Wherry Street Centre is on Tuesday 1 December at half past six, and Odette Farrow plays.",
    "There is room for 30 below the gallery; ring the centre on 01632 960418 if you come with a wheelchair.",
)
PUT_OFF = (
    "Sorry: there is water in the fuse box of the Wherry Street Centre, so we have a new date, Tuesday 8 December.",
    "Odette Farrow can come then as well. Questions to 01632 960418.",
)
TWICE_TOLD = (
    (
        "From October the 68 social workers of Fellgate Trust go back to Orrinshire Council, writes Rosalind Prewett.",
        "Assessments fell from 1,150 to 640 a year, and Idris Calloway answers at Beck House and Orrin Library.",
    ),
    (
        "Orrinshire Council takes on 68 staff of the Fellgate Trust, said Rosalind Prewett and Idris Calloway.",
        "Only 640 assessments were made where 1,150 had been; come and ask at Orrin Library or at Beck House.",
    ),
)


def titled(path: str, title: str | None, *sentences: str, day: dt.date | None = None) -> Fingerprint:
    published = Dated(date=day, confidence=Confidence.HIGH) if day else None
    return fingerprint(an_article(*sentences, headline=title, source=a_source(path), published=published))


def test_a_notice_that_announces_a_change_is_printed_instead_of_what_it_changes() -> None:
    poster = titled("poster.txt", "Soup supper at Wherry Street", *POSTER)
    change = titled("change.eml", "Soup supper: change of date", *PUT_OFF, day=dt.date(2026, 11, 28))

    (duplicate,) = find_duplicates([poster, change])

    assert (duplicate.dropped, duplicate.kept, duplicate.kind) == ("poster.txt", "change.eml", DuplicateKind.EARLIER)


def test_a_change_of_something_else_at_the_same_place_replaces_nothing() -> None:
    poster = titled("poster.txt", "Soup supper at Wherry Street", *POSTER)
    change = titled("change.eml", "Benefits clinic: change of date", *PUT_OFF, day=dt.date(2026, 11, 28))

    assert find_duplicates([poster, change]) == ()


def test_what_was_announced_after_a_change_is_not_replaced_by_it() -> None:
    poster = titled("poster.txt", "Soup supper at Wherry Street", *POSTER, day=dt.date(2026, 11, 29))
    change = titled("change.eml", "Soup supper: change of date", *PUT_OFF, day=dt.date(2026, 11, 28))

    assert find_duplicates([poster, change]) == ()


def test_one_story_told_in_other_words_is_printed_once() -> None:
    one, other = (titled(f"{number}.txt", None, *told) for number, told in enumerate(TWICE_TOLD))

    (duplicate,) = find_duplicates([one, other])

    assert duplicate.kind is DuplicateKind.STORY


def test_two_stories_of_the_same_people_are_both_printed() -> None:
    one = titled("one.txt", None, *TWICE_TOLD[0])
    other = titled(
        "other.txt",
        None,
        "Orrinshire Council thanks Rosalind Prewett, who leaves Fellgate Trust for a post in Quernstone after 14.",
        "At Thornaby Hall Mercy Danquah-Holt gave her a kettle, and 212 colleagues signed the Holmscar tablecloth.",
    )

    assert find_duplicates([one, other]) == ()
