"""The commands of `standfirst` by their names; what each does is imported when it is asked for."""

import datetime as dt
import os
import shlex
import sys
import webbrowser
from pathlib import Path
from typing import Annotated, Literal

import typer

from flows.commands import members
from flows.console import progress, screen, show_issue
from flows.newsroom.language.calendar import in_words
from flows.outcomes import Outcome
from flows.sealing import DEBUGGING, is_debugging

MADE, FAILED, MADE_WITH_SKIPS = 0, 1, 3

WITHOUT_AN_ISSUE = {
    Outcome.NOTHING_TO_DO: "There are no documents, so there is no issue. Put documents into the seeds folder and try "
    "again.",
    Outcome.NOTHING_NEW: "Members have read everything that is in the seeds folder, so there is no new issue. Put new "
    "documents into it, or type standfirst reopen and the date of an issue to print it again.",
    Outcome.ALREADY_SENT: "The issue of that day was sent to the members, so it stays as it is. To put something "
    "right, write to those who have it: standfirst correct. Or make an issue of another day.",
}

app = typer.Typer(
    name="standfirst",
    help="The newsletter desk for social work forums. Start with: standfirst draft",
    epilog=f"Ends with {MADE} if all went well, {FAILED} if nothing was made, 2 if the command was not understood, "
    f"{MADE_WITH_SKIPS} if it was done but for some: documents that had to be turned away, rows of a list, "
    "members who have not got an issue yet.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

DATE = typer.Option(help="The date of the issue, such as 2026-11-30. Today if not given.", metavar="YYYY-MM-DD")
SEEDS = typer.Option(help="The folder with the documents.", file_okay=False)
NO_FETCH = typer.Option("--no-fetch", help="Ask no server; pages that were fetched before are used as they are.")
OUTPUT = typer.Option(help="The folder in which issues are made.", file_okay=False)

app.add_typer(members.app, name="members")


@app.callback()
def standfirst(
    *,
    debug: Annotated[bool, typer.Option(help="Show technical details when something goes wrong.")] = False,
) -> None:
    """The newsletter desk for social work forums."""
    os.environ[DEBUGGING] = "1" if debug else ""


@app.command()
def draft(
    *,
    date: Annotated[str | None, DATE] = None,
    seeds: Annotated[Path | None, SEEDS] = None,
    output: Annotated[Path | None, OUTPUT] = None,
    no_fetch: Annotated[bool, NO_FETCH] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open the web page when it is made.")] = False,
) -> None:
    """Make an issue from the documents in the seeds folder. Nothing is sent; making it again does no harm."""
    from flows.drafting import draft_issue

    day = _date(date)
    given = {"seeds": seeds, "output": output}
    folders = {name: str(path.resolve()) for name, path in given.items() if path}
    screen.print(f"Drafting the issue of {in_words(day) if day else 'today'}. This takes about half a minute.")
    with progress():
        outcome, folder = draft_issue(
            day, folders, level="WARNING" if is_debugging() else "CRITICAL", fetch=not no_fetch
        )
    if words := WITHOUT_AN_ISSUE.get(outcome):
        screen.print(words)
        return
    show_issue(folder)
    if open_:
        webbrowser.open((folder / "newsletter.html").resolve().as_uri())
    if outcome is Outcome.MADE_WITH_SKIPS:
        raise typer.Exit(MADE_WITH_SKIPS)


@app.command()
def explain(
    document: Annotated[Path, typer.Argument(help="The document, among the seeds or anywhere else.")],
    *,
    date: Annotated[str | None, DATE] = None,
) -> None:
    """Show what is read in one document, what was removed and why, and what each fact stands on."""
    from flows.explaining import explain_document

    explain_document(document, _date(date))


@app.command()
def doctor() -> None:
    """Look whether everything that Standfirst needs is there, and say what to do where it is not."""
    from flows.doctor import examine

    if not examine(Path.cwd()):
        raise typer.Exit(FAILED)


@app.command()
def init(folder: Annotated[Path, typer.Argument(help="The folder to make; it may exist if it is empty.")]) -> None:
    """Make the folder of a new forum, with its newsletter.toml and an empty seeds folder."""
    from flows.new_forum import make_forum

    make_forum(folder)
    screen.print(f"Made {folder}. Next: write your newsletter's name into {folder / 'newsletter.toml'},")
    command = shlex.join([sys.argv[0], "draft"])
    screen.print(f"put documents into {folder / 'seeds'}, then type: cd {shlex.quote(str(folder))} && {command}")


@app.command()
def site(
    folder: Annotated[Path, typer.Argument(help="The folder to copy to, such as the one of your web server.")],
) -> None:
    """Copy all issues and the archive into a folder for readers, without the reports, which are for you alone."""
    from flows.newsroom.archive import copy_for_readers
    from flows.newsroom.settings import read_settings

    written = copy_for_readers(read_settings(Path.cwd()).folders.output, folder)
    screen.print(f"{written} files written to {folder}. Start page: {folder / 'index.html'}")


@app.command()
def reopen(
    date: Annotated[str, typer.Argument(help="The date of an issue that was sent.", metavar="YYYY-MM-DD")],
) -> None:
    """Let the stories of an issue that was sent be printed again; nobody is mailed it twice."""
    from flows.commands.memory import reopen_issue

    reopen_issue(_day(date, "DATE"))


@app.command()
def kept(
    promise: Annotated[str, typer.Argument(help="The letters that report.md gives beside a promise.")],
    *,
    drop: Annotated[bool, typer.Option("--drop", help="It no longer matters: print it no more, not as kept.")] = False,
) -> None:
    """Tick off a promise of an earlier issue: the next issue says that it was kept, those after it nothing."""
    from flows.commands.memory import tick_off

    tick_off(promise, is_dropped=drop)


MAILING = typer.Option(
    "--date", help="The date of the issue; 2026-11-30-c1 is its first correction. The newest if not given.",
    metavar="YYYY-MM-DD",
)  # fmt: skip


@app.command()
def approve(
    *,
    mailing: Annotated[str | None, MAILING] = None,
    by: Annotated[str, typer.Option(help="Who approves it; kept in the state folder.", metavar="NAME")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; for scripts.")] = False,
    without_waiting: Annotated[
        bool, typer.Option("--without-waiting", help="Leave out the documents that wait for a decision.")
    ] = False,
    sure: Annotated[bool, typer.Option("--sure", help="So many more members than last time are right.")] = False,
) -> None:
    """Approve an issue for its members: every byte of it, and everybody who gets it."""
    from flows.commands.approve import approve_mailing

    approve_mailing(mailing, by, is_confirmed=yes, without_waiting=without_waiting, is_sure=sure)


@app.command()
def send(
    *,
    mailing: Annotated[str | None, MAILING] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be sent and lay one mail down.")] = False,
    test_to: Annotated[str | None, typer.Option(help="Send one mail, marked [TEST], there.", metavar="ADDRESS")] = None,
    confirm: Annotated[str | None, typer.Option(help='For scripts: the line to type, as "send to 47".')] = None,
    from_here: Annotated[
        bool, typer.Option("--from-here", help="After a move or a restore: mail goes out from here from now on.")
    ] = False,
) -> None:
    """Send an approved issue to every member once; given again, it goes on where it ended."""
    from flows.commands.send import rehearse, send_mailing, send_test

    if dry_run:
        rehearse(mailing)
    elif test_to:
        send_test(mailing, test_to)
    else:
        counts = send_mailing(mailing, confirm, level="WARNING" if is_debugging() else "CRITICAL", from_here=from_here)
        if counts.sent + counts.suppressed < counts.all:
            raise typer.Exit(MADE_WITH_SKIPS)


@app.command()
def who(*, mailing: Annotated[str | None, MAILING] = None) -> None:
    """Say who got an issue, who did not and why, and what to do next."""
    from flows.commands.who import show_standing

    show_standing(mailing)


@app.command()
def settle(
    member: Annotated[
        str | None,
        typer.Argument(help="The member's id, as standfirst who shows it; with --all, of which mailing.", metavar="ID"),
    ] = None,
    verdict: Annotated[
        Literal["sent", "resend"] | None, typer.Argument(help="sent: has it; resend: has not, send it again.")
    ] = None,
    *,
    mailing: Annotated[str | None, MAILING] = None,
    everybody: Annotated[
        Literal["sent", "resend"] | None, typer.Option("--all", help="The same of everybody in doubt.")
    ] = None,
    confirm: Annotated[str | None, typer.Option(help='For scripts: the line to type, as "settle 30".')] = None,
) -> None:
    """Say whether a member in doubt has the issue, or whether all of them have it."""
    from flows.commands.settle import Verdict, settle_all, settle_copy

    if everybody:
        if verdict:
            raise typer.BadParameter("say it of one member, or of all: standfirst settle --all resend 2026-11-30")
        settle_all(Verdict(everybody), member or mailing, confirm)
    elif member and verdict:
        settle_copy(member, Verdict(verdict), mailing)
    else:
        raise typer.BadParameter("say who and what: standfirst settle ID sent, or ID resend; or --all sent")


@app.command()
def correct(
    date: Annotated[str, typer.Argument(help="The date of an issue that was sent.", metavar="YYYY-MM-DD")],
    *,
    text: Annotated[Path, typer.Option(help="A text file: what was wrong, and what is right.", dir_okay=False)],
    story: Annotated[
        int | None, typer.Option(help="The place of the story in the issue, the lead is 1.", metavar="N")
    ] = None,
) -> None:
    """Write a correction to everybody who has an issue, and onto its page; it is approved and sent as an issue is."""
    from flows.commands.correct import correct_issue

    correct_issue(_day(date, "DATE"), text, story)


@app.command()
def collect(
    *,
    sure: Annotated[bool, typer.Option("--sure", help="Take members off although they are more than a fifth.")] = False,
) -> None:
    """Read the letterbox: what came back, who asks to leave, who cannot be reached any more."""
    from flows.commands.collect import collect_mail

    collect_mail(Path.cwd(), is_sure=sure)


@app.command()
def dkim(
    *,
    selector: Annotated[str, typer.Option(help="What the key is called in the DNS.")] = "news",
) -> None:
    """Make a key for signing mail, and print the record that whoever keeps your domain puts into the DNS."""
    from flows.commands.dkim import make_dkim

    make_dkim(Path.cwd(), selector)


@app.command("leave-page")
def leave_page(
    *,
    port: Annotated[int, typer.Option(help="Where the page listens, on this computer only.")] = 8425,
) -> None:
    """Serve the page through which members leave with one click, behind a web server of yours."""
    from flows.commands.leave_page import serve_leave_page

    serve_leave_page(Path.cwd(), port)


@app.command()
def serve(
    *,
    port: Annotated[int, typer.Option(help="Where the run keeper listens, on this computer only.")] = 4200,
) -> None:
    """Make issues by the clock and on demand until this command is stopped."""
    from flows.serving import serve_until_stopped

    serve_until_stopped(Path.cwd(), port)


def _date(text: str | None) -> dt.date | None:
    return _day(text, "--date") if text else None


def _day(text: str, where: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is no day. Write the year first, and a day that the month has: 2026-11-30.", param_hint=where
        ) from error
