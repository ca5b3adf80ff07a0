"""The process that reads: `python -m flows.newsroom.containment.child MEGABYTES CPU_SECONDS SPENT_MEGABYTES`.

It answers one request after another until its parent closes the pipe; see `flows.newsroom.containment.room`.
"""

import os
import signal
import sys
import threading
from queue import SimpleQueue
from typing import BinaryIO

from flows.newsroom.containment.limits import Limits, confine, grant_seconds, peak_megabytes
from flows.newsroom.containment.wire import Answer, Failure, failure_of, receive_request, send_answer
from flows.newsroom.errors import DocumentError
from flows.newsroom.model import RawDocument, Source
from flows.newsroom.readers import read, readers

_Request = tuple[Source, bytes]


def main(arguments: list[str]) -> None:
    """Read until the parent has gone."""
    megabytes, cpu_seconds, spent_megabytes = map(int, arguments)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is meant for the parent, whose end is ours too
    answers = _own_channel()
    requests: SimpleQueue[_Request] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    readers()  # finds them, so that an installation that lacks one is noticed before it is blamed on a document
    confine(Limits(megabytes=megabytes))
    send_answer(answers, Answer())
    while True:
        source, content = requests.get()
        grant_seconds(cpu_seconds)
        answer = _answer(source, content)
        del content
        send_answer(answers, answer if peak_megabytes() < spent_megabytes else _as_spent(answer))


def _listen(stream: BinaryIO, requests: "SimpleQueue[_Request]") -> None:
    """Take requests as they come; the end of the parent ends this process even in the midst of a document."""
    try:
        while True:
            requests.put(receive_request(stream))
    except EOFError:
        os._exit(0)


def _answer(source: Source, content: bytes) -> Answer:
    try:
        return Answer(document=read(source, content))
    except DocumentError as error:
        return failure_of(error)
    except MemoryError:
        return Answer(failure=Failure.NO_MEMORY)


def _as_spent(answer: Answer) -> Answer:
    document: RawDocument | None = answer.document
    return Answer(document=document, failure=answer.failure, reason=answer.reason, is_spent=True)


def _own_channel() -> BinaryIO:
    """The pipe to the parent, out of the reach of libraries that print."""
    channel = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return channel


if __name__ == "__main__":
    main(sys.argv[1:])
