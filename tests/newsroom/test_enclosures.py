"""Documents that lie within others stand by themselves, under what was said of the one they lie in."""

import datetime as dt
import hashlib
from dataclasses import replace

from flows.newsroom.enclosures import (
    left_out_within,
    sources_within,
    why_not_all,
    why_only_an_envelope,
    why_too_old,
)
from flows.newsroom.model import FEED_ENTRY, Dated, Defaults, Enclosure, RawDocument, Rights, SettledDay, Stage, Within
from tests.factories import a_raw_document, a_source, an_article

MINUTES = Enclosure(name="minutes.pdf", media_type="application/pdf", content=b"%PDF-1.7")
SAID = Defaults(
    organisation="Anytown Council",
    rights=Rights.OGL,
    title="The letter",
    author="Ann Archer",
    published=dt.date(2026, 3, 2),
    days=(SettledDay(words="17 August", date=dt.date(2026, 8, 17)),),
)


def a_letter(*lines: str, enclosed: tuple[Enclosure, ...] = (MINUTES,), within: tuple[Within, ...] = ()) -> RawDocument:
    source = replace(a_source("in/letter.eml", media_type="message/rfc822", defaults=SAID), within=within)
    return replace(a_raw_document(*lines, source=source), enclosed=enclosed)


def test_a_document_within_another_is_named_after_both_and_known_by_its_own_bytes() -> None:
    ((source, content),) = sources_within(a_letter())

    assert (source.path, source.media_type) == ("in/letter.eml/minutes.pdf", "application/pdf")
    assert source.id == hashlib.sha256(content).hexdigest()


def test_it_is_under_the_rights_of_the_outer_one_but_has_neither_its_title_nor_its_author_nor_its_days() -> None:
    ((source, _),) = sources_within(a_letter())

    assert source.defaults == Defaults(organisation="Anytown Council", rights=Rights.OGL)


def test_a_person_may_speak_of_it_and_leave_it_out() -> None:
    said = Defaults(rights=Rights.PRESS, title="Minutes")
    letter = a_letter(within=(Within(name="minutes.pdf", defaults=said, leave_out=True),))

    ((source, _),) = sources_within(letter)

    assert source.defaults == said
    assert left_out_within(letter) == {source.path}


def test_an_entry_with_a_page_of_its_own_has_that_address() -> None:
    entry = Enclosure(name="a", media_type="text/html", content=b"", address="https://a.example/x")

    ((source, _),) = sources_within(a_letter(enclosed=(entry,)))

    assert source.defaults.address == "https://a.example/x"


def test_a_message_that_only_points_to_what_is_attached_gives_way_to_it() -> None:
    attached = an_article("The forum met.", source=a_source("in/letter.eml/minutes.pdf"))

    rejection = why_only_an_envelope(a_letter("Dear all,", "Please find attached the minutes."), [attached])

    assert rejection
    assert (rejection.stage, rejection.instead) == (Stage.COMPOSE, "in/letter.eml/minutes.pdf")


def test_a_message_with_something_to_say_stands_beside_what_is_attached() -> None:
    attached = an_article("The forum met.")

    assert why_only_an_envelope(a_letter("Attached. " + "The play scheme ran on Monday. " * 12), [attached]) is None
    assert why_only_an_envelope(a_letter("Coffee morning on 3 March at ten in the hall."), [attached]) is None


def test_a_message_is_kept_when_what_it_points_to_could_not_be_read() -> None:
    letter = a_letter("The minutes are attached.")

    assert why_only_an_envelope(letter, []) is None


def an_entry(day: dt.date | None, kind: str = FEED_ENTRY) -> RawDocument:
    source = a_source("news.rss/A house", media_type=kind)
    return replace(a_raw_document("It is open.", source=source), published=Dated(date=day))


def test_an_old_entry_of_a_feed_is_left_out_and_nothing_else_is() -> None:
    today, old = dt.date(2026, 11, 21), dt.date(2026, 10, 1)

    assert why_too_old(an_entry(old), today, 45)
    assert why_too_old(an_entry(old), today, 51) is None
    assert why_too_old(an_entry(None), today, 45) is None
    assert why_too_old(an_entry(old, "text/html"), today, 45) is None


def test_what_was_left_of_a_feed_is_named() -> None:
    feed = replace(a_raw_document(source=a_source("news.rss")), notes=("50 more were left.",))

    rejection = why_not_all(feed)

    assert rejection
    assert (rejection.path, rejection.reason) == ("news.rss", "50 more were left.")
    assert why_not_all(a_letter("The play scheme ran.")) is None
