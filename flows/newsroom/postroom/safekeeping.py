"""The very bytes of a released mailing, kept in the state folder until everybody has had it.

The output folder may be deleted or drafted anew while a mailing is under way; whoever gets it later gets the same.
"""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from flows.newsroom.store import told_plainly


def mailing_folder(state: Path, mailing_id: str) -> Path:
    """Where the bytes of a mailing are kept."""
    return state / "mailings" / mailing_id


def keep(state: Path, mailing_id: str, files: Mapping[str, bytes]) -> None:
    """Keep `files`, by name, for their owner only; all of them or none. What was kept before is replaced.

    Raises:
        StoreError: The state folder cannot be written.
    """
    folder = mailing_folder(state, mailing_id)
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


def kept(state: Path, mailing_id: str) -> dict[str, bytes]:
    """What is kept of a mailing, by name; nothing if it was never released.

    Raises:
        StoreError: It cannot be read.
    """
    folder = mailing_folder(state, mailing_id)
    with told_plainly(state):
        return {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.is_dir() else {}
