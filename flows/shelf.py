"""The shelf: where the work on a batch lies between stages, and from one run to the next.

Prefect keeps every result that a task returns in memory until the flow ends, piece by piece. So tasks hand
each other the name of what they put here. The name follows from the documents and the recipe: work that
is on the shelf under its name need never be done again.
"""

import contextlib
import os
import pickle
import threading
import time
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.newsroom.errors import MachineError

if TYPE_CHECKING:  # Prefect reads its settings when it is imported, and this is imported before they are made
    from prefect.client.schemas.objects import State

KEPT_SECONDS = 30 * 24 * 3600  # work not looked at for a month is thrown away
_HOUR = 3600
_FAST = 1  # of zlib's levels: articles shrink to a third at little cost
_AT_HAND = 4  # pieces of work; a batch's stages follow each other closely, and unpacking costs as much as summarising


class _AtHand:
    """The last pieces of work, as they were; every process has its own."""

    def __init__(self) -> None:
        self._works: OrderedDict[str, object] = OrderedDict()
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[type["_AtHand"], tuple[()]]:
        return _AtHand, ()

    def put(self, name: str, work: object) -> None:
        with self._lock:
            self._works[name] = work
            while len(self._works) > _AT_HAND:
                self._works.popitem(last=False)

    def get(self, name: str) -> object | None:
        with self._lock:
            return self._works.get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A folder of finished work."""

    folder: Path
    _at_hand: _AtHand = field(default_factory=_AtHand, repr=False, compare=False)

    def work(
        self, name: str, make: Callable[[], object], *, is_lasting: Callable[[Any], bool] = lambda _: True
    ) -> "State[str]":
        """The name of finished work, done now if it is not there, as the state of the task that needed it.

        Args:
            name: What it is called if it may be used again.
            make: Does the work.
            is_lasting: Whether what was made holds for the next run too; otherwise it gets a name of its own.

        Raises:
            MachineError: The shelf cannot be written.
        """
        from prefect.states import Completed

        if self._is_there(name):
            return Completed(name="Cached", data=name)
        made = make()
        called = name if is_lasting(made) else f"{name}-once-{time.time_ns()}"
        self._put(called, made)
        return Completed(data=called)

    def _is_there(self, name: str) -> bool:
        """Whether the work can be taken; what a power cut has spoilt is thrown away."""
        path = self.folder / name
        try:
            self._at_hand.put(name, self.take(name))
            path.touch()
        except OSError:
            return False
        except (zlib.error, EOFError, pickle.UnpicklingError, AttributeError, ImportError, ValueError):
            path.unlink(missing_ok=True)
            return False
        return True

    def _put(self, name: str, made: object) -> None:
        draft = self.folder / f"{name}.{time.monotonic_ns()}.part"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with draft.open("wb") as stream:
                stream.write(zlib.compress(pickle.dumps(made, pickle.HIGHEST_PROTOCOL), _FAST))
                stream.flush()
                os.fsync(stream.fileno())
            draft.replace(self.folder / name)
        except OSError as error:
            with contextlib.suppress(OSError):
                draft.unlink()
            raise MachineError(
                f"The folder {self.folder.name} in the state folder cannot be written: {error.strerror}. "
                "Is the disk full? Make room and draft again."
            ) from None
        self._at_hand.put(name, made)

    def take(self, name: str) -> Any:  # noqa: ANN401 - the caller knows what it put there
        """What lies on the shelf under `name`."""
        made = self._at_hand.get(name)
        if made is None:
            made = pickle.loads(zlib.decompress((self.folder / name).read_bytes()))  # noqa: S301 - our own folder
        return made

    def tidy(self, now: float) -> None:
        """Throw away what nobody has looked at for a month; `now` in seconds since 1970."""
        for path in self.folder.glob("*"):
            with contextlib.suppress(FileNotFoundError):  # another draft may tidy as well
                kept = 0 if "-once-" in path.name else KEPT_SECONDS
                if now - path.stat().st_mtime > max(kept, _HOUR):
                    path.unlink()
