"""newsroom.db in the state folder: what must not be lost. Members, mailings and their ledger, and what was printed.

One SQLite file, readable by its owner only. Whoever needs it opens a connection of their own; SQLite lets them
share it. No write transaction is held over anything that waits. A copy is kept of every state that somebody left
behind; a damaged database is replaced by it, and that is said.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from flows.newsroom import safekeeping
from flows.newsroom.errors import StoreError

FILE_NAME = "newsroom.db"
PATIENCE_SECONDS = 30.0

# Only `member` holds addresses and names. The others hold ids, codes and words from fixed lists: what a server
# answers quotes addresses, so it is never stored.
_SCHEMA = """
CREATE TABLE member(
  id TEXT PRIMARY KEY, email TEXT, address_key TEXT UNIQUE, name TEXT, organisation TEXT,
  groups TEXT NOT NULL DEFAULT '', channel TEXT NOT NULL DEFAULT 'email' CHECK(channel IN('email','print')),
  basis TEXT, basis_date TEXT, basis_source TEXT, is_active INTEGER NOT NULL, joined REAL NOT NULL, left REAL,
  is_added_by_hand INTEGER NOT NULL DEFAULT 0);
CREATE TABLE suppression(
  address_key TEXT NOT NULL, scope TEXT NOT NULL, reason TEXT NOT NULL CHECK(reason IN
    ('unsubscribed','hard bounce','soft bounces','complaint','erased','by hand')), at REAL NOT NULL, note TEXT,
  PRIMARY KEY(address_key, scope));
CREATE TABLE mailing(
  id TEXT PRIMARY KEY, issue TEXT NOT NULL, kind TEXT NOT NULL CHECK(kind IN('issue','correction')),
  state TEXT NOT NULL CHECK(state IN('drafted','approved','released','sending','finished','stopped')),
  stop_reason TEXT, draft_digest TEXT, audience_digest TEXT, audience_count INTEGER, approved_by TEXT,
  approved_at REAL, released_at REAL, date_header TEXT, repeats_doubt INTEGER NOT NULL DEFAULT 0);
CREATE TABLE preview(mailing TEXT NOT NULL, draft_digest TEXT NOT NULL, seen_at REAL NOT NULL,
  PRIMARY KEY(mailing, draft_digest));
CREATE TABLE approved_edition(mailing TEXT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL,
  PRIMARY KEY(mailing, name)) WITHOUT ROWID;
CREATE TABLE approved_member(mailing TEXT NOT NULL, member TEXT NOT NULL, PRIMARY KEY(mailing, member)) WITHOUT ROWID;
CREATE TABLE delivery(
  mailing TEXT NOT NULL, member TEXT NOT NULL, address_key TEXT NOT NULL, message_id TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK(state IN
    ('pending','sending','committing','sent','deferred','failed','in_doubt','suppressed')),
  attempts INTEGER NOT NULL DEFAULT 0, claim INTEGER, first_at REAL, next_at REAL NOT NULL DEFAULT 0,
  code INTEGER, enhanced TEXT, reason TEXT, updated REAL NOT NULL,
  PRIMARY KEY(mailing, member), UNIQUE(mailing, address_key)) WITHOUT ROWID;
CREATE INDEX delivery_due ON delivery(mailing, state, next_at);
CREATE TABLE delivery_event(
  seq INTEGER PRIMARY KEY, at REAL NOT NULL, mailing TEXT NOT NULL, member TEXT NOT NULL,
  was TEXT NOT NULL, now TEXT NOT NULL, code INTEGER, enhanced TEXT, reason TEXT);
CREATE TABLE bounce(
  mailing TEXT NOT NULL, member TEXT NOT NULL, status TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN('hard','soft','ours')), at REAL NOT NULL, PRIMARY KEY(mailing, member, status));
