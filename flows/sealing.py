"""Nothing that a document says may reach Prefect's database, not even by a mistake of ours.

Prefect keeps the message of whatever a task raises. The message of an exception that nobody expected may quote
what the code was looking at: `KeyError('Maureen')`. So every task and the flow itself are sealed: what we raise
on purpose passes, since its words are chosen with care, and anything else becomes a `Fault` that tells the place
in the code and no more.
"""

import os
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from flows.newsroom.errors import NewsletterError

P = ParamSpec("P")
T = TypeVar("T")

DEBUGGING = "STANDFIRST_DEBUG"


class Fault(Exception):  # noqa: N818 - it is what its message calls it
    """A mistake in Standfirst, told without a word of what it was working on."""


class DiskFault(Fault):
    """The disk or the network folder did not answer; it may do so in a moment."""


def sealed(work: Callable[P, T]) -> Callable[P, T]:
    """`work`, raising only what may be kept by others.

    Raises:
        NewsletterError: Whatever `work` raises on purpose.
        DiskFault: The disk did not do what was asked of it.
        Fault: Anything else; with `--debug` the exception itself.
    """

    @wraps(work)
    def guarded(*args: P.args, **words: P.kwargs) -> T:
        try:
            return work(*args, **words)
        except (NewsletterError, Fault):
            raise
        except OSError as error:  # its message names the file
            _show_if_debugging()
            raise DiskFault(f"The disk did not do what was asked of it: {error.strerror} ({_place(error)}).") from None
        except Exception as error:  # noqa: BLE001 - a mistake of ours, whatever it is
            _show_if_debugging()
            raise Fault(f"Something happened that Standfirst did not expect: {_place(error)}.") from None

    return guarded


def is_debugging() -> bool:
    """Whether somebody asked to see technical details, which may quote a document."""
    return bool(os.environ.get(DEBUGGING))


def _place(error: Exception) -> str:
    """The kind of an exception, and the line of ours where it came up."""
    ours = Path(__file__).parent.name
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if f"/{ours}/" in frame.filename]
    last = frames[-1] if frames else None
    where = f" in {Path(last.filename).name}, line {last.lineno}" if last else ""
    return f"{type(error).__name__}{where}"


def _show_if_debugging() -> None:
    """On the screen only, and only for whoever asked for it."""
    if is_debugging():
        traceback.print_exc()
