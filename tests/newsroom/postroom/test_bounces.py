"""Whose fault it is that a mail came back, and which copy it was."""

from email import message_from_bytes

import pytest

from flows.newsroom.model.postroom import BounceKind, SuppressionReason
from flows.newsroom.postroom.bounces import Bounce, bounce_in, kind_of, reason_to_stop
from flows.newsroom.postroom.message.copies import Copy
from tests.newsroom.postroom.returned_mail import MESSAGE_ID, VERP, a_bounce, a_mail, a_report

HARD, SOFT, OURS = BounceKind.HARD, BounceKind.SOFT, BounceKind.OURS
COPY = Copy("2026-11-21", "4f2a9c01d7be")


def read(content: bytes) -> Bounce:
    bounce = bounce_in(message_from_bytes(content))
    assert bounce is not None
    return bounce


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("5.1.1", HARD),
        ("5.1.10", HARD),
        ("5.2.1", HARD),
        ("5.4.4", HARD),
        ("5.2.2", SOFT),
        ("5.4.1", OURS),
        ("4.4.1", SOFT),
        ("5.0.0", SOFT),
        ("4.1.1", SOFT),
        ("4.4.7", SOFT),
        ("5.7.1", OURS),
        ("5.7.26", OURS),
        ("4.7.28", OURS),
        ("5.3.4", OURS),
        ("5.2.3", OURS),
        ("5.1.7", OURS),
        ("5.1.8", OURS),
        ("5.6.0", OURS),
    ],
)
def test_what_says_something_of_us_is_no_fault_of_the_member(status: str, kind: BounceKind) -> None:
    assert kind_of(status) is kind
    assert read(a_bounce(status=status)).kind is kind


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded", "Delayed (still trying)"])
def test_a_report_of_anything_but_a_failure_has_no_fault(action: str) -> None:
    assert read(a_bounce(action=action, status="4.4.1")).kind is None


def test_a_bare_failure_may_pass() -> None:
    assert read(a_bounce(status=None)).kind is SOFT


def test_a_vague_status_gives_way_to_what_the_server_said() -> None:
    bounce = read(a_bounce(status="5.0.0", diagnostic="smtp; 550-5.1.1 The account does not exist at 4.1.2.3"))

    assert (bounce.status, bounce.kind) == ("5.1.1", HARD)


def test_a_vague_status_gives_way_to_words_that_speak_of_the_sender() -> None:
    refused = read(a_bounce(status="5.0.0", diagnostic="smtp; 550 blocked using a list of senders"))
    gone = read(a_bounce(status="5.0.0", diagnostic="smtp; 550 unknown user, says the policy"))

    assert (refused.kind, gone.kind) == (OURS, SOFT)


def test_numbers_of_a_computer_are_no_status() -> None:
    assert read(a_bounce(status=None, diagnostic="smtp; 550 refused by [5.1.1.7], see 10.5.1.1")).status == "5.0.0"


@pytest.mark.parametrize(("status", "kind"), [("5.1.1 (no such mailbox)", HARD), ("4.1.1", None), ("x", None)])
def test_without_an_action_only_a_final_code_is_believed(status: str, kind: BounceKind | None) -> None:
    assert read(a_bounce(status=status, action=None)).kind is kind


@pytest.mark.parametrize(
    ("others", "kind"),
    [
        (["Action: relayed\nStatus: 2.0.0\n"], None),
        (["Action: failed\nStatus: 5.2.2\n"], SOFT),
        (["Action: failed\nStatus: 5.1.1\n"], HARD),
    ],
)
def test_a_shared_mailbox_is_not_gone_because_one_of_its_people_is(others: list[str], kind: BounceKind | None) -> None:
    assert read(a_report(["Action: failed\nStatus: 5.1.1\n", *others])).kind is kind


def test_a_copy_is_known_by_the_address_that_it_came_back_to() -> None:
    assert read(a_bounce(message_id=None)).trace.copy == COPY


def test_relays_may_change_the_case_of_that_address() -> None:
    assert read(a_bounce(to=VERP.upper())).trace.copy == COPY


@pytest.mark.parametrize(
    "returned", ["message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"]
)
def test_else_it_is_known_by_the_mail_that_came_back(returned: str) -> None:
    trace = read(a_bounce(to="news@example.org", returned=returned)).trace

    assert (trace.copy, trace.message_id) == (None, MESSAGE_ID)


def test_a_report_for_addresses_of_all_letters_is_read_too() -> None:
    assert read(a_bounce(report="message/global-delivery-status")).kind is HARD


def test_a_machine_that_writes_only_words_is_understood_by_its_code() -> None:
    words = "Your message was rejected:\n550 #5.1.1 No such person.\n"

    bounce = read(a_mail(From="postmaster@example.com", To=VERP, body=words))

    assert (bounce.trace.copy, bounce.kind) == (COPY, HARD)


@pytest.mark.parametrize("content", [a_mail(From="ann@example.com", body="550 5.1.1\n"), a_mail(To=VERP), b"", b"\xff"])
def test_mail_of_a_person_is_no_bounce(content: bytes) -> None:
    assert bounce_in(message_from_bytes(content)) is None


def test_a_report_within_a_mail_that_came_back_is_not_about_us() -> None:
    inner = a_bounce().decode()
    passed_on = a_mail(From="ann@example.com", Content_Type="message/rfc822", body=inner)

    assert bounce_in(message_from_bytes(passed_on)) is None


@pytest.mark.parametrize(
    ("failures", "reason"),
    [
        ([], None),
        ([("a", HARD)], SuppressionReason.HARD_BOUNCE),
        ([("a", SOFT), ("b", SOFT)], None),
        ([("a", SOFT), ("a", SOFT), ("a", SOFT), ("b", SOFT)], None),
        ([("a", SOFT), ("b", SOFT), ("c", SOFT)], SuppressionReason.SOFT_BOUNCES),
        ([("a", OURS), ("b", OURS), ("c", OURS), ("d", OURS)], None),
    ],
)
def test_one_hard_failure_or_soft_ones_of_three_mailings_end_it(
    failures: list[tuple[str, BounceKind]], reason: SuppressionReason | None
) -> None:
    assert reason_to_stop(failures) is reason
