"""A person's signature under the very bytes of an issue and the very members who get it.

What was approved is kept edition by edition and member by member, so that a change can be told by its name.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from flows.newsroom.errors import IssueError
from flows.newsroom.model.postroom import Mailing, MailingState
from flows.newsroom.store import transaction

MAIL = "the mail itself"
"""What the seal is called that stands for subject, sender and foot, which no edition holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """One edition, or the mail itself, and the SHA-256 of its bytes."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What an approval holds for: these bytes, for these members."""

    seals: tuple[Seal, ...]  # by name
    members: tuple[str, ...]  # ids, in their order

    @property
    def draft_digest(self) -> str:
        """The same only if every byte is."""
        return _digest(f"{seal.name}:{seal.digest}" for seal in self.seals)

    @property
    def audience_digest(self) -> str:
        """The same only if every member is."""
        return _digest(self.members)

    @property
    def code(self) -> str:
        """Twelve letters and figures that stand for all of it, short enough for a form."""
        return _digest((self.draft_digest, self.audience_digest))[:12]


def bind(files: Mapping[str, bytes], members: Iterable[str]) -> Binding:
    """Bind the bytes of `files`, by name, and the ids of `members` together."""
    seals = tuple(Seal(name=name, digest=hashlib.sha256(files[name]).hexdigest()) for name in sorted(files))
    return Binding(seals=seals, members=tuple(sorted(set(members))))


def read_editions(folder: Path, for_the_coordinator: frozenset[str]) -> dict[str, bytes]:
    """The editions in `folder` that readers get, by name.

    Args:
        folder: Where the issue lies.
        for_the_coordinator: Names of files that readers never get.

    Raises:
        IssueError: There is no such issue, or it cannot be read.
    """
    try:
        found = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if _is_edition(path)}
    except OSError as error:
        raise IssueError(
            f"There is no issue in the folder {folder.name} that can be read: {error.strerror}. Draft it first: "
            f"standfirst draft --date {folder.name}"
        ) from error
    return {name: content for name, content in found.items() if name not in for_the_coordinator}


def changes(approved: Binding, now: Binding) -> tuple[str, ...]:
    """What is not as it was approved, in words. Fewer members are no change: whoever has left since gets nothing."""
    return (*_changed_editions(approved, now), *_more_members(approved, now))


def sign(mailing: Mailing, binding: Binding, *, by: str | None, at: float) -> Mailing:
    """`mailing`, approved.

    Args:
        mailing: As it was.
        binding: What is approved.
        by: Who approves; None: nobody, the settings let it pass.
        at: When, in seconds since 1970.
    """
    return replace(
        mailing,
        state=MailingState.APPROVED,
        stop_reason=None,
        draft_digest=binding.draft_digest,
        audience_digest=binding.audience_digest,
        audience_count=len(binding.members),
        approved_by=by,
        approved_at=at,
    )


class Approvals:
    """What was approved, and which drafts somebody has seen, in newsroom.db."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep(self, mailing: str, binding: Binding) -> None:
        """Keep what a mailing was approved for, instead of what it was approved for before."""
        with transaction(self._connection):
            for table in ("approved_edition", "approved_member"):
                self._connection.execute(f"DELETE FROM {table} WHERE mailing = ?", (mailing,))  # noqa: S608 - our own names
            self._connection.executemany(
                "INSERT INTO approved_edition VALUES(?, ?, ?)",
                [(mailing, seal.name, seal.digest) for seal in binding.seals],
            )
            self._connection.executemany(
                "INSERT INTO approved_member VALUES(?, ?)", [(mailing, member) for member in binding.members]
            )

    def binding(self, mailing: str) -> Binding | None:
        """What a mailing was approved for; None: it never was."""
        seals = self._connection.execute(
            "SELECT name, digest FROM approved_edition WHERE mailing = ? ORDER BY name", (mailing,)
        ).fetchall()
        members = self._connection.execute(
            "SELECT member FROM approved_member WHERE mailing = ? ORDER BY member", (mailing,)
        ).fetchall()
        if not seals:
            return None
        return Binding(
            seals=tuple(Seal(name=name, digest=digest) for name, digest in seals),
            members=tuple(member for (member,) in members),
        )

    def note_test(self, mailing: str, draft_digest: str, at: float) -> None:
        """Somebody was sent this very draft as a test; `at` in seconds since 1970."""
        self._connection.execute("INSERT OR REPLACE INTO preview VALUES(?, ?, ?)", (mailing, draft_digest, at))

    def tested_at(self, mailing: str, draft_digest: str) -> float | None:
        """When this very draft was last sent as a test, in seconds since 1970; None: never."""
        row = self._connection.execute(
            "SELECT seen_at FROM preview WHERE mailing = ? AND draft_digest = ?", (mailing, draft_digest)
        ).fetchone()
        return float(row[0]) if row else None


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _is_edition(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _changed_editions(approved: Binding, now: Binding) -> Iterator[str]:
    before = {seal.name: seal.digest for seal in approved.seals}
    after = {seal.name: seal.digest for seal in now.seals}
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            yield f"{name} is not there any more"
        elif name not in before:
            yield f"{name} is new"
        elif before[name] != after[name]:
            yield f"{name} has changed"


def _more_members(approved: Binding, now: Binding) -> Iterator[str]:
    if added := len(set(now.members) - set(approved.members)):
        noun = "member" if added == 1 else "members"
        yield f"{added} {noun} more than were approved ({len(approved.members)} then, {len(now.members)} now)"
