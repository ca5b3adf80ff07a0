"""Every reason why nothing may go out as things stand, at once, in words for a coordinator.

Two sets of locks: before a mailing starts, and before one that was broken off goes on. What has begun was
approved and released, and its bytes are kept; so what lies in the output folder by then no longer matters.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from flows.newsroom.model.postroom import Mailing, MailingKind, MailingState
from flows.newsroom.postroom.approval import MAIL, Binding, Seal, changes

SHORTEST_SUBJECT, LONGEST_SUBJECT = 5, 200  # characters
GROWTH, GROWTH_ROOM = 1.5, 20  # a list that grows by half and twenty more at once is taken for the wrong one
_TEMPLATE_MARKS = ("{{", "{%", "}}", "%}")
_END_OF_PDF = 1024  # bytes in which a whole PDF says that it ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the settings say."""

    is_live: bool = False
    needs_approval: bool = True
    approval_hours: int = 48
    most_recipients: int = 500
    latest_days: int = 7
    largest_mail_bytes: int = 10_000_000
    lacks: tuple[str, ...] = ()  # settings without which nothing can be sent, with what to write


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What would be mailed."""

    date: dt.date
    kind: MailingKind = MailingKind.ISSUE
    stories: int = 1
    undecided: int = 0  # stories in print with a red matter that nobody has decided
    subject: str | None = None  # None: no mail can be made of it yet
    texts: tuple[str, ...] = ()  # the mail's plain text and its HTML
    pdf: bytes | None = None
    mail_bytes: int = 0  # of one mail
    fault: str | None = None  # why no mail can be made that holds or points to all that belongs to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A mailing as things stand."""

    today: dt.date
    now: float  # seconds since 1970
    draft: Draft
    binding: Binding
    mailing: Mailing | None = None
    approved: Binding | None = None
    recipients: int  # how many would be mailed
    recipients_last_time: int | None = None

    @property
    def name(self) -> str:
        """What commands call the mailing: the date of the issue, or that of a correction to it."""
        return self.mailing.id if self.mailing else self.draft.date.isoformat()


def reasons(case: Case, limits: Limits) -> tuple[str, ...]:
    """Why the mailing may not start; none: it may."""
    approval = tuple(_without_approval(case, limits)) if limits.needs_approval or _is_approved(case) else ()
    is_known_to_be_right = bool(_is_approved(case) and not approval)
    return (
        *reasons_of_set_up(limits),
        *reasons_against_draft(case, limits, is_sure=is_known_to_be_right),
        *approval,
    )


def reasons_of_set_up(limits: Limits) -> tuple[str, ...]:
    """Why this installation could not send anything."""
    return (*_mode(limits), *limits.lacks)


def reasons_against_draft(case: Case, limits: Limits, *, is_sure: bool = False) -> tuple[str, ...]:
    """Why nobody may approve the mailing.

    Args:
        case: The mailing as things stand.
        limits: What the settings say.
        is_sure: Somebody has said that so many members more than last time are right.
    """
    return (
        *_sent_already(case),
        *_broken_issue(case.draft),
        *_broken_mail(case.draft, limits),
        *_wrong_day(case, limits, "Draft one for today."),
        *_wrong_audience(case, limits),
        *(() if is_sure else _grown_audience(case)),
    )


def reasons_to_stay(case: Case, limits: Limits) -> tuple[str, ...]:
    """Why a mailing that was begun may not go on; none: it may."""
    late = "`standfirst who` names those who have not got it. If they are to get it all the same, raise that number."
    return (*_mode(limits), *_spoilt(case), *_wrong_day(case, limits, late), *limits.lacks)


def phrase(recipients: int) -> str:
    """What a person types to release a mailing."""
    return f"send to {recipients}"


def _mode(limits: Limits) -> Iterator[str]:
    if not limits.is_live:
        yield (
            "Standfirst is in test mode, and mails nobody but the test_addresses of newsletter.toml, with --test-to. "
            'When the members are to get it, write mode = "live" there, under [delivery].'
        )


def _sent_already(case: Case) -> Iterator[str]:
    if case.mailing and case.mailing.state is MailingState.FINISHED:
        yield (
            "It was sent already, and nobody gets the same issue twice, whatever has changed in it since. "
            f"`standfirst who --date {case.name}` says who has it; `standfirst correct` mails a correction."
        )


