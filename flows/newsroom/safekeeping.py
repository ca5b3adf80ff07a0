"""A copy of newsroom.db beside it, and what is done when the database itself is damaged or gone.

The copy is whole at any moment: it is made with SQLite's own backup under another name, looked through, and put in
place in one step. One is made at a time, so that none of an older state takes the place of a newer one.
What was waiting to be sent when it was made may have been sent since: after a restore all of that is in doubt.
"""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from flows.newsroom.errors import StoreError
from flows.newsroom.model.postroom import Reason

COPY_SUFFIX = ".copy"
_UNFINISHED = ".making-"
_STALE_SECONDS = 3600.0
_PATIENCE_SECONDS = 60.0
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

# a mailing that was never released cannot have been sent; one that is finished has nobody waiting
_DOUBT = """
INSERT INTO delivery_event(at, mailing, member, was, now, reason)
  SELECT CAST(strftime('%s', 'now') AS REAL), mailing, member, state, 'in_doubt', :reason FROM delivery WHERE {waiting};
UPDATE delivery SET state='in_doubt', code=NULL, enhanced=NULL, reason=:reason WHERE {waiting};
"""
_WAITING = """state IN('pending','deferred','sending','committing')
  AND mailing IN(SELECT id FROM mailing WHERE state IN('released','sending','stopped'))"""


def keep_copy(connection: sqlite3.Connection) -> None:
    """Make the copy anew, of all that is committed.

    Raises:
        sqlite3.Error, OSError: It cannot be written, or the database is damaged; the former copy stays.
    """
    file = file_of(connection)
    with alone(file.with_name(".copying.lock")), _unfinished(copy_of(file)) as fresh:
        with closing(sqlite3.connect(fresh)) as target:
            connection.backup(target)
            if is_damaged(target):  # since it was opened: the former copy is all that is left of it
                raise sqlite3.DatabaseError("it was damaged meanwhile; the former copy of it is kept")
        _put_in_place(fresh, copy_of(file))


@contextmanager
def alone(lock: Path, patience_seconds: float = _PATIENCE_SECONDS) -> Iterator[None]:
    """Be the only one in here, of all threads and processes; it ends with the process, however that dies.

    Raises:
        sqlite3.Error: It cannot be had, or others kept it too long.
    """
    with closing(sqlite3.connect(lock, isolation_level=None, timeout=patience_seconds)) as held:
        held.execute("BEGIN EXCLUSIVE")
        yield


def file_of(connection: sqlite3.Connection) -> Path:
    """The file behind a connection."""
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])


def copy_of(file: Path) -> Path:
    """Where the copy of a database lies."""
    return file.with_name(file.name + COPY_SUFFIX)


def is_lost(file: Path) -> bool:
    """Whether the database is gone, though its copy shows that there was one."""
    return copy_of(file).exists() and not (file.exists() and file.stat().st_size)


def is_damaged(connection: sqlite3.Connection) -> bool:
    """Whether the database cannot be trusted any more."""
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return True


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error of SQLite says that the file itself is damaged."""
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) in _DAMAGE


def restore(file: Path) -> StoreError:
    """Set a damaged database aside and put its copy in its place; called by one process at a time.

    Returns:
        What to tell: the work that was begun must be begun again, with the restored database.

    Raises:
        StoreError: There is no copy that can be used; the damaged file stays where it is.
    """
    copy = copy_of(file)
    when = _checked_day(copy, file)
    with _unfinished(file) as fresh:
        shutil.copyfile(copy, fresh)
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")  # one file, to be moved in one step
            connection.execute("BEGIN")
            for statement in _DOUBT.format(waiting=_WAITING).split(";")[:-1]:
                connection.execute(statement, {"reason": Reason.RESTORED})
            connection.execute("COMMIT")
        aside = _set_aside(file)
        _put_in_place(fresh, file)
    found = f"{file.name} was gone"
    if aside:
        found = f"{file.name} was damaged; it lies aside as {aside} (it holds members: delete it when all is well)"
    return StoreError(
        f"{found}. Its copy of {when} is in its place. Members who left or joined after that are to be entered again. "
        "Of an issue that was being sent then, it cannot be known who has it: `standfirst who` lists them. "
        "Nothing more was sent. Give the command again to go on."
    )


def _checked_day(copy: Path, file: Path) -> str:
    try:
        with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            is_whole = copy.exists() and not is_damaged(connection)
    except sqlite3.Error:
        is_whole = False
    if not is_whole:
        raise StoreError(
            f"{file.name} in the folder {file.parent.name} is damaged, and there is no copy of it that can be used. "
            "Nothing was sent. Put the file back from your own copy of that folder; it will not know of an "
            "issue that was sent since, so do not send that again."
        )
    return time.strftime("%d %B %Y, %H:%M", time.localtime(copy.stat().st_mtime)).lstrip("0")


def _set_aside(file: Path) -> str | None:
    if not file.exists():
        return None
    number = 1
    while (aside := file.with_name(f"{file.name}.damaged-{number}")).exists():
        number += 1
    for ending in ("-wal", "-shm"):  # first: they must never meet the restored database
        beside = file.with_name(file.name + ending)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + ending))
    file.rename(aside)
    return aside.name


@contextmanager
def _unfinished(file: Path) -> Iterator[Path]:
    """A new file beside `file`, for its owner only, that is gone afterwards unless it was moved."""
    fresh = file.with_name(f"{file.name}{_UNFINISHED}{os.getpid()}")
    for left in file.parent.glob(f"{file.name}{_UNFINISHED}*"):  # by a process that died: it holds members
        if left == fresh or time.time() - left.stat().st_mtime > _STALE_SECONDS:
            left.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    try:
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def _put_in_place(fresh: Path, file: Path) -> None:
    with fresh.open("rb") as written:
        os.fsync(written.fileno())
    fresh.replace(file)
    keep_names(file.parent)


def keep_names(folder: Path) -> None:
    """Put the names of a folder's files on the disk; Windows does so by itself, and opens no folder."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
