"""Files that are still being written are left for the next run: half a document says what the whole does not."""

from collections.abc import Callable, Iterable
from pathlib import Path

RECENT_SECONDS = 20
"""A file that nobody has touched for so long is not being written."""

WAIT_SECONDS = 2
"""Between the two looks at the others; a copy over a slow network grows in that time."""

_UNFINISHED = frozenset({".part", ".partial", ".crdownload", ".download", ".opdownload", ".!ut"})


def find_unsettled(seeds: Path, *, now: float, wait: Callable[[float], None]) -> frozenset[Path]:
    """The files below `seeds` that change while they are looked at.

    Args:
        seeds: The folder.
        now: The time, in seconds since 1970.
        wait: Lets so many seconds pass.
    """
    recent = {path: state for path in seeds.rglob("*") if (state := _state(path)) and state[1] > now - RECENT_SECONDS}
    if not recent:
        return frozenset()
    wait(WAIT_SECONDS)
    return frozenset(path for path, before in recent.items() if _state(path) != before)


def why_unfinished(name: str, names_beside: Iterable[str]) -> str | None:
    """Why a file is not yet to be read, from its name and those of the files beside it; None: it may be.

    Word and LibreOffice put a file beside a document that somebody has open ("~$nutes.docx", ".~lock.minutes.odt#").
    """
    if Path(name).suffix.lower() in _UNFINISHED:
        return "It is a download that has not finished, and is left for the next run."
    locks = {f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"}
    if lock := next((beside for beside in names_beside if beside in locks), None):
        return (
            "Somebody has it open in a word processor, which keeps a file beside it whose name begins with "
            f"{lock[:2]!r}. It is left for the next run. If nobody has it open, delete that file."
        )
    return None


def _state(path: Path) -> tuple[int, float] | None:
    """The size and the time of an ordinary file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime) if path.is_file() else None
