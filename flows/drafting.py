"""Drafting an issue by hand: a Prefect server if none is there, the flow, and what became of it."""

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path

from flows.local_server import any_server
from flows.newsroom.archive import issue_folder
from flows.newsroom.editorial import read_editorial
from flows.newsroom.errors import IssueError, NewsletterError
from flows.newsroom.fetching import find_pages
from flows.newsroom.readers import media_types
from flows.newsroom.settings import Settings, read_settings
from flows.newsroom.sources import discover
from flows.outcomes import Outcome
from flows.surroundings import prepare


def draft_issue(
    date: dt.date | None, folders: Mapping[str, str], *, level: str, fetch: bool = True
) -> tuple[Outcome, Path]:
    """Draft the issue of `date`, of today on the forum's clock if it is None.

    Args:
        date: The date of the issue.
        folders: `seeds` and `output`, where they differ from the settings.
        level: How much Prefect says on the screen.
        fetch: Whether servers may be asked for the pages of the reading list, if the settings allow it.

    Returns:
        How the run ended, and the folder of the issue.

    Raises:
        NewsletterError: The issue was not made; the message says why and what to do.
    """
    # Not as parameters of the flow, which Prefect keeps: a folder may bear a person's name.
    os.environ.update({f"STANDFIRST_FOLDERS__{name.upper()}": path for name, path in folders.items()})
    if not fetch:
        os.environ["STANDFIRST_LINKS__FETCH"] = "false"
    settings = read_settings(Path.cwd())
    day = date or dt.datetime.now(settings.schedule.zone).date()
    home = prepare(settings.folders.state, level=level)
    _look_before_starting(settings, day)
    with any_server(home, meanwhile=_import_the_flow):
        from flows.newsletter import newsletter  # Prefect reads its settings when it is first imported

        state = newsletter(date=day, return_state=True)
    if state.is_completed():
        return Outcome(str(state.name)), issue_folder(settings.folders.output, day)
    cause = state.result(raise_on_failure=False)
    if isinstance(cause, Exception) and not isinstance(cause, NewsletterError) and state.message != str(cause):
        raise cause
    raise cause if isinstance(cause, NewsletterError) else IssueError(str(state.message))


def _import_the_flow() -> None:
    """Half of the seconds that a server takes to start are needed for this, too."""
    import flows.newsletter  # noqa: F401 - what it imports is what takes the time


def _look_before_starting(settings: Settings, day: dt.date) -> None:
    """A slip of the pen in a settings file is told at once, not when the server has been started."""
    from flows.recipe import make_masthead, make_recipe, make_renderers

    make_recipe(settings, day)
    make_renderers(settings)
    make_masthead(settings)
    read_editorial(settings.folders.seeds, day)
    find_pages(settings.folders.seeds, settings.links.addresses, settings.links.most)
    discover(settings.folders.seeds, media_types(), settings.documents.largest_megabytes * 1_000_000)
