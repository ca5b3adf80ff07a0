"""How far each copy has got: compare-and-set moves, and what a dead sender leaves behind."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.model.postroom import Counts, DeliveryState, Mailing, MailingState, Reason
from flows.newsroom.postroom.answers import DOUBT, Outcome
from flows.newsroom.postroom.claims import LONGEST_WAIT_SECONDS, Claim
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.store import open_store
from tests.newsroom.postroom.clocks import HandClock

MAILING = "2026-11-21"
SENT = Outcome(state=DeliveryState.SENT, code=250)
LATER = Outcome(state=DeliveryState.DEFERRED, code=450, reason=Reason.ASKED_TO_WAIT)
DEAD = Outcome(state=DeliveryState.FAILED, code=550, enhanced="5.1.1", reason=Reason.NO_SUCH_MAILBOX)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def ledger(tmp_path: Path, clock: HandClock) -> Iterator[Ledger]:
    with open_store(tmp_path) as connection:
        ledger = Ledger(connection, clock)
        ledger.save_mailing(Mailing(id=MAILING, issue=dt.date(2026, 11, 21)))
        ledger.enrol(MAILING, [(member, f"key {member}", f"<{member}@forum.example>") for member in "abc"])
        yield ledger


def _claim(ledger: Ledger, member: str = "a") -> Claim:
    claim = ledger.claim(MAILING, member)
    assert claim is not None
    return claim


def _state(ledger: Ledger, member: str = "a") -> DeliveryState:
    delivery = ledger.delivery(MAILING, member)
    assert delivery is not None
    return delivery.state


def test_a_mailing_is_read_back_as_it_was_written(ledger: Ledger) -> None:
    mailing = Mailing(
        id="2026-11-21-c1",
        issue=dt.date(2026, 11, 21),
        state=MailingState.RELEASED,
        released_at=5.5,
        repeats_doubt=True,
    )

    ledger.save_mailing(mailing)

    assert ledger.mailing(mailing.id) == mailing
    assert [each.id for each in ledger.mailings()] == [MAILING, mailing.id]
    assert ledger.mailing("2026-12-19") is None


def test_two_members_at_one_address_get_one_copy(ledger: Ledger) -> None:
    rows = [("d", "same", "<d@forum.example>"), ("e", "same", "<e@forum.example>")]

    assert ledger.enrol("2026-12-19", rows) == 1


def test_the_audience_is_fixed_when_the_mailing_is_released(ledger: Ledger) -> None:
    assert ledger.enrol(MAILING, [("d", "key d", "<d@forum.example>")]) == 1  # a fresh approval

    ledger.move_mailing(MAILING, [MailingState.DRAFTED], MailingState.RELEASED)

    assert ledger.enrol(MAILING, [("e", "key e", "<e@forum.example>")]) == 1
    assert [delivery.member for delivery in ledger.deliveries(MAILING)] == ["d"]


def test_a_copy_is_claimed_once(ledger: Ledger) -> None:
    assert ledger.claim(MAILING, "a") is not None
    assert ledger.claim(MAILING, "a") is None
    assert ledger.claim(MAILING, "nobody") is None


def test_a_copy_goes_from_claim_over_the_fence_to_sent(ledger: Ledger) -> None:
    claim = _claim(ledger)

    assert ledger.fence(claim)
    assert not ledger.fence(claim)
    assert ledger.settle(claim, SENT)
    assert not ledger.settle(claim, LATER)
    assert ledger.counts(MAILING) == Counts(pending=2, sent=1)
    assert ledger.counts(MAILING).waiting == 2


def test_a_lost_claim_passes_no_fence_and_settles_nothing(ledger: Ledger) -> None:
    old = _claim(ledger)
    ledger.recover(MAILING)
    new = _claim(ledger)

    assert not ledger.fence(old)
    assert not ledger.settle(old, SENT)
    assert not ledger.give_back(old)
    assert ledger.fence(new)


def test_a_deferred_copy_is_due_at_its_time(ledger: Ledger, clock: HandClock) -> None:
    ledger.settle(_claim(ledger), LATER, next_at=clock.now() + 120)

    assert ledger.due(MAILING) == ("b", "c")
    clock.time += 120
    assert ledger.due(MAILING) == ("a", "b", "c")
    assert _claim(ledger).attempts == 2


def test_a_time_written_by_a_clock_that_ran_ahead_is_not_believed(ledger: Ledger, clock: HandClock) -> None:
    for member in "abc":
        ledger.settle(_claim(ledger, member), LATER, next_at=clock.now() + LONGEST_WAIT_SECONDS)

    clock.time -= 10 * 365 * 86_400.0

    assert ledger.due(MAILING) == ("a", "b", "c")
    assert ledger.next_due(MAILING) == clock.now()
    assert _claim(ledger).first_at == clock.now()


def test_nobody_waits_in_a_mailing_that_is_through(ledger: Ledger) -> None:
    for member in "abc":
        ledger.settle(_claim(ledger, member), SENT)

    assert ledger.next_due(MAILING) is None


def test_giving_back_does_not_count_as_a_try(ledger: Ledger) -> None:
    assert ledger.give_back(_claim(ledger))

    assert _claim(ledger).attempts == 1


def test_a_refusal_that_was_about_us_is_forgiven(ledger: Ledger) -> None:
    ledger.settle(_claim(ledger), DEAD)

    assert ledger.forgive(MAILING, "a")
    assert not ledger.forgive(MAILING, "b")
    assert _claim(ledger).attempts == 1


def test_whoever_has_left_gets_nothing_more(ledger: Ledger) -> None:
    assert ledger.suppress(MAILING, "a")
    assert ledger.claim(MAILING, "a") is None
    assert not ledger.suppress(MAILING, "a")


def test_a_doubt_stays_until_somebody_decides(ledger: Ledger) -> None:
    ledger.settle(_claim(ledger), DOUBT)

    assert "a" not in ledger.due(MAILING)
    assert not ledger.suppress(MAILING, "a")
    assert ledger.decide(MAILING, "a", DeliveryState.SENT, Reason.BY_HAND)
    assert not ledger.decide(MAILING, "a", DeliveryState.PENDING, Reason.BY_HAND)
    assert not ledger.decide(MAILING, "b", DeliveryState.SENT, Reason.BY_HAND)


def test_sending_again_opens_the_mailing_again_and_counts_tries_afresh(ledger: Ledger) -> None:
    ledger.settle(_claim(ledger), DEAD)
    ledger.move_mailing(MAILING, [MailingState.DRAFTED], MailingState.FINISHED)

    assert ledger.decide(MAILING, "a", DeliveryState.PENDING, Reason.BY_HAND)

    mailing = ledger.mailing(MAILING)
    assert mailing is not None
    assert mailing.state is MailingState.SENDING
    assert _claim(ledger).attempts == 1


def test_a_mailing_is_not_through_while_somebody_waits(ledger: Ledger) -> None:
    ledger.move_mailing(MAILING, list(MailingState), MailingState.SENDING)
    for member in "abc":
        assert ledger.settle(_claim(ledger, member), DOUBT if member == "c" else SENT)
    assert ledger.decide(MAILING, "c", DeliveryState.PENDING, Reason.BY_HAND)

    assert not ledger.finish(MAILING)
    assert ledger.settle(_claim(ledger, "c"), SENT)
    assert ledger.finish(MAILING)


def test_a_dead_sender_leaves_a_doubt_only_behind_the_fence(ledger: Ledger) -> None:
    _claim(ledger, "a")
    ledger.fence(_claim(ledger, "b"))

    assert ledger.recover(MAILING) == 1
    assert [_state(ledger, member) for member in "abc"] == ["pending", "in_doubt", "pending"]
    assert ledger.recover(MAILING) == 0


def test_every_move_is_on_record(ledger: Ledger) -> None:
    claim = _claim(ledger)
    ledger.fence(claim)
    ledger.settle(claim, SENT)

    rows = ledger.connection.execute("SELECT was, now FROM delivery_event ORDER BY seq").fetchall()

    assert rows == [("pending", "sending"), ("sending", "committing"), ("committing", "sent")]


@settings(max_examples=25)
@given(moves=st.lists(st.sampled_from(["claim", "fence", "late fence", "sent", "doubt", "later", "back", "die"])))
def test_no_order_of_events_lets_two_ends_of_one_mail_leave_unnoticed(
    tmp_path_factory: pytest.TempPathFactory, moves: list[str]
) -> None:
    """Whoever passes the fence ends in sent, in doubt, or a clear no before anybody passes it again."""
    with open_store(tmp_path_factory.mktemp("law")) as connection:
        ledger, claims, is_out = Ledger(connection, HandClock()), list[Claim](), False
        ledger.enrol(MAILING, [("a", "key", "<a@forum.example>")])
        for move in moves:
            if move == "claim" and (claim := ledger.claim(MAILING, "a")):
                claims.append(claim)
            elif move == "die":
                ledger.recover(MAILING)
            elif move in {"fence", "late fence"} and claims:
                passed = ledger.fence(claims[-1] if move == "fence" else claims[0])
                assert not (passed and is_out)
                is_out |= passed
            elif move in {"sent", "doubt"} and claims:
                ledger.settle(claims[-1], SENT if move == "sent" else DOUBT)
            elif move in {"later", "back"} and claims:  # a clear no from the server
                settled = ledger.settle(claims[-1], LATER) if move == "later" else ledger.give_back(claims[-1])
                is_out &= not settled
