"""Looking at a mailing as things stand: what would be sent, to whom, and every reason against it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.archive import FOR_THE_COORDINATOR, issue_folder
from flows.newsroom.model.postroom import DeliveryState, Mailing, MailingKind, Member, SuppressionReason
from flows.newsroom.postroom.approval import MAIL, bind, read_editions
from flows.newsroom.postroom.custody import correction_folder, kept
from flows.newsroom.postroom.drafts import REPORT, Questions, contents_of, read_questions
from flows.newsroom.postroom.interlocks import Case, Draft, Limits
from flows.newsroom.postroom.message import Letter, Papers, read_papers
from flows.newsroom.settings import Settings
from flows.office import Office
from flows.postage import NO_SENDER, Attempt, try_letter

MEGABYTE = 1_000_000
_HAVE_LEFT = frozenset({SuppressionReason.UNSUBSCRIBED, SuppressionReason.COMPLAINT, SuppressionReason.BY_HAND})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Whom an issue would reach, and whom not."""

    by_mail: int
    on_paper: int
    have_left: int
    bounced_last_time: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A mailing as things stand, and what was looked at."""

    mailing: Mailing
    case: Case
    limits: Limits
    tally: Tally
    files: dict[str, bytes] = field(repr=False)  # what readers get, by name
    members: tuple[Member, ...] = field(repr=False)
    letter: Letter | None = field(repr=False)
    questions: Questions  # what the report asks


def assess(office: Office, mailing_id: str) -> Assessment:
    """Look at a mailing that has not been released: its draft, its members, its approval.

    Raises:
        IssueError: There is no such draft, or it cannot be mailed.
    """
    mailing = office.mailing(mailing_id)
    folder = draft_folder(office, mailing)
    files = read_editions(folder, FOR_THE_COORDINATOR)
    papers = read_papers(folder)
    attempt = try_letter(office.settings, papers, mailing)
    members = _audience(office, mailing)
    seals = {MAIL: _same_for_all(attempt.letter)} if attempt.letter else {}
    binding = bind(files | seals, (member.id for member in members))
    return Assessment(
        mailing=mailing,
        case=Case(
            today=office.now.date(),
            now=office.clock.now(),
            draft=_draft(mailing, papers, attempt),
            binding=binding,
            mailing=mailing,
            approved=office.approvals.binding(mailing_id),
            recipients=len(members),
            recipients_last_time=_last_time(office, mailing),
        ),
        limits=limits(office.settings),
        tally=_tally(office, members, mailing),
        files=files,
        members=members,
        letter=attempt.letter,
        questions=_questions(folder),
    )


def reassess(office: Office, mailing: Mailing) -> tuple[Case, Limits]:
    """Look at a mailing that was released, and at what is kept of it."""
    enrolled = [delivery.member for delivery in office.ledger.deliveries(mailing.id)]
    case = Case(
        today=office.now.date(),
        now=office.clock.now(),
        draft=Draft(date=mailing.issue, kind=mailing.kind),
        binding=bind(kept(office.state, mailing.id), enrolled),
        mailing=mailing,
        approved=office.approvals.binding(mailing.id),
        recipients=len(enrolled),
    )
    return case, limits(office.settings)


def limits(settings: Settings) -> Limits:
    """What the settings say about sending."""
    delivery = settings.delivery
    return Limits(
        is_live=delivery.mode == "live",
        needs_approval=delivery.approval == "required",
        approval_hours=delivery.approval_hours,
        most_recipients=delivery.most_recipients,
        latest_days=delivery.latest_days,
        largest_mail_bytes=delivery.largest_mail_megabytes * MEGABYTE,
        lacks=tuple(_lacks(settings)),
    )


def _lacks(settings: Settings) -> Iterator[str]:
    delivery = settings.delivery
    if delivery.sender is None:
        yield NO_SENDER
    if delivery.postal_address is None:
        yield (
            "A newsletter by mail says where whoever sends it can be reached by post. Write postal_address into "
            "newsletter.toml, under [delivery]."
        )
    if delivery.channel == "smtp" and delivery.server.host is None:
        yield (
            "No mail server is named. Write the host of your mail account into newsletter.toml, under "
            '[delivery.server]; or channel = "outbox" under [delivery], to get the mails as files.'
        )


def draft_folder(office: Office, mailing: Mailing) -> Path:
    """Where a mailing lies until it is released."""
    if mailing.kind is MailingKind.CORRECTION:
        return correction_folder(office.state, mailing.id)
    return issue_folder(office.settings.folders.output, mailing.issue)


def _audience(office: Office, mailing: Mailing) -> tuple[Member, ...]:
    """Whom it is for: of a correction, whoever has the issue and is still on the list."""
    if mailing.kind is MailingKind.ISSUE:
        return office.roster.audience(office.settings.delivery.groups)
    have_it = office.ledger.deliveries(mailing.issue.isoformat(), DeliveryState.SENT)
    ids = {delivery.member for delivery in have_it}
    return tuple(member for member in office.roster.audience() if member.id in ids)


def _draft(mailing: Mailing, papers: Papers, attempt: Attempt) -> Draft:
    contents, letter = contents_of(papers.record), attempt.letter
    return Draft(
        date=mailing.issue,
        kind=mailing.kind,
        stories=contents.stories,
        undecided=contents.undecided,
        subject=letter.subject if letter else None,
        texts=(papers.text, papers.html),
        pdf=papers.pdf,
        mail_bytes=letter.size if letter else 0,
        fault=attempt.fault,
    )


def _same_for_all(letter: Letter) -> bytes:
    """All of a letter that every copy has."""
    return letter.headers + b"\0".join(letter.body.pieces) + letter.body.tail


def _questions(folder: Path) -> Questions:
    report = folder / REPORT
    return read_questions(report.read_bytes()) if report.is_file() else Questions()


def _last_time(office: Office, mailing: Mailing) -> int | None:
    """How many copies the issue before had."""
    last = office.mailing_before(mailing)
    return office.ledger.counts(last.id).all if last else None


def _tally(office: Office, members: tuple[Member, ...], mailing: Mailing) -> Tally:
    groups = office.settings.delivery.groups
    reasons = Counter(one.suppression.reason for one in office.roster.listings() if one.suppression)
    last = office.mailing_before(mailing)
    return Tally(
        by_mail=len(members),
        on_paper=len(office.roster.on_paper(groups)) if mailing.kind is MailingKind.ISSUE else 0,
        have_left=sum(number for reason, number in reasons.items() if reason in _HAVE_LEFT),
        bounced_last_time=len(office.came_back(last.id)) if last else 0,
    )
