"""The carriers at work, each in a thread of its own, and what they bring back."""

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from types import TracebackType
from typing import Self

from flows.newsroom.errors import DeliveryError, ServerAwayError
from flows.newsroom.postroom.carrier import Carrier, Job, Round

_GRACE_SECONDS = 15.0  # for the mails in hand, when a person wants to stop


class Crew:
    """Carriers that work side by side. Used by one thread; leaving it waits for the mails in hand.

    Args:
        carriers: At least one.
    """

    def __init__(self, carriers: Iterable[Carrier]) -> None:
        self._carriers = tuple(carriers)
        self._idle = list(self._carriers)
        self._busy: dict[Future[Round | None], Carrier] = {}
        self._threads = ThreadPoolExecutor(len(self._carriers), thread_name_prefix="carrier")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        wants_to_stop = kind is not None and not issubclass(kind, Exception)
        wait(self._busy, timeout=_GRACE_SECONDS if wants_to_stop else None)
        for carrier in self._carriers:
            carrier.close()
        self._threads.shutdown()

    def give(self, job: Job) -> None:
        """Hand a copy to a carrier who is free; ask `until_one_is_free` before."""
        carrier = self._idle.pop()
        self._busy[self._threads.submit(carrier.carry, job)] = carrier

    def until_one_is_free(self) -> Iterator[Round]:
        """What is brought back until somebody is free; raises what ended a carrier's work."""
        while not self._idle:
            yield from self._collect()

    def until_all_are_free(self) -> Iterator[Round]:
        """What is brought back until nobody is under way; raises what ended a carrier's work."""
        while self._busy:
            yield from self._collect()

    def the_last(self) -> Iterator[Round]:
        """What those bring back who are still under way when the run ends; what ended their work is told already."""
        while self._busy:
            with suppress(DeliveryError):
                yield from self._collect()

    def _collect(self) -> Iterator[Round]:
        for done in wait(self._busy, return_when=FIRST_COMPLETED).done:
            carrier = self._busy.pop(done)
            try:
                brought = done.result()
            except ServerAwayError:
                if not self._can_do_without(carrier):
                    raise
                continue  # nothing was claimed; the copy is still due
            self._idle.append(carrier)
            if brought is not None:
                yield brought

    def _can_do_without(self, carrier: Carrier) -> bool:
        """Some servers allow fewer connections than we would like: whoever never got one is not missed."""
        others = bool(self._busy) or any(one.has_connected for one in self._idle)
        return not carrier.has_connected and others
