"""Shows the whole way of a mailing on this computer: `make demo-delivery`.

Drafts the five seeds, imports 40 invented members, has the issue approved, sends it through a Postfix of its own, kills
the sender in the middle, goes on, says who has it, and counts the mails in every member's mailbox.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from flows.console import screen
from tests.postroom.postfix import Postfix, running, why_not

MEMBERS = 40
DAY = "2026-11-30"
KILL_AFTER = 12  # mails
ROOT = Path(__file__).parents[1]

SETTINGS = """
[newsletter]
name = "Anytown Social Work Forum"
contact = "office@forum.example.org"

[folders]
seeds = "{seeds}"

[issue]
editions = ["web", "pdf", "text", "email_html", "email_text", "record"]

[delivery]
mode = "live"
sender = "news@forum.example.org"
bounces = "bounces@forum.example.org"
postal_address = "Anytown Social Work Forum, 1 High Street, Anytown AN1 1AA"

[delivery.server]
host = "127.0.0.1"
port = {port}
security = "none"
per_minute = 600
"""


def main() -> int:
    """Walk the whole way; 0: each member has the issue exactly once."""
    if reason := why_not():
        screen.print(f"The demonstration needs a mail server of its own, and {reason}.")
        return 1
    with tempfile.TemporaryDirectory() as name, running() as postfix:
        forum = Path(name)
        (forum / "newsletter.toml").write_text(SETTINGS.format(seeds=ROOT / "seeds", port=postfix.port))
        (forum / "members.csv").write_text(_members())
        _run(forum, "draft", "--date", DAY, "--no-fetch")
        _run(forum, "members", "import", "members.csv")
        _run(forum, "approve", "--date", DAY, "--by", "The Chair", "--yes")
        _kill_in_the_middle(forum, postfix)
        _run(forum, *SEND)
        _run(forum, "who", "--date", DAY)
        postfix.settle()
        return _count(postfix)


SEND = ("send", "--date", DAY, "--confirm", f"send to {MEMBERS}")


def _members() -> str:
    rows = [f"Member {number},m{number}@members.example.org,Anytown Council,form" for number in range(1, MEMBERS + 1)]
    return "\n".join(("Name,E-mail,Organisation,Consent", *rows)) + "\n"


def _command(words: Sequence[str]) -> list[str]:
    screen.print(f"\n$ standfirst {' '.join(words)}")
    return [sys.executable, "-m", "flows", *words]


def _run(forum: Path, *words: str) -> None:
    subprocess.run(_command(words), cwd=forum, env=_environment(), check=True)  # noqa: S603 - our own command


def _kill_in_the_middle(forum: Path, postfix: Postfix) -> None:
    with subprocess.Popen(_command(SEND), cwd=forum, env=_environment(), start_new_session=True) as sender:  # noqa: S603 - likewise
        while sender.poll() is None and postfix.copies(DAY).total() < KILL_AFTER:
            time.sleep(0.05)
        if sender.poll() is not None:
            raise SystemExit("The sender ended before it could be killed.")
        os.killpg(sender.pid, signal.SIGKILL)
    screen.print(f"\nKilled the sender (kill -9) when {postfix.copies(DAY).total()} of {MEMBERS} mails had been taken.")


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def _count(postfix: Postfix) -> int:
    copies = {number: len(postfix.mailbox(number)) for number in range(1, MEMBERS + 1)}
    twice = sum(count > 1 for count in copies.values())
    without = sum(count == 0 for count in copies.values())
    once = sum(count == 1 for count in copies.values())
    screen.print(
        f"\nIn the mailboxes: {once} of {MEMBERS} members have it once, {twice} more than once, {without} not at all."
    )
    return 0 if once == MEMBERS else 1


if __name__ == "__main__":
    sys.exit(main())
