"""How a mailing stands, in plain words: who got it, who did not and why, who is in doubt, what to do next.

It names members, so it is for the screen and for a page that its owner alone may read; never for a log, for Prefect
or for the output folder, which is published.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from flows.newsroom.language.calendar import WEEKDAYS, in_words
from flows.newsroom.model.postroom import (
    Counts,
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

FORGOTTEN = "somebody who wished to be forgotten"
_THIS_WEEK = dt.timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One member, and what is to be said of their copy."""

    member: str
    name: str = field(repr=False)
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Members of whom the same is to be said first."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a mailing stands."""

    heading: str
    summary: tuple[str, ...]
    groups: tuple[Group, ...] = ()
    steps: tuple[str, ...] = ()  # what to do next


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is known beside the ledger."""

    now: dt.datetime  # by the forum's clock
    on_paper: tuple[Member, ...] = ()
    came_back: frozenset[str] = frozenset()  # members whose copy was taken by their server and came back


def tell(
    mailing: Mailing,
    deliveries: Sequence[Delivery],
    listing_of: Callable[[str], Listing | None],
    around: Circumstances,
) -> Standing:
    """Say how `mailing` stands.

    Args:
        mailing: The mailing.
        deliveries: Its copies.
        listing_of: The place on the list of the member with an id; None for one who was forgotten.
        around: What else is known.
    """
    teller = _Teller(listing_of=listing_of, around=around)
    counts = count(deliveries)
    return Standing(
        heading=heading(mailing),
        summary=(*_summary(mailing, counts, around),),
        groups=tuple(group for group in teller.groups(deliveries) if group.lines),
        steps=tuple(_steps(mailing, counts, around)),
    )


def count(deliveries: Iterable[Delivery]) -> Counts:
    """How many copies are in which state."""
    states = [delivery.state.value for delivery in deliveries]
    return Counts(**{state: states.count(state) for state in set(states)})


def when(moment: float, now: dt.datetime) -> str:
    """A time as one says it: "at 14:20", "on Thursday at 14:20", "on 3 May 2026".

    Args:
        moment: Seconds since 1970.
        now: By the clock that is to be told by.
    """
    told = dt.datetime.fromtimestamp(moment, now.tzinfo)
    if told.date() == now.date():
        return f"at {told:%H:%M}"
    if abs(told.date() - now.date()) <= _THIS_WEEK:
        return f"on {WEEKDAYS[told.weekday()]} at {told:%H:%M}"
    return f"on {in_words(told.date())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    """Says of single members why they have their copy or have not."""

    listing_of: Callable[[str], Listing | None]
    around: Circumstances

    def groups(self, deliveries: Sequence[Delivery]) -> tuple[Group, ...]:
        """Those of whom something is to be said; who simply has it is counted and not listed."""
        told = {state: [one for one in deliveries if one.state is state] for state in DeliveryState}
        back = [one for one in told[DeliveryState.SENT] if one.member in self.around.came_back]
        # before the first mail nobody has it; afterwards it must be told who has not
        untried = told[DeliveryState.PENDING] if told[DeliveryState.SENT] else []
        return (
            Group(title="Not known", lines=self._lines(told[DeliveryState.IN_DOUBT], self._doubt)),
            Group(title="Not sent", lines=self._lines(told[DeliveryState.FAILED], self._failure)),
            Group(title="Came back", lines=self._lines(back, lambda _: "the mail was taken and then came back.")),
            Group(title="Waiting", lines=self._lines(told[DeliveryState.DEFERRED], self._wait)),
            Group(title="Not tried yet", lines=self._lines(untried, lambda _: "nothing was sent to them so far.")),
            Group(title="Left out", lines=self._lines(told[DeliveryState.SUPPRESSED], self._suppression)),
        )

    def _lines(self, deliveries: Iterable[Delivery], words: Callable[[Delivery], str]) -> tuple[Line, ...]:
        lines = (Line(member=one.member, name=self._name(one.member), words=words(one)) for one in deliveries)
        return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.member)))

    def _name(self, member: str) -> str:
        listing = self.listing_of(member)
        return listing.member.called if listing else FORGOTTEN

    def _doubt(self, delivery: Delivery) -> str:
        cause = _said(_DOUBTS, delivery, "the connection broke at the last moment")
        return f"{cause}. Ask whether it arrived, then say so (see below)."

    def _failure(self, delivery: Delivery) -> str:
        cited = " ".join(str(part) for part in (delivery.code, delivery.enhanced) if part)
        since = when(delivery.first_at or delivery.updated, self.around.now)
        words = _said(_FAILURES, delivery, "their mail server did not take it until the issue was old news.")
        return words.format(since=since.removesuffix(":"), cited=f" ({cited})" if cited else "")

    def _wait(self, delivery: Delivery) -> str:
        cause = _said(_WAITS, delivery, "their server could not take it")
        return f"{cause}; next try {when(delivery.next_at, self.around.now)}."

    def _suppression(self, delivery: Delivery) -> str:
        listing = self.listing_of(delivery.member)
        if listing is None:
            return "nothing is kept of them."
        if listing.suppression is None:
            return "was no longer on the list when it was sent."
        return f"{_in_words(listing.suppression, self.around.now)}."


_NOT_BEGUN = frozenset({MailingState.DRAFTED, MailingState.APPROVED})
_DOUBTS = {
    Reason.NO_CLEAR_ANSWER: "the connection broke at the last moment",
    Reason.SENDER_DIED_LATE: "this computer stopped at the last moment",
    Reason.RESTORED: "the list of who has it had to be taken from its copy, which does not know",
}
_FAILURES = {
    Reason.NO_SUCH_MAILBOX: "that address does not exist any more{cited}. Ask for a new one.",
    Reason.MAILBOX_FULL: "the mailbox was full when first tried, {since}, and still is. Ask for another address.",
    Reason.REFUSED_US: "their mail server does not take mail from us{cited}. Show that to whoever keeps your mail.",
}
_WAITS = {
    Reason.MAILBOX_FULL: "the mailbox is full",
    Reason.ASKED_TO_WAIT: "their server asked us to come back",
    Reason.REFUSED_US: "their server does not take mail from us",
    Reason.HUNG_UP: "their server hung up",
}
_SUPPRESSIONS = {
    SuppressionReason.UNSUBSCRIBED: "left the list",
    SuppressionReason.COMPLAINT: "complained and was taken off the list",
    SuppressionReason.HARD_BOUNCE: "was taken off the list, because that address does not exist,",
    SuppressionReason.SOFT_BOUNCES: "was taken off the list, because mail came back three times,",
    SuppressionReason.BY_HAND: "was taken off the list",
    SuppressionReason.ERASED: "wished to be forgotten",
}


def _said(words: Mapping[Reason, str], delivery: Delivery, otherwise: str) -> str:
    return words.get(delivery.reason, otherwise) if delivery.reason else otherwise


def _in_words(suppression: Suppression, now: dt.datetime) -> str:
    return f"{_SUPPRESSIONS[suppression.reason]} {when(suppression.at, now)}"


def heading(mailing: Mailing) -> str:
    """What a mailing is called: "The issue of 21 November 2026", "The correction to the issue of 7 May 2026"."""
    what = "The correction to the issue" if mailing.kind is MailingKind.CORRECTION else "The issue"
    return f"{what} of {in_words(mailing.issue)}"


def noun(mailing: Mailing) -> str:
    """What kind of mailing it is, in one word."""
    return "correction" if mailing.kind is MailingKind.CORRECTION else "issue"


def _summary(mailing: Mailing, counts: Counts, around: Circumstances) -> Iterator[str]:
    if mailing.state in _NOT_BEGUN:
        yield _before(mailing, around)
        return
    yield f"{counts.sent} of {counts.all} sent." if counts.sent < counts.all else f"All {counts.all} sent."
    if mailing.state is MailingState.STOPPED and mailing.stop_reason:
        yield f"Stopped: {mailing.stop_reason}"
    if untried := counts.pending + counts.sending:
        yield f"{untried} {'has' if untried == 1 else 'have'} not been tried yet."
    if around.on_paper:
        yield f"On paper: {len(around.on_paper)} {'copy' if len(around.on_paper) == 1 else 'copies'}."


def _before(mailing: Mailing, around: Circumstances) -> str:
    if mailing.approved_at is None:
        return "Nobody has approved it, and nothing was sent."
    by = f" by {mailing.approved_by}" if mailing.approved_by else ""
    return (
        f"Approved{by} {when(mailing.approved_at, around.now)} for {mailing.audience_count} members. Nothing was sent."
    )


def _steps(mailing: Mailing, counts: Counts, around: Circumstances) -> Iterator[str]:
    date = f" --date {mailing.id}"
    if mailing.state in _NOT_BEGUN:
        yield f"standfirst approve{date} --by NAME" if mailing.approved_at is None else f"standfirst send{date}"
        return
    if counts.in_doubt:
        yield f"standfirst settle ID sent{date}, if they have it; the ID stands in brackets"
        yield f"standfirst settle ID resend{date}, if they have not"
    if counts.in_doubt > 1:
        yield f"standfirst settle --all sent {mailing.id}, if all of them have it; or --all resend, if none has"
    if counts.failed:
        yield "standfirst members change ID NEW-ADDRESS, for whom you were told another address"
        yield f"standfirst settle ID resend{date}, once that is done or their server takes mail from us"
    if counts.waiting:
        yield f"standfirst send{date}, to go on with those who wait"
    if around.on_paper:
        times = "once" if len(around.on_paper) == 1 else f"{len(around.on_paper)} times"
        yield f"print newsletter.pdf {times}"
