"""`standfirst leave-page`: the page through which members leave with one click, behind a web server of yours."""

import time
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from flows.console import say
from flows.newsroom.errors import MachineError, SettingsError
from flows.newsroom.model.postroom import SuppressionReason
from flows.newsroom.postroom.keys import read_keys
from flows.newsroom.postroom.leave_page import LeavePage, make_pages
from flows.newsroom.postroom.leaving import ListNames, member_of
from flows.newsroom.postroom.roster import Roster
from flows.newsroom.press.house import house_templates
from flows.newsroom.settings import read_settings
from flows.newsroom.store import open_store

HOST = "127.0.0.1"
PATIENCE_SECONDS = 10  # for a visitor who says nothing


def make_application(folder: Path) -> LeavePage:
    """The page of the forum in `folder`, as a WSGI application that any web server can run.

    Raises:
        SettingsError: There is no list that somebody could leave.
    """
    settings = read_settings(folder)
    state, sender = settings.folders.state, settings.sender
    if sender is None:
        raise SettingsError(
            "newsletter.toml does not say from which address the newsletter is mailed, so there is no list to leave. "
            "Write it as sender into the table [delivery]."
        )
    list_id, keys = sender.list_id, read_keys(state)

    def leave(token: str) -> None:
        with open_store(state) as connection:
            members = (member_of(token, name, keys) for name in ListNames(connection).all_with(list_id))
            member = next(filter(None, members), None)
            if member:
                Roster(connection, keys).suppress(member, SuppressionReason.UNSUBSCRIBED, time.time())

    templates = settings.folders.templates or house_templates()
    return LeavePage(make_pages(settings.masthead, sender.leave, templates), leave, time.monotonic)


def serve_leave_page(folder: Path, port: int) -> None:
    """Serve the page on this computer alone until the command is stopped.

    Raises:
        MachineError: Another program listens there.
        SettingsError: There is no list that somebody could leave.
    """
    application = make_application(folder)
    with page_server(application, port) as server:
        say(f"The page stands at http://{HOST}:{server.server_port}/ on this computer alone.")
        say("Let your web server pass on to it what it gets at leave_page of newsletter.toml. Stop: Ctrl-C")
        server.serve_forever()


def page_server(application: LeavePage, port: int) -> WSGIServer:
    """A server on this computer alone that logs nothing.

    Raises:
        MachineError: Another program listens there.
    """
    try:
        return make_server(HOST, port, application, server_class=_Server, handler_class=_Visit)
    except OSError as error:
        raise MachineError(
            f"Nothing can listen at port {port}: {error.strerror}. Name another one with --port, or stop the program "
            "that has it."
        ) from error


class _Server(ThreadingMixIn, WSGIServer):
    """A thread for each visitor: one who dawdles holds up nobody."""

    daemon_threads = True


class _Visit(WSGIRequestHandler):
    timeout = PATIENCE_SECONDS

    def log_message(self, *_: object) -> None:
        """Say nothing: the path is a member's key."""
