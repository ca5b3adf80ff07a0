"""The shelf: where the work on a batch lies between stages, and from one run to the next.

Prefect keeps every result that a task returns in memory until the flow ends, piece by piece. So tasks hand
each other the name of what they put here. The name follows from the documents and the recipe: work that
is on the shelf under its name need never be done again.
"""

import pickle
import threading
import time
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prefect.client.schemas.objects import State
from prefect.states import Completed

KEPT_SECONDS = 30 * 24 * 3600  # work not looked at for a month is thrown away
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

    def work(self, name: str, make: Callable[[], object]) -> State[str]:
        """The name of finished work, done now if it is not there, as the state of the task that needed it."""
        path = self.folder / name
        if path.exists():
            path.touch()
            return Completed(name="Cached", data=name)
        made = make()
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{name}.{time.monotonic_ns()}.part")
        draft.write_bytes(zlib.compress(pickle.dumps(made, pickle.HIGHEST_PROTOCOL), _FAST))
        draft.replace(path)
        self._at_hand.put(name, made)
        return Completed(data=name)

    def take(self, name: str) -> Any:  # noqa: ANN401 - the caller knows what it put there
        """What lies on the shelf under `name`."""
        made = self._at_hand.get(name)
        if made is None:
            made = pickle.loads(zlib.decompress((self.folder / name).read_bytes()))  # noqa: S301 - our own folder
        return made

    def tidy(self, now: float) -> None:
        """Throw away what nobody has looked at for a month; `now` in seconds since 1970."""
        for path in self.folder.glob("*"):
            if now - path.stat().st_mtime > KEPT_SECONDS:
                path.unlink(missing_ok=True)
