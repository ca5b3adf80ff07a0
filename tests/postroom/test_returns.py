"""What mail that came in changes: who is left out, who stays, and that reading it twice changes nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from flows.newsroom.model.postroom import BounceKind, DeliveryState, Member, Reason, SuppressionReason
from flows.newsroom.postroom.arrivals import Complaint, Silent, Wish
from flows.newsroom.postroom.bounces import Bounce, Trace
from flows.newsroom.postroom.collected import tell, tell_of_too_many
from flows.newsroom.postroom.keys import Keys
from flows.newsroom.postroom.leaving import token
from flows.newsroom.postroom.letterbox import IsRead, Letterbox, Received
from flows.newsroom.postroom.message.copies import Copy
from flows.newsroom.postroom.returns import Closing, Effect, Happening, Returns, collect, is_too_many
from flows.newsroom.postroom.roster import Roster
from flows.newsroom.store import open_store
from tests.newsroom.postroom.returned_mail import a_bounce, a_mail

KEYS = Keys(addresses=b"a" * 32, links=b"l" * 32)
LIST = "newsletter.example.org"
MONTH = 30 * 86_400.0
HARD, SOFT, OURS = BounceKind.HARD, BounceKind.SOFT, BounceKind.OURS


class Desk:
    """A member list of one, and mailings that were sent to her."""

    def __init__(self, roster: Roster, returns: Returns) -> None:
        self.roster = roster
        self.returns = returns
        self.ann = roster.enrol(Member(id="", name="Ann Archer", email="ann@example.org"), at=0.0).id

    def sent(self, *mailings: str, state: DeliveryState = DeliveryState.SENT, reason: Reason | None = None) -> None:
        row = (self.ann, "key", state, reason)
        insert = "INSERT INTO delivery(mailing, member, address_key, state, reason, message_id, updated) "
        for mailing in mailings:
            values = (mailing, *row, f"<{mailing}@example.org>", 1.0)
            self.roster.connection.execute(f"{insert} VALUES(?, ?, ?, ?, ?, ?, ?)", values)

    def came_back(self, mailing: str, kind: BounceKind = HARD, *, at: float = 2.0) -> Happening:
        trace = Trace(copy=Copy(mailing, self.ann))
        return self.returns.take(Bounce(trace=trace, status="5.1.1", kind=kind), at)

    def close(self, at: float = 3.0) -> tuple[Closing, ...]:
        closings = self.returns.closings(at)
        self.returns.close(closings, at)
        return closings


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_store(tmp_path) as connection:
        yield Desk(Roster(connection, KEYS), Returns(connection, KEYS))


def box(*contents: bytes) -> Letterbox:
    def unread(is_read: IsRead) -> Iterator[Received]:
        mails = (Received(key=str(number), content=content) for number, content in enumerate(contents))
        yield from (mail for mail in mails if not is_read(mail.key))

    return unread


def read(desk: Desk, letterbox: Letterbox) -> Sequence[Happening]:
    return tuple(collect(letterbox, desk.returns, ("renamed.example.org", LIST), KEYS, at=2.0))


def test_an_address_that_is_gone_gets_nothing_more(desk: Desk) -> None:
    desk.sent("2026-11-21")

    assert desk.came_back("2026-11-21").effect is Effect.HARD
    assert desk.close() == (Closing(member=desk.ann, reason=SuppressionReason.HARD_BOUNCE),)
    assert desk.roster.audience() == ()
    assert desk.close() == ()


def test_a_mailbox_that_is_full_for_one_issue_is_tried_again(desk: Desk) -> None:
    desk.sent("2026-10-21", "2026-11-21")
    for mailing in ("2026-10-21", "2026-11-21", "2026-11-21"):
        desk.came_back(mailing, SOFT)

    assert desk.close() == ()


def test_three_issues_that_came_back_end_it(desk: Desk) -> None:
    desk.sent("a", "b", "c")
    for month, mailing in enumerate(("a", "b", "c"), start=1):
        desk.came_back(mailing, SOFT, at=month * MONTH)

    assert [one.reason for one in desk.close(at=4 * MONTH)] == [SuppressionReason.SOFT_BOUNCES]


def test_what_failed_more_than_a_year_ago_does_not_count(desk: Desk) -> None:
    desk.sent("a", "b", "c")
    for month, mailing in ((1, "a"), (2, "b"), (15, "c")):
        desk.came_back(mailing, SOFT, at=month * MONTH)

    assert desk.close(at=15 * MONTH) == ()


def test_what_is_our_fault_leaves_nobody_out(desk: Desk) -> None:
    desk.sent("a", "b", "c", "d")
    for mailing in "abcd":
        assert desk.came_back(mailing, OURS).effect is Effect.OURS

    assert desk.close() == ()


def test_what_a_server_refused_at_once_counts_too(desk: Desk) -> None:
    desk.sent("a", state=DeliveryState.FAILED, reason=Reason.NO_SUCH_MAILBOX)

    assert [one.reason for one in desk.close()] == [SuppressionReason.HARD_BOUNCE]


def test_what_a_server_refused_because_of_us_does_not_count(desk: Desk) -> None:
    desk.sent("a", "b", "c", state=DeliveryState.FAILED, reason=Reason.REFUSED_US)

    assert desk.close() == ()


def test_who_came_back_to_the_list_begins_anew(desk: Desk) -> None:
    desk.sent("a")
    desk.came_back("a")
    desk.close()
    member = desk.roster.member(desk.ann)
    assert member is not None

    desk.roster.bring_back(member, at=5.0)

    assert desk.close(at=6.0) == ()
    assert [one.id for one in desk.roster.audience()] == [desk.ann]


@pytest.mark.parametrize("state", [DeliveryState.PENDING, DeliveryState.DEFERRED, DeliveryState.SUPPRESSED])
def test_a_report_on_a_copy_that_was_not_sent_is_not_believed(desk: Desk, state: DeliveryState) -> None:
    desk.sent("a", state=state)

    assert desk.came_back("a").effect is Effect.UNKNOWN_COPY
    assert desk.came_back("b").effect is Effect.UNKNOWN_COPY
    assert desk.close() == ()


def test_a_copy_is_found_by_its_message_id(desk: Desk) -> None:
    desk.sent("a")

    happening = desk.returns.take(Bounce(trace=Trace(message_id="<a@example.org>"), status="5.1.1", kind=HARD), at=2.0)

    assert (happening.member, happening.mailing) == (desk.ann, "a")


def test_who_complains_gets_nothing_more(desk: Desk) -> None:
    desk.sent("a")

    happening = desk.returns.take(Complaint(trace=Trace(message_id="<a@example.org>")), at=2.0)

    assert happening.effect is Effect.COMPLAINED
    assert desk.roster.is_suppressed(desk.ann)


def test_who_holds_the_token_leaves(desk: Desk) -> None:
    assert desk.returns.take(Wish(member=desk.ann), at=2.0).effect is Effect.LEFT
    assert desk.roster.is_suppressed(desk.ann)


def test_the_senders_address_is_compared_in_small_letters_and_said(desk: Desk) -> None:
    assert desk.returns.take(Wish(sender="Ann@Example.org"), at=2.0).effect is Effect.LEFT_BY_SENDER
    assert desk.roster.is_suppressed(desk.ann)


@pytest.mark.parametrize("wish", [Wish(), Wish(sender="bob@example.org"), Wish(member="0" * 12)])
def test_a_wish_of_nobody_knows_whom_is_left_to_a_person(desk: Desk, wish: Wish) -> None:
    assert desk.returns.take(wish, at=2.0).effect is Effect.UNKNOWN_WISH
    assert not desk.roster.is_suppressed(desk.ann)


def test_mail_is_read_once(desk: Desk) -> None:
    desk.sent("2026-11-21")
    letterbox = box(
        a_bounce(to=f"bounces+20261121.{desk.ann}@example.org"),
        a_mail(Subject=f"unsubscribe {token(desk.ann, LIST, KEYS)}"),
        a_mail(Subject="Hello", From="bob@example.org"),
    )

    assert [one.effect for one in read(desk, letterbox)] == [Effect.HARD, Effect.LEFT, Effect.NONE]
    assert read(desk, letterbox) == ()


def test_a_persons_own_word_is_not_replaced_by_a_bounce(desk: Desk) -> None:
    desk.sent("a")
    desk.returns.take(Wish(member=desk.ann), at=2.0)
    desk.came_back("a")
    desk.close()

    listing = desk.roster.listing(desk.ann)
    assert listing is not None
    assert listing.suppression is not None
    assert listing.suppression.reason is SuppressionReason.UNSUBSCRIBED


@pytest.mark.parametrize(("closings", "audience", "too_many"), [(5, 10, False), (6, 10, True), (6, 40, False)])
def test_more_than_a_fifth_at_once_is_rather_a_server_in_trouble(
    closings: int, audience: int, *, too_many: bool
) -> None:
    gone = [Closing(member=str(number), reason=SuppressionReason.HARD_BOUNCE) for number in range(closings)]

    assert is_too_many(gone, audience) is too_many


def test_the_coordinator_is_told_who_and_what_to_do() -> None:
    happenings = [
        Happening(effect=Effect.LEFT, member="1"),
        Happening(effect=Effect.LEFT_BY_SENDER, member="2"),
        Happening(effect=Effect.HARD, member="3", mailing="a", status="5.1.1"),
        Happening(effect=Effect.SOFT, member="4", mailing="a", status="5.2.2"),
        Happening(effect=Effect.OURS, member="5", mailing="a", status="5.7.26"),
        Happening(effect=Effect.UNKNOWN_WISH),
        Happening(effect=Effect.NONE, silent=Silent.AUTOMATIC),
    ]
    names = {"1": "Ann", "2": "Bob", "3": "Cat", "4": "Dan", "5": "Eve"}

    lines = list(tell(happenings, [Closing(member="3", reason=SuppressionReason.HARD_BOUNCE)], names.__getitem__))

    assert lines == [
        "7 new mails in the letterbox.",
        "Left the list: Ann.",
        (
            "Left the list, known only by the address they wrote from (if it was not them, "
            "`standfirst members back` brings them back): Bob."
        ),
        "Came back this time, and the next issue is tried: Dan.",
        "Get nothing more: the address does not exist. Ask them for a new one: Cat.",
        (
            "1 copy was refused because of us or of the mail itself (5.7.26), and nobody was taken off. "
            "Show this line to whoever looks after the mail account."
        ),
        "1 mail asks to leave the list, and nobody can tell who: look into the letterbox for “unsubscribe”.",
        "Nothing to do about automatic answers: 1.",
    ]


def test_too_many_are_named_and_nobody_is_taken_off_in_silence() -> None:
    gone = [Closing(member=letter, reason=SuppressionReason.HARD_BOUNCE) for letter in "abcdefg"]

    first, second = tell_of_too_many(gone, 20, str.upper)

    assert first.startswith("Copies of 7 of 20 members")
    assert first.endswith("standfirst collect --sure")
    assert second == "It is said of: A, B, C, D, E, F, G."


def test_what_was_put_off_for_our_sake_until_it_was_given_up_takes_nobody_off(desk: Desk) -> None:
    desk.sent("2026-09-19", "2026-10-17", "2026-11-21", state=DeliveryState.FAILED, reason=Reason.ASKED_TO_WAIT)
    counted = desk.returns.closings(3.0)

    desk.roster.connection.execute("UPDATE delivery SET code = 450, enhanced = '4.7.28'")

    assert [one.reason for one in counted] == [SuppressionReason.SOFT_BOUNCES]
    assert desk.returns.closings(3.0) == ()
