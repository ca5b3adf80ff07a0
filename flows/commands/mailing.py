"""The commands for mailing an issue, by their names; what each does is imported when it is asked for."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from flows.commands.days import day_of
from flows.commands.statuses import MADE_WITH_SKIPS
from flows.sealing import is_debugging

app = typer.Typer()

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

    correct_issue(day_of(date, "DATE"), text, story)


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
