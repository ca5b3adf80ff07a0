"""What a mail that came in is; a machine's answer never takes anybody off the list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.model.postroom import BounceKind
from flows.newsroom.postroom.arrivals import LARGEST_BYTES, Arrival, Complaint, Silent, Wish, read_arrival
from flows.newsroom.postroom.bounces import Bounce
from flows.newsroom.postroom.keys import Keys
from flows.newsroom.postroom.leaving import token
from flows.newsroom.postroom.message.copies import Copy
from tests.newsroom.postroom.returned_mail import MESSAGE_ID, VERP, a_bounce, a_complaint, a_mail

KEYS = Keys(addresses=b"a" * 32, links=b"l" * 32)
LIST = "newsletter.example.org"
MEMBER = "4f2a9c01d7be"
GOOD = token(MEMBER, LIST, KEYS)
FORGED = token(MEMBER, "other.example.org", KEYS)


def read(content: bytes) -> Arrival:
    return read_arrival(content, LIST, KEYS)


def test_a_bounce_is_known_although_it_calls_itself_an_answer() -> None:
    arrival = read(a_bounce())

    assert isinstance(arrival, Bounce)
    assert arrival.kind is BounceKind.HARD


def test_a_notice_that_a_mail_is_late_is_no_bounce() -> None:
    assert read(a_bounce(action="delayed", status="4.4.1")) is Silent.LATE


def test_a_complaint_names_the_copy() -> None:
    arrival = read(a_complaint())

    assert isinstance(arrival, Complaint)
    assert (arrival.trace.copy, arrival.trace.message_id) == (Copy("2026-11-21", MEMBER), MESSAGE_ID)


@pytest.mark.parametrize(
    "mark", [{"Auto_Submitted": "auto-replied"}, {"Precedence": "auto_reply"}, {"X_Autoreply": "yes"}]
)
@pytest.mark.parametrize("subject", ["Out of office", f"Out of office: unsubscribe {GOOD}", f"unsubscribe {GOOD}"])
def test_a_holiday_reply_is_not_counted_whatever_it_quotes(mark: dict[str, str], subject: str) -> None:
    assert read(a_mail(To=VERP, From="ann@example.com", Subject=subject, **mark)) is Silent.AUTOMATIC


def test_a_receipt_is_no_answer_of_a_person() -> None:
    receipt = "multipart/report; report-type=disposition-notification; boundary=b"

    assert read(a_mail(From="ann@example.com", Content_Type=receipt, body="--b\n\nread\n--b--\n")) is Silent.AUTOMATIC


@pytest.mark.parametrize(
    "subject", [f"unsubscribe {GOOD}", f"Re: unsubscribe {GOOD}", f"=?utf-8?q?unsubscribe_{GOOD.replace('_', '=5F')}?="]
)
def test_the_token_decides_who_leaves_not_the_sender(subject: str) -> None:
    assert read(a_mail(From="somebody.else@example.com", Subject=subject)) == Wish(member=MEMBER)


def test_a_forged_token_takes_nobody_off() -> None:
    assert read(a_mail(From="ann@example.com", Subject=f"unsubscribe {FORGED}")) == Wish()


@pytest.mark.parametrize("subject", ["unsubscribe", "RE: Unsubscribe", "Please unsubscribe me", "AW: Fwd: unsubscribe"])
def test_without_a_token_the_sender_is_named(subject: str) -> None:
    assert read(a_mail(From="Ann <ann@example.com>", Subject=subject)) == Wish(sender="ann@example.com")


def test_of_several_senders_nobody_knows_who_asks() -> None:
    assert read(a_mail(From="ann@example.com, bob@example.com", Subject="unsubscribe")) == Wish()


@pytest.mark.parametrize("subject", ["Leave of absence", "The unsubscribe link", "", "unsubscribed by mistake?"])
def test_what_only_sounds_like_it_is_left_to_a_person(subject: str) -> None:
    assert read(a_mail(From="ann@example.com", Subject=subject)) is Silent.OTHER


def _nested(depth: int) -> bytes:
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return opened.encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 1000,
        _nested(150),
        _nested(5000),
        b"Subject: " + b"=?utf-8?b?" * 100_000,
        b"Content-Type: message/delivery-status\n\nStatus: " + b"5.1.1" * 100_000,
        b"Content-Type: multipart/report; boundary=\xff\n\n--\xff\nContent-Type: message/rfc822\n\n--\xff\n",
        a_bounce().replace(b"Action: failed", b"Action: \xff\xfe").replace(b"utf-8", b"no-such-charset"),
        a_mail(Subject="=?no-such-charset?q?unsubscribe?=", From="ann@example.com"),
    ],
)
def test_no_mail_however_it_is_built_ends_the_reading(content: bytes) -> None:
    assert isinstance(read(content), Silent | Bounce)


@given(st.binary(max_size=300), st.integers(0, 900), st.integers(0, 300))
def test_a_bounce_damaged_anywhere_ends_nothing(junk: bytes, start: int, length: int) -> None:
    whole = a_bounce()

    assert isinstance(read(whole[:start] + junk + whole[start + length :]), Silent | Bounce | Wish)


def test_of_a_large_mail_that_came_back_only_the_beginning_is_read() -> None:
    whole = a_bounce().replace(b"the newsletter", b"A" * 4 * LARGEST_BYTES)

    arrival = read(whole[:LARGEST_BYTES])

    assert isinstance(arrival, Bounce)
    assert arrival.trace.message_id == MESSAGE_ID
