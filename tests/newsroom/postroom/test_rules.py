"""When a copy is tried again, when it is given up, and how fast mails may go."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.errors import StoppedError
from flows.newsroom.model.postroom import DeliveryState, Reason
from flows.newsroom.postroom.answers import DOUBT, Outcome
from flows.newsroom.postroom.claims import Claim
from flows.newsroom.postroom.dispatch import take_turns
from flows.newsroom.postroom.rate import Rate
from flows.newsroom.postroom.rules import Rules, Streak, settle
from flows.newsroom.store import open_store
from tests.newsroom.postroom.clocks import HandClock

LATER = Outcome(state=DeliveryState.DEFERRED, code=450, reason=Reason.ASKED_TO_WAIT)
OURS = Outcome(state=DeliveryState.DEFERRED, code=550, reason=Reason.REFUSED_US, is_ours=True)
DEAD = Outcome(state=DeliveryState.FAILED, code=550, reason=Reason.NO_SUCH_MAILBOX)
SENT = Outcome(state=DeliveryState.SENT, code=250)
RULES = Rules()
HOUR = 3600.0


def _claim(attempts: int, first_at: float = 0.0) -> Claim:
    return Claim(mailing="2026-11-21", member="a", number=1, at=0.0, attempts=attempts, first_at=first_at)


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 2), (2, 10), (3, 30), (4, 60), (5, 120), (6, 120), (12, 120)])
def test_waits_grow_and_the_last_one_repeats(attempts: int, minutes: int) -> None:
    assert settle(LATER, _claim(attempts), RULES, now=0.0).next_at == minutes * 60


def test_a_copy_is_given_up_a_day_after_its_first_try() -> None:
    assert settle(LATER, _claim(12), RULES, now=21 * HOUR).outcome.state is DeliveryState.DEFERRED
    given_up = settle(LATER, _claim(15), RULES, now=23 * HOUR)
    assert (given_up.outcome.state, given_up.outcome.reason) == (DeliveryState.FAILED, Reason.ASKED_TO_WAIT)


def test_a_copy_that_had_few_tries_is_not_given_up_whatever_the_clock_says() -> None:
    assert settle(LATER, _claim(4), RULES, now=1000 * HOUR).outcome.state is DeliveryState.DEFERRED


def test_a_refusal_of_us_is_given_up_after_three_tries() -> None:
    assert settle(OURS, _claim(2), RULES, now=0.0).outcome.state is DeliveryState.DEFERRED
    assert settle(OURS, _claim(3), RULES, now=0.0).outcome.state is DeliveryState.FAILED


@pytest.mark.parametrize("outcome", [SENT, DEAD, DOUBT])
def test_what_is_final_has_no_next_time(outcome: Outcome) -> None:
    settlement = settle(outcome, _claim(1), RULES, now=5.0)

    assert (settlement.outcome, settlement.next_at) == (outcome, 0.0)


def test_one_copy_that_is_sent_ends_a_streak() -> None:
    streak = Streak()
    for number in range(20):
        streak = streak.after(f"m{number}", "a.example", OURS if number % 8 else SENT, is_first=True)
        streak.check(RULES)


def test_refusals_in_a_row_stop_a_run() -> None:
    streak = Streak()
    for number in range(8):
        streak = streak.after(f"m{number}", f"{number}.example", DEAD, is_first=True)

    with pytest.raises(StoppedError, match="set-up"):
        streak.check(RULES)


@given(members=st.lists(st.tuples(st.sampled_from("abc"), st.integers()), unique=True))
def test_taking_turns_leaves_nobody_out_and_serves_each_domain_in_order(members: list[tuple[str, int]]) -> None:
    ids = [f"{domain}{number}" for domain, number in members]

    turns = take_turns(ids, lambda member: member[0])

    assert sorted(turns) == sorted(ids)
    for domain in "abc":
        assert [member for member in turns if member[0] == domain] == [member for member in ids if member[0] == domain]


def test_a_minute_holds_no_more_mails_than_are_allowed(tmp_path: Path) -> None:
    clock = HandClock()
    taken = 0
    with open_store(tmp_path) as connection:
        begun = clock.now()
        while clock.now() < begun + 60:
            rate = Rate(connection, clock, 30)  # a fresh run each time
            clock.sleep(rate.seconds_to_wait())
            rate.take()
            taken += 1

    assert taken == 31  # one at the beginning, one at the very end


@pytest.mark.parametrize("jump", [-1e9, 1e9])
def test_a_clock_that_jumps_neither_blocks_nor_opens_the_rate(tmp_path: Path, jump: float) -> None:
    clock = HandClock(3e9)
    with open_store(tmp_path) as connection:
        rate = Rate(connection, clock, 30)
        rate.take()

        clock.time += jump
        clock.sleep(rate.seconds_to_wait())
        rate.take()

        assert rate.seconds_to_wait() == pytest.approx(2.0)
        assert abs(clock.time - 3e9 - jump) <= 2.0
