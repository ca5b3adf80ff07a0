"""What a server's answer means: for one copy, or for everybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.errors import ServerAwayError, StoppedError
from flows.newsroom.model.postroom import DeliveryState, Reason
from flows.newsroom.postroom.answers import Answer, Step, judge

_CODES = st.one_of(st.none(), st.integers(-1, 999))
_ENHANCED = st.one_of(
    st.none(), st.builds("{}.{}.{}".format, st.sampled_from("245"), st.integers(0, 7), st.integers(0, 30))
)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("recipient 421", Reason.ASKED_TO_WAIT),
        ("recipient 450 4.2.0", Reason.ASKED_TO_WAIT),
        ("recipient 452 4.2.2", Reason.MAILBOX_FULL),
        ("recipient 552 5.2.2", Reason.MAILBOX_FULL),
        ("recipient 552", Reason.MAILBOX_FULL),
        ("recipient", Reason.HUNG_UP),
        ("recipient -1", Reason.UNREADABLE),
        ("content 451 4.3.0", Reason.ASKED_TO_WAIT),
        ("content 452", Reason.ASKED_TO_WAIT),
        ("content", Reason.HUNG_UP),
    ],
)
def test_a_matter_of_the_moment_is_tried_again(answer: str, reason: Reason) -> None:
    outcome = judge(_answer(answer))

    assert (outcome.state, outcome.reason, outcome.is_ours) == (DeliveryState.DEFERRED, reason, False)


@pytest.mark.parametrize(
    "answer", ["550", "550 5.1.1", "553 5.1.3", "551", "550 5.2.1", "554", "550 5.4.4", "550 5.0.0", "556 5.1.10"]
)
def test_a_dead_mailbox_is_not_tried_again(answer: str) -> None:
    outcome = judge(_answer(f"recipient {answer}"))

    assert (outcome.state, outcome.reason) == (DeliveryState.FAILED, Reason.NO_SUCH_MAILBOX)


@pytest.mark.parametrize(
    "answer",
    [
        *(
            "recipient 550 5.7.1",
            "recipient 554 5.7.26",
            "recipient 503",
            "recipient 553 5.1.8",
            "recipient 550 5.5.1",
            "recipient 550 5.4.1",
        ),
        *("recipient 550 5.2.3", "recipient 552 5.2.3", "recipient 550 5.4.1"),
        *("content 554", "content 550 5.7.26", "content 550 5.1.1", "content 571"),
    ],
)
def test_a_refusal_of_us_never_counts_against_the_member(answer: str) -> None:
    outcome = judge(_answer(answer))

    assert (outcome.state, outcome.reason) == (DeliveryState.DEFERRED, Reason.REFUSED_US)
    assert outcome.is_ours


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("login 535 5.7.8", "the password"),
        ("sender 530 5.7.0", "the password"),
        ("recipient 530", "the password"),
        ("sender 550 5.1.8", "550 5.1.8"),
        ("greeting 554", "does not accept mail from us"),
        ("content 552 5.3.4", "too big"),
        ("content 552", "too big"),
        ("sender 552 5.3.4", "too big"),
    ],
)
def test_what_somebody_must_look_at_stops_the_run(answer: str, told: str) -> None:
    with pytest.raises(StoppedError, match=told):
        judge(_answer(answer))


@pytest.mark.parametrize(
    "answer", ["sender 451 4.3.2", "sender 421", "sender", "sender -1", "login 454", "greeting 421", "greeting"]
)
def test_a_server_that_asks_everybody_to_wait_is_away(answer: str) -> None:
    with pytest.raises(ServerAwayError, match="Nothing is lost"):
        judge(_answer(answer))


@given(step=st.sampled_from([Step.RECIPIENT, Step.CONTENT]), code=_CODES, enhanced=_ENHANCED)
def test_only_a_permanent_refusal_of_the_mailbox_fails_a_copy(
    step: Step, code: int | None, enhanced: str | None
) -> None:
    try:
        outcome = judge(Answer(step=step, code=code, enhanced=enhanced))
    except (StoppedError, ServerAwayError):
        return

    assert outcome.state in {DeliveryState.DEFERRED, DeliveryState.FAILED}
    if outcome.state is DeliveryState.FAILED:
        assert step is Step.RECIPIENT
        assert code in range(500, 600)


def _answer(words: str) -> Answer:
    step, *rest = words.split()
    return Answer(step=Step(step), code=int(rest[0]) if rest else None, enhanced=rest[1] if len(rest) > 1 else None)
