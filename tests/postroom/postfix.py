"""A real Postfix on this computer, in a folder of its own, that relays nowhere.

    mN@members.example.org       is put into mail/members/mN, a Maildir
    bounces+...@forum.example.org    comes back into mail/bounces
    ...@elsewhere.example.org    goes on to a scripted server on `remote_port`, if there is one
    anything else                is refused

Postfix's master must be started by root; whoever is not root, or has no Postfix, is told so.
"""

import grp
import os
import pwd
import re
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.postroom.ports import free_port

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/spool
data_directory = {folder}/data
command_directory = {command_directory}
daemon_directory = {daemon_directory}
meta_directory = {meta_directory}
mail_owner = postfix
setgid_group = postdrop
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
myhostname = mx.example.org
mydomain = example.org
myorigin = example.org
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
disable_dns_lookups = yes
smtp_host_lookup = native
relayhost =
default_transport = error:5.1.1 this server relays nowhere
relay_transport = error:5.1.1 this server relays nowhere
relay_domains = elsewhere.example.org
transport_maps = regexp:{folder}/etc/transport
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions = reject_unauth_destination
smtpd_client_connection_count_limit = 50
virtual_mailbox_domains = members.example.org, forum.example.org
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = texthash:{folder}/etc/members, regexp:{folder}/etc/mailboxes
virtual_uid_maps = static:{nobody_uid}
virtual_gid_maps = static:{nobody_gid}
virtual_minimum_uid = 1
virtual_mailbox_limit = 0
alias_maps =
alias_database =
local_recipient_maps =
notify_classes =
recipient_delimiter = +
message_size_limit = 20480000
maximal_queue_lifetime = 4s
bounce_queue_lifetime = 4s
minimal_backoff_time = 1s
maximal_backoff_time = 1s
queue_run_delay = 1s
"""

MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
postlog    unix-dgram n - n - 1 postlogd
pickup     unix n - n 60 1 pickup
cleanup    unix n - n - 0 cleanup
qmgr       unix n - n 300 1 qmgr
rewrite    unix - - n - - trivial-rewrite
bounce     unix - - n - 0 bounce
defer      unix - - n - 0 bounce
trace      unix - - n - 0 bounce
verify     unix - - n - 1 verify
flush      unix n - n 1000? 0 flush
proxymap   unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
showq      unix n - n - - showq
error      unix - - n - - error
retry      unix - - n - - error
virtual    unix - n n - - virtual
smtp       unix - - n - - smtp
anvil      unix - - n - 1 anvil
scache     unix - - n - 1 scache
"""

MOST_MEMBERS = 300
MAILBOXES = r"""/^(bounces|news)(\+.*)?@forum\.example\.org$/ bounces/
"""

_QUEUED = re.compile(r"cleanup\[\d+\]: (\w+): message-id=(<[^>]+>)")
_DELIVERED = re.compile(r"\[\d+\]: (\w+): to=<([^>]+)>.*status=sent")


def why_not() -> str | None:
    """Why no Postfix can be started here; None: it can."""
    if not (shutil.which("postfix", path=_PATH) and shutil.which("postconf", path=_PATH)):
        return "Postfix is not installed (on Debian: apt-get install postfix, with no configuration)"
    return None if os.geteuid() == 0 else "only root can start a Postfix"


_PATH = os.environ.get("PATH", "") + ":/usr/sbin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Postfix:
    """A Postfix that runs."""

    folder: Path
    port: int

    @property
    def log(self) -> Path:
        """Its log."""
        return self.folder / "log"

    def mailbox(self, number: int) -> list[Path]:
        """The mails of member `number`, each a file."""
        folder = self.folder / "mail" / "members" / f"m{number}"
        return sorted(path for part in ("new", "cur") for path in (folder / part).glob("*"))

    @property
    def came_back(self) -> Path:
        """The Maildir of what came back, and of mail to the forum."""
        return self.folder / "mail" / "bounces"

    def copies(self, message_id_holds: str) -> Counter[str]:
        """How many copies each address got of mails whose Message-ID holds a text, by the log."""
        copies = Counter[str]()
        for message_id, address in self._delivered():
            copies[address] += message_id_holds in message_id
        return +copies

    def deliveries(self) -> Counter[str]:
        """How often a mail with each Message-ID was put into a mailbox, by the log."""
        return Counter(message_id for message_id, _ in self._delivered())

    def _delivered(self) -> Iterator[tuple[str, str]]:
        queue: dict[str, str] = {}
        for line in self.log.read_text(errors="replace").splitlines():
            if found := _QUEUED.search(line):
                queue[found[1]] = found[2]
            elif (found := _DELIVERED.search(line)) and found[1] in queue:
                yield queue[found[1]], found[2]

    def settle(self, quiet_seconds: float = 1.0) -> None:
        """Wait until nothing more happens. Files are no measure: a mail moves between folders of the queue."""
        quiet_since, size = time.monotonic(), -1
        while time.monotonic() - quiet_since < quiet_seconds:
            time.sleep(0.1)
            if (now := self.log.stat().st_size) != size:
                quiet_since, size = time.monotonic(), now


@contextmanager
def running(remote_port: int | None = None) -> Iterator[Postfix]:
    """A Postfix in a folder that is taken away at the end.

    Args:
        remote_port: Where the server of elsewhere.example.org listens on this computer.
    """
    with tempfile.TemporaryDirectory(prefix="postfix-", dir="/tmp") as name:
        folder, port = Path(name), free_port()
        _write(folder, port, remote_port)
        configuration = str(folder / "etc")
        _ask("postfix", "-c", configuration, "start")
        try:
            yield Postfix(folder=folder, port=port)
        finally:
            _ask("postfix", "-c", configuration, "stop")


def _write(folder: Path, port: int, remote_port: int | None) -> None:
    for name in ("etc", "spool", "data", "mail"):
        (folder / name).mkdir()
    for path in (folder, folder / "etc", folder / "spool"):
        path.chmod(0o755)
    nobody = pwd.getpwnam("nobody")
    shutil.chown(folder / "data", "postfix")
    shutil.chown(folder / "mail", nobody.pw_uid)
    grp.getgrnam("postdrop")  # an installation that lacks it is broken: say so here and not in a log
    places = {name: _place(name) for name in ("command_directory", "daemon_directory", "meta_directory")}
    main = MAIN.format(folder=folder, nobody_uid=nobody.pw_uid, nobody_gid=nobody.pw_gid, **places)
    remote = f"/@elsewhere\\.example\\.org$/ smtp:[127.0.0.1]:{remote_port}\n" if remote_port else ""
    (folder / "etc" / "main.cf").write_text(main)
    (folder / "etc" / "master.cf").write_text(MASTER.format(port=port))
    members = (f"m{number}@members.example.org members/m{number}/\n" for number in range(1, MOST_MEMBERS + 1))
    (folder / "etc" / "members").write_text("".join(members))
    (folder / "etc" / "mailboxes").write_text(MAILBOXES)
    (folder / "etc" / "transport").write_text(remote)


def _place(name: str) -> str:
    return _ask("postconf", "-d", "-h", name)


def _ask(*command: str) -> str:
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=_environment())  # noqa: S603 - ours
    return told.stdout.strip()


def _environment() -> dict[str, str]:
    return {**os.environ, "PATH": _PATH}
