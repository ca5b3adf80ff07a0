"""How a mailing stands is told by name, with what to do next."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from flows.newsroom.model.postroom import (
    Delivery,
    DeliveryState,
    Listing,
    Mailing,
    MailingKind,
    MailingState,
    Member,
    Reason,
    Suppression,
    SuppressionReason,
)
from flows.newsroom.postroom.standing import Circumstances, Standing, tell, when

LONDON = ZoneInfo("Europe/London")
NOW = dt.datetime(2026, 11, 21, 14, 0, tzinfo=LONDON)
AT = NOW.timestamp()
HOUR, DAY = 3600.0, 86400.0
SENDING = Mailing(
    id="2026-11-21",
    issue=NOW.date(),
    state=MailingState.SENDING,
    approved_at=AT,
    approved_by="The chair",
    audience_count=3,
)
NAMES = {"a1": "M. Bell", "b2": "P. Ng", "c3": None}


def listing_of(member: str) -> Listing | None:
    if member not in NAMES:
        return None
    left = Suppression(reason=SuppressionReason.UNSUBSCRIBED, at=AT - 30 * DAY) if member == "b2" else None
    return Listing(
        member=Member(id=member, name=NAMES[member], email=f"{member}@example.org"), joined=0.0, suppression=left
    )


def copy(member: str, state: DeliveryState, reason: Reason | None = None) -> Delivery:
    return Delivery(mailing="2026-11-21", member=member, message_id="", state=state, reason=reason)


def told(*deliveries: Delivery, mailing: Mailing = SENDING, around: Circumstances | None = None) -> Standing:
    return tell(mailing, deliveries, listing_of, around or Circumstances(now=NOW))


def only_line(standing: Standing) -> tuple[str, str, str]:
    ((title, (line,)),) = [(group.title, group.lines) for group in standing.groups]
    return title, line.name, line.words


def test_whoever_has_it_is_counted_and_not_listed() -> None:
    standing = told(copy("a1", DeliveryState.SENT), copy("b2", DeliveryState.SENT))

    assert standing.heading == "The issue of 21 November 2026"
    assert standing.summary == ("All 2 sent.",)
    assert (standing.groups, standing.steps) == ((), ())


@pytest.mark.parametrize(
    ("delivery", "title", "words"),
    [
        pytest.param(
            replace(copy("a1", DeliveryState.FAILED, Reason.NO_SUCH_MAILBOX), code=550), "Not sent",
            "that address does not exist any more (550). Ask for a new one.", id="no such mailbox",
        ),
        pytest.param(
            replace(copy("a1", DeliveryState.FAILED, Reason.MAILBOX_FULL), first_at=AT - 2 * DAY), "Not sent",
            "the mailbox was full when first tried, on Thursday at 14:00, and still is. Ask for another address.",
            id="a full mailbox",
        ),
        pytest.param(
            copy("a1", DeliveryState.FAILED, Reason.ASKED_TO_WAIT), "Not sent",
            "their mail server did not take it until the issue was old news.", id="put off for too long",
        ),
        pytest.param(
            copy("a1", DeliveryState.IN_DOUBT, Reason.NO_CLEAR_ANSWER), "Not known",
            "the connection broke at the last moment. Ask whether it arrived, then say so (see below).", id="a doubt",
        ),
        pytest.param(
            replace(copy("a1", DeliveryState.DEFERRED, Reason.ASKED_TO_WAIT), next_at=AT + HOUR), "Waiting",
            "their server asked us to come back; next try at 15:00.", id="asked to wait",
        ),
        pytest.param(
            copy("b2", DeliveryState.SUPPRESSED, Reason.LEFT), "Left out", "left the list on 22 October 2026.",
            id="left",
        ),
        pytest.param(
            copy("zz", DeliveryState.SUPPRESSED, Reason.LEFT), "Left out", "nothing is kept of them.", id="forgotten",
        ),
    ],
)  # fmt: skip
def test_whoever_has_it_not_is_told_with_the_reason(delivery: Delivery, title: str, words: str) -> None:
    standing = told(delivery, copy("c3", DeliveryState.SENT))

    assert (only_line(standing)[0], only_line(standing)[2]) == (title, words)


def test_whoever_was_not_tried_is_named_once_others_have_it() -> None:
    before = told(copy("a1", DeliveryState.PENDING), copy("c3", DeliveryState.PENDING))
    between = told(copy("a1", DeliveryState.PENDING), copy("c3", DeliveryState.SENT))

    assert before.groups == ()
    assert only_line(between) == ("Not tried yet", "M. Bell", "nothing was sent to them so far.")


def test_a_member_without_a_name_is_known_by_the_address_and_a_forgotten_one_by_nothing() -> None:
    standing = told(copy("c3", DeliveryState.FAILED), copy("zz", DeliveryState.FAILED))

    assert [line.name for line in standing.groups[0].lines] == ["c3@example.org", "somebody who wished to be forgotten"]


def test_mail_that_was_taken_and_came_back_is_told() -> None:
    around = Circumstances(now=NOW, came_back=frozenset({"a1"}))

    assert only_line(told(copy("a1", DeliveryState.SENT), around=around)) == (
        "Came back", "M. Bell", "the mail was taken and then came back.",
    )  # fmt: skip


def test_the_next_steps_name_the_commands() -> None:
    paper = (Member(id="d4", name="Joan"),)
    standing = told(
        copy("a1", DeliveryState.IN_DOUBT), copy("b2", DeliveryState.PENDING),
        around=Circumstances(now=NOW, on_paper=paper),
    )  # fmt: skip

    assert standing.summary == ("0 of 2 sent.", "1 has not been tried yet.", "On paper: 1 copy.")
    assert [step.partition(",")[0] for step in standing.steps] == [
        "standfirst settle ID sent --date 2026-11-21",
        "standfirst settle ID resend --date 2026-11-21",
        "standfirst send --date 2026-11-21",
        "print newsletter.pdf once",
    ]


def test_why_it_stopped_is_told() -> None:
    stopped = Mailing(
        id="2026-11-21", issue=NOW.date(), state=MailingState.STOPPED, stop_reason="The password was refused."
    )

    assert "Stopped: The password was refused." in told(copy("a1", DeliveryState.PENDING), mailing=stopped).summary


def test_before_it_is_sent_the_next_step_is_the_approval_and_then_the_release() -> None:
    approved = replace(SENDING, state=MailingState.APPROVED)
    drafted = Mailing(id="2026-11-21-c1", issue=NOW.date(), kind=MailingKind.CORRECTION)

    assert told(mailing=drafted).heading == "The correction to the issue of 21 November 2026"
    assert told(mailing=drafted).steps == ("standfirst approve --date 2026-11-21-c1 --by NAME",)
    assert told(mailing=approved).summary == ("Approved by The chair at 14:00 for 3 members. Nothing was sent.",)
    assert told(mailing=approved).steps == ("standfirst send --date 2026-11-21",)


@pytest.mark.parametrize(
    ("moment", "words"),
    [(AT + HOUR, "at 15:00"), (AT + DAY, "on Sunday at 14:00"), (AT - 7 * DAY, "on 14 November 2026")],
)
def test_a_time_is_told_as_one_says_it(moment: float, words: str) -> None:
    assert when(moment, NOW) == words
