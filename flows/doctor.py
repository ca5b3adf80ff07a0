"""`standfirst doctor`: whether everything is there, and what to do where it is not."""

import datetime as dt
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from rich.text import Text

from flows.console import screen
from flows.local_server import is_up, served_address
from flows.newsroom.errors import NewsletterError
from flows.newsroom.fetching import find_pages
from flows.newsroom.postroom.keys import FILE_NAME as KEYS
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.machine import check_machine
from flows.newsroom.readers import media_types
from flows.newsroom.settings import FILE_NAME, Settings, read_settings
from flows.newsroom.sources import discover
from flows.newsroom.store import FILE_NAME as DATABASE
from flows.surroundings import prefect_home

LEAST_FREE_BYTES = 500_000_000  # an issue needs a few megabytes; Prefect's database grows


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at."""

    subject: str
    words: str
    remedy: str | None = None  # None: all is well


def examine(folder: Path) -> bool:
    """Print what was found in `folder` and on this computer; returns whether all is well."""
    is_well = True
    for check in checks(folder):
        is_well = is_well and check.remedy is None
        screen.print(Text.assemble(("  ok  " if check.remedy is None else "  !!  "), f"{check.subject}: {check.words}"))
        if check.remedy:
            screen.print(Text(f"      {check.remedy}"))
    screen.print("All is well." if is_well else "See the lines marked !!.")
    return is_well


def checks(folder: Path) -> Iterator[Check]:
    """Look at one thing after another, the settings first: the rest depends on them."""
    yield _versions()
    try:
        settings = read_settings(folder)
    except NewsletterError as error:
        yield Check(subject="Settings", words=str(error), remedy=f"Correct {FILE_NAME}, then run this again.")
        return
    yield _settings(folder)
    yield _parts(settings)
    yield _schedule(settings)
    yield _seeds(settings)
    for path in (settings.folders.output, settings.folders.state):
        yield _writable(path)
    yield _members(settings)
    yield from _sent_issues(settings)
    yield _sending(settings)
    yield from _mail_log(settings)
    yield _press(settings)
    yield _run_keeper(settings)


def _versions() -> Check:
    words = f"Standfirst {version('standfirst')}, Prefect {version('prefect')}, WeasyPrint {version('weasyprint')}"
    python = sys.version.split()[0]
    return Check(subject="Versions", words=f"{words}, Python {python} on {platform.system()}")


def _settings(folder: Path) -> Check:
    if (folder / FILE_NAME).exists():
        return Check(subject="Settings", words=f"{FILE_NAME} can be read")
    return Check(subject="Settings", words=f"there is no {FILE_NAME} here; the usual settings are used")


def _parts(settings: Settings) -> Check:
    """Whether the summary, the categories and the editions that the settings name exist and take their options."""
    from flows.recipe import make_masthead, make_recipe, make_renderers

    try:
        recipe = make_recipe(settings, dt.date.min)
        make_renderers(settings)
        make_masthead(settings)
    except NewsletterError as error:
        return Check(subject="Methods", words=str(error), remedy=f"Correct {FILE_NAME}, then run this again.")
    if recipe.notes:
        return Check(subject="Methods", words="something is missing", remedy=" ".join(recipe.notes))
    return Check(subject="Methods", words="summary, categories and editions are there")


def _schedule(settings: Settings) -> Check:
    from flows.deployments import make_deployments

    try:
        make_deployments(settings)
    except NewsletterError as error:
        return Check(subject="Schedule", words=str(error), remedy=f"Correct {FILE_NAME}, then run this again.")
    return Check(subject="Schedule", words=f"{settings.schedule.cron} ({settings.schedule.timezone})")


def _seeds(settings: Settings) -> Check:
    try:
        pages = find_pages(settings.folders.seeds, settings.links.addresses, settings.links.most)
        found = discover(settings.folders.seeds, media_types(), settings.documents.largest_megabytes * 1_000_000)
    except (NewsletterError, OSError) as error:
        return Check(subject="Seeds", words=str(error), remedy="Correct that, then run this again.")
    words = f"{len(found.sources)} documents in {settings.folders.seeds}"
    words += f", {len(found.rejections)} not readable" if found.rejections else ""
    words += f", {len(pages)} pages and feeds to fetch" if pages else ""
    return Check(subject="Seeds", words=words)


def _writable(path: Path) -> Check:
    subject = f"Folder {path.name}"
    try:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
    except OSError as error:
        remedy = f"Check who may write to {path}, or name another folder in {FILE_NAME}."
        return Check(subject=subject, words=f"cannot be written: {error.strerror}", remedy=remedy)
    free = os.statvfs(path).f_bavail * os.statvfs(path).f_frsize if hasattr(os, "statvfs") else LEAST_FREE_BYTES
    if free < LEAST_FREE_BYTES:
        return Check(subject=subject, words=f"{free // 1_000_000} MB free", remedy="Make room on the disk.")
    return Check(subject=subject, words="can be written")


def _members(settings: Settings) -> Check:
    """Whether the member list can be read, and by nobody else."""
    from flows.office import open_office

    state = settings.folders.state
    kept = [state / name for name in (DATABASE, KEYS)]
    if not kept[0].exists():
        return Check(subject="Members", words="none yet; `standfirst members import FILE` takes your list")
    try:
        with open_office(settings) as office:
            by_mail, on_paper = len(office.roster.audience()), len(office.roster.on_paper())
    except NewsletterError as error:
        return Check(subject="Members", words=str(error), remedy="Correct that, then run this again.")
    words = f"{by_mail} by e-mail, {on_paper} on paper"
    open_to_others = [file.name for file in kept if os.name == "posix" and file.stat().st_mode & 0o077]
    if not open_to_others:
        return Check(subject="Members", words=words)
    files = " ".join(str(state / name) for name in open_to_others)
    remedy = f"Others on this computer can read {' and '.join(open_to_others)}. Type: chmod 600 {files}"
    return Check(subject="Members", words=words, remedy=remedy)


def _sent_issues(settings: Settings) -> Iterator[Check]:
    """Whether what lies in the output folder of issues that were let go is what was sent, but for corrections."""
    from flows.publishing import altered_files

    changed = ", ".join(altered_files(settings.folders.state, settings.folders.output))
    if not changed:
        return
    remedy = (
        f"Readers of the archive see other words than members were sent. Copy those files back from "
        f"{settings.folders.state / 'mailings'}; what was wrong is put right by: standfirst correct. "
        "To put a correction on its page again, send it again; nobody is mailed twice: standfirst send --date DATE-c1"
    )
    yield Check(subject="Sent issues", words=f"changed since, and by no correction: {changed}", remedy=remedy)


def _sending(settings: Settings) -> Check:
    """Whether what the settings say about mailing is whole; the mail server itself is tried by a test mail."""
    from flows.assessing import limits
    from flows.postage import signer_of

    delivery, server = settings.delivery, settings.delivery.server
    if settings.sender is None:
        return Check(subject="Sending", words=f"nothing is mailed, as {FILE_NAME} names no sender under [delivery]")
    words = "the members are mailed" if delivery.mode == "live" else "test mode: only the test_addresses are mailed"
    if delivery.channel == "smtp" and server.user and not server.token_command and server.password is None:
        words += "; no password in the environment of this window"
    lacks = list(limits(settings).lacks)
    if delivery.mode == "test" and not delivery.test_addresses:
        lacks.append(f"Write an address of yours into {FILE_NAME}, under [delivery]: test_addresses.")
    try:
        signer_of(delivery, settings.sender.domain)
    except NewsletterError as error:
        lacks.append(str(error))
    return Check(subject="Sending", words=words, remedy=" ".join(lacks) or None)


def _mail_log(settings: Settings) -> Iterator[Check]:
    """Whether the log that settles doubts can be read; a run that cannot read it leaves them to a person."""
    log = settings.delivery.server.postfix_log
    if log is None:
        return
    try:
        with Path(log).open("rb"):
            pass
    except OSError as error:
        remedy = "Let whoever sends read it (on Debian: group adm), or take postfix_log out and settle doubts by hand."
        yield Check(subject="Mail log", words=f"{log} cannot be read: {error.strerror}", remedy=remedy)
    else:
        yield Check(subject="Mail log", words="can be read")


def _press(settings: Settings) -> Check:
    try:
        templates = settings.folders.templates or house_templates()
    except NewsletterError as error:
        return Check(subject="Templates", words=str(error), remedy="Install Standfirst again.")
    finding = check_machine(templates / "fonts")
    words = " ".join((finding.words, *finding.notes))
    return Check(subject="PDF and fonts", words=words, remedy=finding.remedy)


def _run_keeper(settings: Settings) -> Check:
    named = os.environ.get("PREFECT_API_URL")
    if named:
        remedy = None if is_up(named) else "Start it, or unset PREFECT_API_URL."
        return Check(subject="Run keeper (Prefect)", words=f"the server at {named}", remedy=remedy)
    if running := served_address(prefect_home(settings.folders.state)):
        return Check(subject="Run keeper (Prefect)", words=f"`standfirst serve` is running: {running}")
    words = "started for each draft and stopped again; issues by the clock need `standfirst serve`"
    return Check(subject="Run keeper (Prefect)", words=words)
