"""The folder of a forum with a drafted issue and members, as the post office finds it."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from flows.newsroom.model.postroom import Channel, Member
from flows.newsroom.postroom.clock import Clock
from flows.newsroom.settings import read_settings
from flows.office import Office, open_office
from tests.newsroom.postroom.clocks import HandClock
from tests.postroom.sample_letters import sample_papers

DAY = dt.date(2026, 11, 21)
MORNING = dt.datetime(2026, 11, 21, 9, 0, tzinfo=ZoneInfo("Europe/London")).timestamp()
ISSUE = DAY.isoformat()

SETTINGS = """
[delivery]
mode = "live"
channel = "outbox"
sender = "news@forum.example.org"
reply_to = "editor@forum.example.org"
postal_address = "1 High Street, Eastmarsh EM1 1AA"
test_addresses = ["chair@example.org"]
[delivery.server]
per_minute = 60000
"""


def make_forum(folder: Path, settings: str = SETTINGS, day: dt.date = DAY) -> Path:
    """A forum with a drafted issue of `day`; returns the folder of the issue."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "newsletter.toml").write_text(settings)
    issue = folder / "output" / day.isoformat()
    issue.mkdir(parents=True)
    for name, content in sample_papers().files().items():
        (issue / name).write_bytes(content)
    (issue / "newsletter.html").write_text("<p>The whole issue.")
    write_report(issue)
    return issue


def write_report(issue: Path, *waiting: str) -> None:
    """A report in which the documents `waiting` wait for a decision."""
    left_out = [{"path": path, "reason": "It waits until you have decided.", "is_waiting": True} for path in waiting]
    (issue / "report.json").write_text(json.dumps({"stories": [{"questions": ["Look"]}], "left_out": left_out}))


@contextmanager
def an_office(folder: Path, clock: Clock | None = None) -> Iterator[Office]:
    """The office of the forum in `folder`, in the morning of the issue's day."""
    with open_office(read_settings(folder), clock or HandClock(MORNING)) as office:
        yield office


def enrol(office: Office, *addresses: str) -> tuple[Member, ...]:
    """Members with these addresses."""
    members = (Member(id="", email=address, name=f"Person {address[:3]}") for address in addresses)
    return tuple(office.roster.enrol(member, office.clock.now()) for member in members)


def enrol_on_paper(office: Office, name: str) -> Member:
    """A member who gets the issue on paper."""
    return office.roster.enrol(Member(id="", name=name, channel=Channel.PRINT), office.clock.now())
