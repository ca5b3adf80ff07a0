"""The reading room: children that read, one for each thread that has something to read."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import weakref
from pathlib import Path
from subprocess import PIPE
from typing import BinaryIO, cast

import flows
from flows.newsroom.containment.limits import Limits
from flows.newsroom.containment.wire import Answer, Failure, error_of, receive_answer, send_request
from flows.newsroom.errors import MachineError, RefusedDocumentError
from flows.newsroom.model import RawDocument, Source
from flows.newsroom.readers import read

HARMLESS = frozenset({"text/plain"})
"""Media types whose reader has no parser: it would gain nothing by a process of its own."""

_START_SECONDS = 120  # a busy machine has needed a tenth of it
_PARTING_SECONDS = 5
_SECRET = ("STANDFIRST_", "PREFECT_")  # nothing in our settings is for a reader


class _HeldUpError(Exception):
    """A document used up its time."""


class _EndedError(Exception):
    """A document ended the child."""


class _Child:
    """A process that reads one document after another."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.documents = 0
        numbers = (limits.megabytes, limits.cpu_seconds, limits.spent_megabytes)
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
            [sys.executable, "-m", "flows.newsroom.containment.child", *map(str, numbers)],
            stdin=PIPE, stdout=PIPE, stderr=subprocess.DEVNULL, cwd=Path(flows.__file__).parents[1],
            env=_environment(),
        )  # fmt: skip
        self._process = process
        self._requests, self._answers = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
        if self._hear(_START_SECONDS) is None:
            self.end()
            raise MachineError(
                "The process that reads documents does not start: something of the installation is missing, or the "
                "computer is out of memory. Install Standfirst again, or close other programs."
            )

    def ask(self, source: Source, content: bytes) -> Answer:
        """What becomes of a document.

        Raises:
            _HeldUpError: It took too long; the child has gone.
            _EndedError: It ended the child.
        """
        self.documents += 1
        with contextlib.suppress(BrokenPipeError):  # the child's status says why
            send_request(self._requests, source, content)
        answer = self._hear(self._limits.seconds)
        if answer is not None:
            return answer
        raise _HeldUpError if self.end() else _EndedError

    def _hear(self, seconds: float) -> Answer | None:
        """The child's answer; None: it has gone, or was ended after so many seconds."""
        alarm = threading.Timer(seconds, self._process.kill)
        alarm.daemon = True
        alarm.start()
        try:
            return receive_answer(self._answers)
        except EOFError:
            return None
        finally:
            alarm.cancel()

    def end(self) -> bool:
        """End the child; returns whether time was what it had run out of."""
        for pipe in (self._requests, self._answers):
            with contextlib.suppress(OSError):
                pipe.close()
        try:
            status = self._process.wait(_PARTING_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = self._process.wait()
        return status in {-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGKILL", 0)}


class ReadingRoom:
    """Reads documents in children; any number of threads may use it at once, and a copy of it has children of its own.

    What a document leads to is the same whichever child reads it: one that ends a child which had read others, or
    finds too little memory left there, is judged by what becomes of it in a fresh one.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._idle: list[_Child] = []
        self._lock = threading.Lock()
        weakref.finalize(self, _end_all, self._idle)

    def __reduce__(self) -> tuple[type["ReadingRoom"], tuple[Limits]]:
        return ReadingRoom, (self._limits,)

    def read(self, source: Source, content: bytes) -> RawDocument:
        """Read a document as `flows.newsroom.readers.read` does, within limits.

        Raises:
            DocumentError: It was turned away, or could not be read within the limits.
            MachineError: No child can be started.
        """
        if source.media_type in HARMLESS:
            return read(source, content)
        child = self._take()
        try:
            answer = self._read_in(child, source, content)
        except _HeldUpError:
            raise _held_up() from None
        if answer is None and child.documents > 1:
            return self.read_afresh(source, content)
        return _document(answer)

    def read_afresh(self, source: Source, content: bytes) -> RawDocument:
        """The same in a child that has read nothing yet."""
        try:
            return _document(self._read_in(_Child(self._limits), source, content))
        except _HeldUpError:
            raise _held_up() from None

    def close(self) -> None:
        """End the children that wait for work."""
        with self._lock:
            _end_all(self._idle)

    def _read_in(self, child: _Child, source: Source, content: bytes) -> Answer | None:
        """What becomes of a document in `child`; None: it ended the child, or found too little memory there."""
        try:
            answer = child.ask(source, content)
        except _EndedError:
            return None
        if answer.is_spent or answer.failure is Failure.NO_MEMORY:
            child.end()
        else:
            with self._lock:
                self._idle.append(child)
        return None if answer.failure is Failure.NO_MEMORY else answer

    def _take(self) -> _Child:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return _Child(self._limits)


def _document(answer: Answer | None) -> RawDocument:
    if answer is None:
        raise _held_up()
    if answer.document is None:
        raise error_of(answer)
    return answer.document


def _held_up() -> RefusedDocumentError:
    return RefusedDocumentError(
        "The file could not be read in reasonable time and memory: it is damaged, or built to harm. Open it where it "
        "came from and copy the text that matters into a text file, or ask whoever made it for the text."
    )


def _end_all(children: list[_Child]) -> None:
    while children:
        children.pop().end()


def _environment() -> dict[str, str]:
    """Ours without what only we need, and the same order of sets in every child."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(_SECRET)}
    return {**kept, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
