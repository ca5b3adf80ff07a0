"""What the parent and the child say to each other: a source and its bytes, and what became of them.

JSON and not pickles: an answer comes from a process that has handled foreign bytes.
"""

import struct
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import BinaryIO

from pydantic import TypeAdapter

from flows.newsroom.errors import DocumentError, EmptyDocumentError, RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.model import RawDocument, Source

_LENGTH = struct.Struct("<Q")


class Failure(StrEnum):
    """Why a document could not be read."""

    UNREADABLE = "unreadable"
    REFUSED = "refused"
    EMPTY = "empty"
    NO_MEMORY = "no memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a document."""

    document: RawDocument | None = None
    failure: Failure | None = None
    reason: str = ""
    is_spent: bool = False  # whether the child asks to be replaced


_ERRORS: dict[Failure, type[DocumentError]] = {
    Failure.UNREADABLE: UnreadableDocumentError,
    Failure.REFUSED: RefusedDocumentError,
    Failure.EMPTY: EmptyDocumentError,
}
_SOURCES = TypeAdapter(Source)
_ANSWERS = TypeAdapter(Answer)


def failure_of(error: DocumentError) -> Answer:
    """The answer that tells of an error."""
    kind = next((kind for kind in _ERRORS if isinstance(error, _ERRORS[kind])), Failure.UNREADABLE)
    return Answer(failure=kind, reason=str(error))


def error_of(answer: Answer) -> DocumentError:
    """The error of which an answer tells."""
    return _ERRORS.get(answer.failure or Failure.REFUSED, RefusedDocumentError)(answer.reason)


def send_request(stream: BinaryIO, source: Source, content: bytes) -> None:
    """Ask for a document to be read."""
    _send(stream, _SOURCES.dump_json(source))
    _send(stream, content)


def receive_request(stream: BinaryIO) -> tuple[Source, bytes]:
    """The next document to read.

    Raises:
        EOFError: The parent has gone.
    """
    return _SOURCES.validate_json(_receive(stream)), _receive(stream)


def send_answer(stream: BinaryIO, answer: Answer) -> None:
    """Tell what became of a document; the bytes of what lies within it follow the JSON, which is no place for them."""
    document = answer.document
    enclosed = document.enclosed if document else ()
    if document and enclosed:
        answer = replace(answer, document=replace(document, enclosed=tuple(replace(e, content=b"") for e in enclosed)))
    _send(stream, _ANSWERS.dump_json(answer))
    for one in enclosed:
        _send(stream, one.content)


def receive_answer(stream: BinaryIO) -> Answer:
    """What became of a document.

    Raises:
        EOFError: The child has gone.
    """
    answer = _ANSWERS.validate_json(_receive(stream))
    document = answer.document
    if document is None or not document.enclosed:
        return answer
    enclosed = tuple(replace(one, content=_receive(stream)) for one in document.enclosed)
    return replace(answer, document=replace(document, enclosed=enclosed))


def _send(stream: BinaryIO, content: bytes) -> None:
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def _receive(stream: BinaryIO) -> bytes:
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return _exactly(stream, length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content
