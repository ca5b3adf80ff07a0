"""The commands of `standfirst` by their names; what each does is imported when it is asked for."""

import os
import shlex
import sys
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from flows.commands import mailing, members
from flows.commands.days import day_if_given, day_of
from flows.commands.statuses import FAILED, MADE, MADE_WITH_SKIPS
from flows.console import progress, screen, show_issue
from flows.newsroom.language.calendar import in_words
from flows.outcomes import Outcome
from flows.sealing import DEBUGGING, is_debugging

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
app.add_typer(mailing.app)


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

    day = day_if_given(date)
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

    explain_document(document, day_if_given(date))


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

    reopen_issue(day_of(date, "DATE"))


@app.command()
def kept(
    promise: Annotated[str, typer.Argument(help="The letters that report.md gives beside a promise.")],
    *,
    drop: Annotated[bool, typer.Option("--drop", help="It no longer matters: print it no more, not as kept.")] = False,
) -> None:
    """Tick off a promise of an earlier issue: the next issue says that it was kept, those after it nothing."""
    from flows.commands.memory import tick_off

    tick_off(promise, is_dropped=drop)


@app.command()
def serve(
    *,
    port: Annotated[int, typer.Option(help="Where the run keeper listens, on this computer only.")] = 4200,
) -> None:
    """Make issues by the clock and on demand until this command is stopped."""
    from flows.serving import serve_until_stopped

    serve_until_stopped(Path.cwd(), port)
