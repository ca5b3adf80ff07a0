"""A letter, made once from an issue, and the copy of it that one member gets."""

import re
import unicodedata
from dataclasses import dataclass, field, replace
from email.headerregistry import Address
from email.utils import parsedate_to_datetime
from pathlib import Path

from flows.newsroom.errors import InterlockError, MemberError
from flows.newsroom.model import Masthead
from flows.newsroom.model.postroom import Envelope, MailingKind, Member, Sender
from flows.newsroom.postroom.dkim import Signer, signature
from flows.newsroom.postroom.drafts import kind_of
from flows.newsroom.postroom.keys import Keys
from flows.newsroom.postroom.leaving import token as leaving_token
from flows.newsroom.postroom.message.copies import message_id, return_address
from flows.newsroom.postroom.message.foot import leave_by_mail, leave_page, letter_to, make_foot
from flows.newsroom.postroom.message.headers import CRLF, for_machines, for_people, mailbox, one_line, subject
from flows.newsroom.postroom.message.papers import PDF, Papers
from flows.newsroom.postroom.message.parts import Attachment, Body, make_body
from flows.newsroom.postroom.message.slips import slip_subject
from flows.newsroom.press.mailing import subject_line
from flows.newsroom.press.wording import edition_address
from flows.newsroom.record import IssueRecord

TEST_MARK = "[TEST] "
TEST_ENDING = "-test"
MEGABYTE = 1_000_000
GROWTH = 4 / 3 * 1.03  # of a file that is attached: base64, and its line ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Stationery:
    """What every letter of a forum is written on."""

    masthead: Masthead
    sender: Sender
    templates: Path
    largest_megabytes: int = 10
    signer: Signer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Everything of one mailing that is the same for all who get it."""

    mailing: str  # the id
    topic: str  # the mailing that it is said to belong to: of a test, the one that is tested
    sender: Sender
    subject: str
    date_header: str
    body: Body
    signer: Signer | None = None
    id_domain: str | None = None  # what its Message-IDs end in; None: the sender's domain
    headers: bytes = field(init=False, repr=False)  # those that are the same for all

    def __post_init__(self) -> None:
        object.__setattr__(self, "headers", b"".join(_headers(self)))

    @property
    def size(self) -> int:
        """About how many bytes one copy has: without the few that are the member's own."""
        return len(self.headers) + sum(map(len, self.body.pieces)) + len(self.body.tail)


def make_letter(papers: Papers, stationery: Stationery, *, date_header: str, mailing: str | None = None) -> Letter:
    """The letter that brings an issue or a correction: text and HTML, with the PDF attached if it is not too large.

    Args:
        papers: The issue, or the slip, as it was approved.
        stationery: What it is written on.
        date_header: The date of the mailing, as RFC 5322 writes it; the same at every try.
        mailing: The id of the mailing; None: the issue's date, as of the mailing that brings it.

    Raises:
        InterlockError: The PDF is too large to attach, and stands nowhere on the web.
        IssueError: A template is at fault.
    """
    if reason := why_no_letter(papers, stationery):
        raise InterlockError(reason)
    record, sender = papers.record, stationery.sender
    is_attached = papers.pdf is not None and _fits(papers, stationery)
    foot = make_foot(
        stationery.masthead,
        sender,
        is_attached=is_attached,
        pdf_address=_pdf_address(papers, stationery) if papers.pdf and not is_attached else None,
        templates=stationery.templates,
    )
    mailing = mailing or record.date.isoformat()
    attachment = Attachment(filename=pdf_name(record), content=papers.pdf) if papers.pdf and is_attached else None
    return Letter(
        mailing=mailing,
        topic=mailing,
        sender=sender,
        subject=one_line(_subject(record, kind_of(mailing))),
        date_header=date_header,
        body=make_body(foot.below_text(papers.text), foot.below_html(papers.html), attachment, seed=mailing),
        signer=stationery.signer,
    )


def why_no_letter(papers: Papers, stationery: Stationery) -> str | None:
    """Why no letter can be made of an issue, in words for the coordinator; None: one can."""
    if papers.pdf is None or _fits(papers, stationery) or _pdf_address(papers, stationery):
        return None
    return (
        f"The PDF of this issue is too large to be attached: a mail with it would have {_megabytes(papers):.1f} MB, "
        f"more than {stationery.largest_megabytes} (delivery.largest_mail_megabytes). Say in newsletter.toml where "
        "your issues stand on the web (archive.address), and a link is sent instead; or print fewer stories."
    )