CREATE TABLE read_mail(key TEXT PRIMARY KEY, at REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE rate(name TEXT PRIMARY KEY, tokens REAL NOT NULL, at REAL NOT NULL);
CREATE TABLE issue(date TEXT PRIMARY KEY, published_at REAL);
CREATE TABLE printed(
  issue TEXT NOT NULL, path TEXT NOT NULL, article TEXT NOT NULL, headline TEXT, title TEXT, words INTEGER NOT NULL,
  published INTEGER, is_printable INTEGER NOT NULL, runs BLOB NOT NULL, PRIMARY KEY(issue, path)) WITHOUT ROWID;
CREATE TABLE promise(
  id TEXT PRIMARY KEY, issue TEXT NOT NULL, headline TEXT, text TEXT NOT NULL, due TEXT, due_by TEXT, closed_at REAL);
"""
SINCE = (  # what each version adds to the one before
    "ALTER TABLE mailing ADD COLUMN route TEXT",
    "CREATE TABLE former_address(address_key TEXT PRIMARY KEY, member TEXT NOT NULL, at REAL NOT NULL) WITHOUT ROWID",
    "CREATE TABLE seat(id TEXT PRIMARY KEY, at REAL NOT NULL)",  # the place that mail is sent from
    "CREATE TABLE list_name(id TEXT PRIMARY KEY, since REAL NOT NULL)",  # by which tokens were made
    "CREATE TABLE breaker(route TEXT PRIMARY KEY, opened_at REAL NOT NULL, times INTEGER NOT NULL)",
)
VERSION = 1 + len(SINCE)
SENDING_LOCK = ".sending-{}.lock"  # of a mailing; whoever holds it sends
_BEING_SENT = (
    f"{FILE_NAME} is damaged, and an issue is being sent just now. Wait until that run has ended, or stop it with "
    "Ctrl-C; then give the command again, and the copy is put in its place."
)
_ANOTHER_RESTORED = f"{FILE_NAME} was damaged, and another run has put its copy in its place. Give the command again."


@contextmanager
def open_store(state: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the newsroom's database, made if there is none; closed at the end.

    Whatever changed is in the copy afterwards: members who left since the last copy would be lost with the database.

    Args:
        state: The state folder; it must lie on this computer's own disk.

    Raises:
        StoreError: It cannot be opened, read or written; or it was damaged and has been replaced by its copy.
    """
    with told_plainly(state):
        opened = _connect(state)
    with closing(opened) as connection:
        try:
            with told_plainly(state, (sqlite3.Error,)):  # other files that cannot be read are another matter
                yield connection
        except BaseException:
            with suppress(sqlite3.Error, OSError):  # what went wrong first is what must be told
                _copy_if_changed(connection)
            raise
        with told_plainly(state):
            _copy_if_changed(connection)


@contextmanager
def another_connection(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A second connection to the same database, to be used by one other thread at a time."""
    with closing(_open(safekeeping.file_of(connection), is_shared=True)) as another:
        yield another


def keep_copy(connection: sqlite3.Connection) -> None:
    """Keep a copy of all that is known now, before something begins that cannot be undone.

    Raises:
        StoreError: It cannot be written.
    """
    with told_plainly(safekeeping.file_of(connection).parent):
        safekeeping.keep_copy(connection)


@contextmanager
def told_plainly(state: Path, causes: tuple[type[Exception], ...] = (sqlite3.Error, OSError)) -> Iterator[None]:
    """Say what SQLite or the disk did, in words for a person.

    Raises:
        StoreError: SQLite or the disk did not do what was asked of it.
    """
    try:
        yield
    except causes as error:
        cause = error.strerror if isinstance(error, OSError) else str(error)
        raise StoreError(
            f"{FILE_NAME} in the folder {state.name} cannot be used: {cause}. Nothing more was sent. Look whether the "
            "disk is full and whether you may write into that folder, then try again."
        ) from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; a writer waits for another one up to `PATIENCE_SECONDS`."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:  # whatever it was, Ctrl-C too: nothing stays half done
        if connection.in_transaction:  # a full disk has ended it already, and is what must be told
            connection.execute("ROLLBACK")
        raise


def _connect(state: Path) -> sqlite3.Connection:
    state.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = state / FILE_NAME
    if safekeeping.is_lost(file):
        raise _restored(file)
    file.touch(mode=0o600)  # a file that is there is not opened by this: closing it would drop SQLite's locks
    try:
        connection = _open(file)
    except sqlite3.DatabaseError as error:
        if not safekeeping.is_damage(error):
            raise
        raise _restored(file) from error
    if safekeeping.is_damaged(connection):
        connection.close()
        raise _restored(file)
    if connection.execute("PRAGMA user_version").fetchone()[0] < VERSION:
        _bring_up_to_date(connection)
    return connection


def _open(file: Path, *, is_shared: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None, timeout=PATIENCE_SECONDS, check_same_thread=not is_shared)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA secure_delete=ON")  # who is forgotten leaves no trace in free pages
    except BaseException:  # an open connection to a damaged file would be in the way of its replacement
        connection.close()
        raise
    return connection


def _restored(file: Path) -> StoreError:
    """Restore, one process at a time: whoever comes second finds a sound database and only has to begin again."""
    with safekeeping.alone(file.with_name(".restoring.lock")):
        if not _needs_restoring(file):
            return StoreError(_ANOTHER_RESTORED)
        return StoreError(_BEING_SENT) if _is_being_sent(file.parent) else safekeeping.restore(file)


def _is_being_sent(state: Path) -> bool:
    """Whether a run sends a mailing: it would go on with the file that is set aside, past what the copy knows."""
    for lock in state.glob(SENDING_LOCK.format("*")):
        try:
            with safekeeping.alone(lock, patience_seconds=0):
                pass
        except sqlite3.OperationalError:
            return True
    return False


def _needs_restoring(file: Path) -> bool:
    if safekeeping.is_lost(file):
        return True
    try:
        with closing(_open(file)) as connection:
            return safekeeping.is_damaged(connection)
    except sqlite3.DatabaseError as error:
        return safekeeping.is_damage(error)


def _copy_if_changed(connection: sqlite3.Connection) -> None:
    if connection.total_changes:
        safekeeping.keep_copy(connection)


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        (version,) = connection.execute("PRAGMA user_version").fetchone()  # again: somebody may have been faster
        missing = SINCE[version - 1 :] if version else (*_SCHEMA.split(";"), *SINCE)
        for statement in missing:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version={max(version, VERSION)}")