def _broken_issue(draft: Draft) -> Iterator[str]:
    if draft.stories < 1:
        yield "The issue has no stories. Put documents into the seeds folder and draft it again."
    if draft.undecided:
        noun = "story" if draft.undecided == 1 else "stories"
        yield (
            f"{draft.undecided} {noun} in the issue cannot be printed before somebody has decided. report.md says "
            "which and what to write; then draft the issue again."
        )


def _broken_mail(draft: Draft, limits: Limits) -> Iterator[str]:
    if draft.fault:
        yield draft.fault
    if draft.pdf is not None and not _is_whole(draft.pdf):
        yield "newsletter.pdf is not whole. Draft the issue again."
    if any(mark in text for text in (draft.subject or "", *draft.texts) for mark in _TEMPLATE_MARKS):
        yield (
            "Signs of a template, such as {{, were left in the mail. Undo the last change to your templates and draft "
            "the issue again; if a document itself has them, leave it out."
        )
    if draft.subject is not None and not _is_fit(draft.subject):
        yield "The mail's subject is empty, too long or has a line break in it. Look at the first headline."
    if draft.mail_bytes > limits.largest_mail_bytes:
        yield (
            f"One mail would have {_megabytes(draft.mail_bytes)} MB, more than {_megabytes(limits.largest_mail_bytes)} "
            "(delivery.largest_mail_megabytes), and mail servers would refuse it. Print fewer stories."
        )


def _wrong_day(case: Case, limits: Limits, remedy: str) -> Iterator[str]:
    age = (case.today - case.draft.date).days
    if case.draft.kind is MailingKind.CORRECTION or abs(age) <= limits.latest_days:
        return
    words = f"{age} days ago" if age > 0 else f"{-age} days from now"
    yield (
        f"The issue is dated {case.draft.date}, {words}; more than {limits.latest_days} are taken for a slip "
        f"(delivery.latest_days). {remedy}"
    )


def _wrong_audience(case: Case, limits: Limits) -> Iterator[str]:
    count = case.recipients
    if count == 0:
        yield "Nobody would get it. `standfirst members list` shows who is on the list; look at delivery.groups too."
    if count > limits.most_recipients:
        yield (
            f"{count} members are more than {limits.most_recipients} (delivery.most_recipients). If that is right, "
            "raise it in newsletter.toml."
        )


def _grown_audience(case: Case) -> Iterator[str]:
    last, count = case.recipients_last_time, case.recipients
    if last and count > GROWTH * last + GROWTH_ROOM:
        yield (
            f"{count} members would get it, and {last} did last time. Is it the right list? If it is, say so: "
            f"`standfirst approve --date {case.name} --by NAME --sure`."
        )


def _is_approved(case: Case) -> bool:
    return case.mailing is not None and case.mailing.approved_at is not None


def _without_approval(case: Case, limits: Limits) -> Iterator[str]:
    command = f"`standfirst approve --date {case.name} --by NAME`"
    mailing, approved = case.mailing, case.approved
    if mailing is None or approved is None or mailing.approved_at is None:
        yield f"Nobody has approved it. Read it, then type {command}."
        return
    if mailing.draft_digest != approved.draft_digest or mailing.audience_digest != approved.audience_digest:
        yield f"The approval was broken off while it was written. Give it again: {command}."
    if changed := changes(approved, case.binding):
        yield f"The approval has lapsed: {'; '.join(changed)}. Look at it again, then type {command}."
    if case.now - mailing.approved_at > limits.approval_hours * 3600:
        yield (
            f"The approval has lapsed: it is older than {limits.approval_hours} hours (delivery.approval_hours). "
            f"Give it again: {command}."
        )


def _spoilt(case: Case) -> Iterator[str]:
    if case.approved is not None and _of_editions(case.binding) != _of_editions(case.approved):
        yield (
            "What is kept of this mailing in the state folder is not what was approved, so the rest of the members "
            "would get something else. Put that folder back from your copy of it."
        )


def _of_editions(binding: Binding) -> tuple[Seal, ...]:
    """Without the mail's own seal: what a stop was about may have been put right in the settings since."""
    return tuple(seal for seal in binding.seals if seal.name != MAIL)


def _is_fit(subject: str) -> bool:
    return SHORTEST_SUBJECT <= len(subject) <= LONGEST_SUBJECT and subject.isprintable()


def _is_whole(pdf: bytes) -> bool:
    return pdf.startswith(b"%PDF") and b"%%EOF" in pdf[-_END_OF_PDF:]


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".removesuffix(".0")
