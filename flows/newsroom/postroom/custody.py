"""What is kept of a mailing in the state folder, for its owner only: above all the very bytes that were released.

The output folder may be deleted or drafted anew while a mailing is under way; whoever gets it later gets the same.
"""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from flows.newsroom.store import FILE_NAME as DATABASE
from flows.newsroom.store import told_plainly


def mailing_folder(state: Path, mailing_id: str) -> Path:
    """Where the bytes of a mailing are kept."""
    return state / "mailings" / mailing_id


def correction_folder(state: Path, mailing_id: str) -> Path:
    """Where a correction lies until it is released; that of an issue lies in the output folder."""
    return state / "corrections" / mailing_id


def keep(state: Path, mailing_id: str, files: Mapping[str, bytes]) -> None:
    """Keep the bytes of a released mailing, by name; all of them or none. What was kept before is replaced.

    Raises:
        StoreError: The state folder cannot be written.
    """
    _put_all(state, mailing_folder(state, mailing_id), files)


def keep_correction(state: Path, mailing_id: str, files: Mapping[str, bytes]) -> None:
    """Lay down a correction, to be approved and sent; what was written of it before is replaced.

    Raises:
        StoreError: The state folder cannot be written.
    """
    _put_all(state, correction_folder(state, mailing_id), files)


def keep_page(state: Path, mailing_id: str, page: bytes) -> Path:
    """Keep the page that says who has a mailing; it names members.

    Raises:
        StoreError: The state folder cannot be written.
    """
    return _put(state, state / "standing" / f"{mailing_id}.html", page)


def keep_sample(state: Path, mailing_id: str, mail: bytes) -> Path:
    """Keep one mail to look at.

    Raises:
        StoreError: The state folder cannot be written.
    """
    return _put(state, state / "outbox" / f"{mailing_id}-dry-run.eml", mail)


def discard_traces(state: Path, member_id: str) -> tuple[str, ...]:
    """Delete what names a member beside the database: pages and samples that are made anew, and mails to them.

    Returns:
        The names of files that may name them and are not deleted: databases that were damaged and set aside.

    Raises:
        StoreError: A file cannot be deleted.
    """
    with told_plainly(state):
        for pattern in ("standing/*.html", "outbox/*-dry-run.eml", f"outbox/*/{member_id}.eml"):
            for file in state.glob(pattern):
                file.unlink(missing_ok=True)
        return tuple(sorted(file.name for file in state.glob(f"{DATABASE}.damaged-*")))


def _put_all(state: Path, folder: Path, files: Mapping[str, bytes]) -> None:
    with told_plainly(state):
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = folder.with_name(f".{folder.name}.{os.getpid()}.part")
        shutil.rmtree(fresh, ignore_errors=True)
        try:
            fresh.mkdir(mode=0o700)
            for name, content in files.items():
                with (fresh / name).open("wb") as stream:
                    stream.write(content)
                    stream.flush()
                    os.fsync(stream.fileno())
            shutil.rmtree(folder, ignore_errors=True)
            fresh.rename(folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def _put(state: Path, file: Path, content: bytes) -> Path:
    with told_plainly(state):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = file.with_name(f".{file.name}.{os.getpid()}.part")
        fresh.touch(mode=0o600)
        try:
            fresh.write_bytes(content)
            fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)
    return file


def kept_mailings(state: Path) -> tuple[str, ...]:
    """The ids of all mailings of which something is kept, the oldest issue first.

    Raises:
        StoreError: The state folder cannot be read.
    """
    folder = state / "mailings"
    with told_plainly(state):
        return tuple(sorted(each.name for each in folder.iterdir() if _is_whole(each))) if folder.is_dir() else ()


def _is_whole(folder: Path) -> bool:
    return folder.is_dir() and not folder.name.startswith(".")


def kept(state: Path, mailing_id: str) -> dict[str, bytes]:
    """What is kept of a mailing, by name; nothing if it was never released.

    Raises:
        StoreError: It cannot be read.
    """
    folder = mailing_folder(state, mailing_id)
    with told_plainly(state):
        return {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.is_dir() else {}
