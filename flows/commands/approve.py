"""`standfirst approve`: a person's word for the very bytes and the very members."""

from pathlib import Path

import typer

from flows.assessing import Assessment, assess
from flows.commands.telling import tell_reasons, tell_tally
from flows.console import say
from flows.newsroom.errors import InterlockError
from flows.newsroom.postroom.drafts import Questions
from flows.newsroom.postroom.interlocks import reasons_against_draft, reasons_of_set_up
from flows.newsroom.postroom.standing import heading, noun, when
from flows.newsroom.settings import read_settings
from flows.office import Office, is_under_way, open_office
from flows.releasing import approve


def approve_mailing(
    mailing_id: str | None, by: str, *, is_confirmed: bool, without_waiting: bool, is_sure: bool
) -> None:
    """Show what would be approved, ask, and sign it.

    Args:
        mailing_id: Which mailing; None: the newest issue.
        by: Who approves.
        is_confirmed: Nobody needs to be asked.
        without_waiting: Likewise whether the documents that wait for a decision stay out.
        is_sure: So many members more than last time are right.

    Raises:
        InterlockError: It cannot be approved as things stand, or by nobody.
    """
    _expect_a_name(by)
    with open_office(read_settings(Path.cwd())) as office:
        name = mailing_id or office.newest()
        if is_under_way(office.mailing(name)):
            raise InterlockError(f"It was released already. `standfirst who --date {name}` says how far it is.")
        assessment = assess(office, name)
        _show(office, assessment)
        if against := reasons_against_draft(assessment.case, assessment.limits, is_sure=is_sure):
            raise InterlockError(tell_reasons("It cannot be approved as it is:", against))
        _settle_what_waits(assessment.questions, without_waiting=without_waiting, is_confirmed=is_confirmed)
        if not is_confirmed:
            typer.confirm(
                f"Approve this very {noun(assessment.mailing)} for {len(assessment.members)} members?", abort=True
            )
        approve(office, assessment, by=by)
    hours = assessment.limits.approval_hours
    say(f"Approved, for {hours} hours or until anything changes. Next: standfirst send --date {name}")
    if missing := reasons_of_set_up(assessment.limits):
        say(tell_reasons("Before it can be sent:", missing))


def _expect_a_name(by: str) -> None:
    if not by.strip():
        raise InterlockError("An approval bears a name: write yours behind --by. Nothing was approved.")


def _show(office: Office, assessment: Assessment) -> None:
    """What the approval would bind."""
    letter, mailing = assessment.letter, assessment.mailing
    say(heading(mailing))
    if letter:
        say(f"  Subject: {letter.subject}")
        sender = letter.sender
        say(f"  From: {sender.name} <{sender.address}>, answers to {sender.reply_to}")
    say(f"  {tell_tally(assessment.tally)}")
    for name, content in assessment.files.items():
        say(f"  {name}, {_size(len(content))}")
    say(f"  {_tested(office, assessment)}")
    if others := assessment.questions.others:
        things = "1 thing" if others == 1 else f"{others} things"
        say(f"  report.md asks you to look at {things} in it.")


def _tested(office: Office, assessment: Assessment) -> str:
    mailing = assessment.mailing
    tested = office.approvals.tested_at(mailing.id, assessment.case.binding.draft_digest)
    if tested is None:
        return (
            f"Nobody was sent this very {noun(mailing)} as a test. To see it as members will: "
            f"standfirst send --date {mailing.id} --test-to ADDRESS"
        )
    return f"This very {noun(mailing)} was sent as a test {when(tested, office.now)}."


def _settle_what_waits(questions: Questions, *, without_waiting: bool, is_confirmed: bool) -> None:
    """A red matter is decided before anybody signs: let in by a line in source.toml, or left out by a word here."""
    if not questions.waiting or without_waiting:
        return
    say("These documents are not in the issue, because they wait for your decision:")
    for one in questions.waiting:
        say(f"  {one.path}: {one.reason}")
    if is_confirmed:
        raise InterlockError(
            "Documents wait for a decision. Decide as said above and draft the issue again, or leave them out of this "
            "issue with --without-waiting."
        )
    typer.confirm("Leave them out of this issue?", abort=True)


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1_000))} KB"  # noqa: PLR2004