def test_letter(letter: Letter) -> Letter:
    """The same letter, marked as a test: only subject, Message-ID and what follows from the mailing's id differ."""
    return replace(letter, mailing=letter.mailing + TEST_ENDING, subject=TEST_MARK + letter.subject)


def envelope(letter: Letter, member: Member, keys: Keys) -> Envelope:
    """One member's copy of a letter.

    Raises:
        MemberError: The member has no address, or one that cannot be written into a mail.
    """
    sender, token = letter.sender, leaving_token(member.id, letter.sender.list_id, keys)
    to = _address_of(member)
    own = (
        for_people("To", to),
        for_machines("Message-ID", message_id(letter.mailing, member.id, letter.id_domain or sender.domain, keys)),
        for_machines("List-Unsubscribe", _ways_to_leave(sender, token)),
    )
    head = b"".join((letter.headers, *own, CRLF, letter.body.for_token(token)))
    if letter.signer:
        at = int(parsedate_to_datetime(letter.date_header).timestamp())
        head = signature(head, letter.body.tail, letter.signer, at=at) + head
    bounces = sender.bounces
    return Envelope(
        member=member.id,
        sender=return_address(bounces, letter.mailing, member.id) if sender.bounces_take_plus else bounces,
        recipient=to.addr_spec,
        head=head,
        tail=letter.body.tail,
    )


def pdf_name(record: IssueRecord) -> str:
    """What the PDF is called where it is saved: small letters, figures and hyphens, of any newsletter's name."""
    plain = unicodedata.normalize("NFKD", record.name).encode("ascii", "ignore").decode("ascii").lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    return f"{name or 'newsletter'}-{record.date.isoformat()}.pdf"


def _subject(record: IssueRecord, kind: MailingKind) -> str:
    if kind is MailingKind.CORRECTION:
        return slip_subject(record)
    lead = next((story.headline.text for story in record.stories if story.is_lead), None)
    return subject_line(name=record.name, number=record.number, date=record.date, lead=lead)


def _address_of(member: Member) -> Address:
    try:
        return mailbox(member.name, member.email or "")
    except ValueError:
        raise MemberError(
            f"The member {member.id} has no e-mail address that a mail can be sent to. Look at it and write it anew."
        ) from None  # the cause quotes the address


def _headers(letter: Letter) -> tuple[bytes, ...]:
    sender = letter.sender
    one_click = (for_machines("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),) if sender.leave_page else ()
    return (
        for_people("From", mailbox(sender.name, sender.address)),
        for_people("Reply-To", mailbox(None, sender.reply_to)),
        subject(letter.subject),
        for_machines("Date", letter.date_header),
        for_machines("List-Id", _list_id(sender)),
        *one_click,
        for_machines("List-Help", f"<{letter_to(sender.reply_to)}>"),
        for_machines("Precedence", "bulk"),
        for_machines("Auto-Submitted", "auto-generated"),
        for_machines("Feedback-ID", _feedback_id(letter)),
        for_machines("X-Mailing", letter.topic),
        for_machines("MIME-Version", "1.0"),
        for_machines("Content-Type", letter.body.content_type),
    )


def _ways_to_leave(sender: Sender, token: str) -> str:
    ways = (leave_page(sender, token), leave_by_mail(sender, token))
    return ", ".join(f"<{way}>" for way in ways if way)


def _list_id(sender: Sender) -> str:
    """The list's name, and before it the newsletter's where it is written in plain letters (RFC 2919 3)."""
    name = re.sub(r'["\\]', "", one_line(sender.name))
    return f'"{name}" <{sender.list_id}>' if re.fullmatch(r"[ -~]{1,60}", name) else f"<{sender.list_id}>"


def _feedback_id(letter: Letter) -> str:
    """What Gmail groups complaints by: mailing, list, kind, and at the end who sends."""
    return f"{letter.topic}:{letter.sender.list_id}:newsletter:{letter.sender.domain}"


def _fits(papers: Papers, stationery: Stationery) -> bool:
    return _megabytes(papers) <= stationery.largest_megabytes


def _megabytes(papers: Papers) -> float:
    """How large a mail with the PDF would be."""
    words = len(papers.text.encode()) + len(papers.html.encode())
    return (words + len(papers.pdf or b"") * GROWTH) / MEGABYTE


def _pdf_address(papers: Papers, stationery: Stationery) -> str | None:
    return edition_address(stationery.masthead, papers.record.date, PDF)
