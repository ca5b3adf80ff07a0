"""What the postroom knows: members, mailings, and how far each member's copy has got.

Ids may be logged; addresses and names may not.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


class Channel(StrEnum):
    """How a member gets the newsletter."""

    EMAIL = "email"
    PRINT = "print"


class SuppressionReason(StrEnum):
    """Why an address gets nothing any more."""

    UNSUBSCRIBED = "unsubscribed"
    HARD_BOUNCE = "hard bounce"
    SOFT_BOUNCES = "soft bounces"
    COMPLAINT = "complaint"
    ERASED = "erased"
    BY_HAND = "by hand"


class MailingKind(StrEnum):
    """What is sent to a frozen audience."""

    ISSUE = "issue"
    CORRECTION = "correction"


class MailingState(StrEnum):
    """How far a mailing as a whole has got."""

    DRAFTED = "drafted"
    APPROVED = "approved"
    RELEASED = "released"
    SENDING = "sending"
    FINISHED = "finished"
    STOPPED = "stopped"


class DeliveryState(StrEnum):
    """How far one member's copy has got; sent, failed and suppressed are final."""

    PENDING = "pending"
    SENDING = "sending"
    COMMITTING = "committing"
    SENT = "sent"
    DEFERRED = "deferred"
    FAILED = "failed"
    IN_DOUBT = "in_doubt"
    SUPPRESSED = "suppressed"


class Reason(StrEnum):
    """Why a copy is where it is, in fixed words: what a server says quotes addresses, so it is never kept."""

    NO_SUCH_MAILBOX = "no such mailbox"
    MAILBOX_FULL = "mailbox full"
    ASKED_TO_WAIT = "asked us to wait"
    REFUSED_US = "refused us or the content"
    HUNG_UP = "hung up before the end of the mail"
    UNREADABLE = "unreadable answer before the end of the mail"
    NO_CLEAR_ANSWER = "no clear answer after the end of the mail"
    SENDER_DIED = "sender died before the end of the mail"
    SENDER_DIED_LATE = "sender died after the end of the mail"
    RESTORED = "database restored from its copy"
    RUN_STOPPED = "run stopped"
    LEFT = "left the list"
    BY_HAND = "a person said so"
    SERVER_LOG = "the mail server's log says so"
    AT_LEAST_ONCE = "doubts are sent again"


class BounceKind(StrEnum):
    """Whose fault it is that a mail came back."""

    HARD = "hard"
    SOFT = "soft"
    OURS = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Why we may write to somebody."""

    basis: str | None = None
    date: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who gets the newsletter; only `id` may leave the postroom."""

    id: str
    email: str | None = field(default=None, repr=False)
    name: str | None = field(default=None, repr=False)
    organisation: str | None = field(default=None, repr=False)
    groups: tuple[str, ...] = ()
    channel: Channel = Channel.EMAIL
    consent: Consent = Consent()

    @property
    def called(self) -> str:
        """What the coordinator knows them by; for the screen, never for a log."""
        return self.name or self.email or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Why and since when somebody gets nothing any more; the time in seconds since 1970."""

    reason: SuppressionReason
    at: float
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A member's place on the list; times in seconds since 1970."""

    member: Member
    joined: float
    left: float | None = None  # when somebody who is no longer on the list came off it
    is_added_by_hand: bool = False  # and so not missed when a file does not name them
    suppression: Suppression | None = None

    @property
    def is_served(self) -> bool:
        """Whether the next issue goes to them, by e-mail or on paper."""
        return self.left is None and self.suppression is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Whom the newsletter comes from, and where answers, returned mail and wishes to leave go."""

    address: str
    name: str
    reply_to: str  # a person reads what comes there
    bounces: str
    bounces_take_plus: bool = False  # whether mail to its name, a plus and anything reaches it
    list_id: str  # the list's name for mail programs, such as "newsletter.example.org"
    leave: str  # people write there to leave the list
    leave_page: str | None = None  # or leave through it with one click
    postal_address: str | None = None

    @property
    def domain(self) -> str:
        """What stands after the @ of its address."""
        return self.address.rpartition("@")[2].lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """One thing sent to a frozen audience. Times are seconds since 1970, as the ledger keeps them."""

    id: str
    issue: dt.date
    kind: MailingKind = MailingKind.ISSUE
    state: MailingState = MailingState.DRAFTED
    stop_reason: str | None = None
    draft_digest: str | None = None
    audience_digest: str | None = None
    audience_count: int | None = None
    approved_by: str | None = field(default=None, repr=False)
    approved_at: float | None = None
    released_at: float | None = None
    date_header: str | None = None
    repeats_doubt: bool = False
    route: str | None = None  # by which its mails have gone so far


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One message to one address: `head` is this member's, `tail` the bytes that all copies share."""

    member: str  # the id
    sender: str = field(repr=False)
    recipient: str = field(repr=False)
    head: bytes = field(repr=False)
    tail: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One member's copy of one mailing, as the ledger knows it; no address, no name, no server's words."""

    mailing: str
    member: str
    message_id: str
    state: DeliveryState = DeliveryState.PENDING
    attempts: int = 0
    first_at: float | None = None
    next_at: float = 0.0
    code: int | None = None
    enhanced: str | None = None
    reason: Reason | None = None
    updated: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many copies of a mailing are in which state."""

    pending: int = 0
    sending: int = 0
    committing: int = 0
    sent: int = 0
    deferred: int = 0
    failed: int = 0
    in_doubt: int = 0
    suppressed: int = 0

    @property
    def all(self) -> int:
        """Everybody whom the mailing was meant for."""
        return self.waiting + self.sent + self.failed + self.in_doubt + self.suppressed

    @property
    def waiting(self) -> int:
        """Copies that have yet to be tried, or tried again; none is left in a finished mailing."""
        return self.pending + self.sending + self.committing + self.deferred
