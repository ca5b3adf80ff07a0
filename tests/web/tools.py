"""The programs that look at pages from outside: found, or missed by name. `make test` installs them."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CHECKERS = Path(sys.prefix) / "web" / "node_modules"
LIMIT_SECONDS = 400
NO_FAULTS = (
    "Normalization Form C",  # a document's words are printed as it has them
    "Inline script violates Content Security Policy",  # the checker works out no hashes; the browser does
)

Complaints = dict[str, list[str]]
"""What is wrong with each page; a page without fault is left out."""
CalendarEvent = dict[str, str | None]
"""The properties of an event by their names in lower case, as text."""
CalendarFault = dict[str, str]
MailFinding = dict[str, str]
"""How far a mail program knows a feature: "partial" or "none"; one that knows it is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """Where they are."""

    node: str
    java: str
    chromium: str

    def run(self, script: str, site: str, pages: Sequence[str]) -> dict[str, Complaints]:
        """What `script` finds on `pages` of the site at an address, gate by gate."""
        return dict(json.loads(self._answer(script, pages, site, self.chromium)))

    def read_calendars(self, calendars: Sequence[str]) -> list[list[CalendarEvent] | CalendarFault]:
        """What ical.js reads in each of `calendars`: its events, or why it is none."""
        return list(json.loads(self._answer("calendars.mjs", calendars)))

    def judge_mails(self, mails: Sequence[str]) -> list[dict[str, MailFinding]]:
        """What caniemail finds in each of `mails`, by the name of the feature."""
        return list(json.loads(self._answer("mails.mjs", mails)))

    def _answer(self, script: str, question: Sequence[str], *arguments: str) -> str:
        """What a script of ours says to `question`, as JSON."""
        command = (self.node, str(HERE / script), str(CHECKERS), *arguments)
        done = subprocess.run(  # noqa: S603 - our own script
            command, input=json.dumps(question), capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False
        )
        assert done.returncode == 0, done.stderr
        return str(done.stdout)

    def check_html(self, site: Path, pages: Sequence[str]) -> Complaints:
        """What the Nu HTML Checker finds on `pages` of `site`: errors and warnings."""
        checker = CHECKERS / "vnu-jar" / "build" / "dist" / "vnu.jar"
        quick = ("-Xss2m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # for a run of seconds
        options = ("--format", "json", "--filterpattern", f".*({'|'.join(NO_FAULTS)}).*")
        command = [self.java, *quick, "-jar", str(checker), *options, *(str(site / page) for page in pages)]
        done = subprocess.run(  # noqa: S603 - the checker of the lock file
            command, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False
        )
        complaints: Complaints = {}
        for message in json.loads(done.stderr)["messages"]:
            page = Path(message["url"].removeprefix("file:")).relative_to(site).as_posix()
            complaints.setdefault(page, []).append(f"line {message.get('lastLine')}: {message['message']}")
        return complaints


def find_tools() -> Tools:
    """The tools; without one of them the test is skipped, but in CI it fails."""
    found = {name: shutil.which(name) for name in ("node", "java", "chromium")}
    missing = [name for name, path in found.items() if path is None]
    missing += [] if CHECKERS.is_dir() else ["the checkers of tests/web/package-lock.json"]
    if missing:
        reason = f"Missing: {', '.join(missing)}. `make test` installs them, or says what to type."
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    return Tools(**{name: path for name, path in found.items() if path})
