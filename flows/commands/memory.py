"""`standfirst reopen` and `standfirst kept`: what earlier issues printed and promised."""

import datetime as dt
import time
from pathlib import Path

from flows.console import screen
from flows.newsroom.errors import IssueError
from flows.newsroom.language.calendar import in_words


def reopen_issue(day: dt.date) -> None:
    """Let the stories of the issue of `day` be printed again.

    Raises:
        IssueError: That issue was never sent, or is being sent.
    """
    from flows.newsroom.remembering import is_on_its_way, reopen
    from flows.newsroom.settings import read_settings
    from flows.newsroom.store import open_store

    with open_store(read_settings(Path.cwd()).folders.state) as connection:
        stories = reopen(connection, day)
        is_being_sent = stories is None and is_on_its_way(connection, day)
    if is_being_sent:
        raise IssueError(
            f"The issue of {in_words(day)} is still being sent, so its stories are free: they count as printed once "
            f"nobody waits for it any more. `standfirst who --date {day}` says who does."
        )
    if stories is None:
        raise IssueError(
            f"No issue of {in_words(day)} was sent, so its stories are free already. The folders in output show which "
            "issues there are."
        )
    screen.print(f"{stories} stories of the issue of {in_words(day)} may be printed again.")
    screen.print("Nobody is mailed that issue a second time: members who have it are known.")


def tick_off(promise: str, *, is_dropped: bool) -> None:
    """Say once more of a promise of an earlier issue that it was kept; or, if it is dropped, nothing.

    Raises:
        IssueError: There is no such promise, or it was ticked off before.
    """
    from flows.newsroom.remembering import close_promise, drop_promise
    from flows.newsroom.settings import read_settings
    from flows.newsroom.store import open_store

    with open_store(read_settings(Path.cwd()).folders.state) as connection:
        is_closed = drop_promise(connection, promise) if is_dropped else close_promise(connection, promise, time.time())
    if not is_closed:
        raise IssueError(
            f"No promise {promise} is open. The letters stand in report.md, under Promised in earlier issues."
        )
    if is_dropped:
        screen.print("Dropped. No issue speaks of it any more.")
    else:
        screen.print("Ticked off. The next issue says that it was kept, and those after it nothing.")
