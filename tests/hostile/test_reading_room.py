"""Documents are read in processes of their own; whatever a document does to one, the next is read."""

import gc
import pickle
import threading
from collections.abc import Iterator

import psutil
import pytest

from flows.newsroom.containment import Limits, ReadingRoom
from flows.newsroom.errors import EmptyDocumentError, RefusedDocumentError
from flows.newsroom.model import RawDocument, Source
from flows.newsroom.readers import read
from tests.factories import a_source
from tests.newsroom.readers.pdf_samples import drawings_within_drawings

PAGE = a_source("page.html", media_type="text/html")
PDF = a_source("page.pdf", media_type="application/pdf")
PROSE = b"<html><body><h1>Respite care</h1><p>Carers met in Anytown to talk about respite care.</p></body></html>"
HELD_UP = drawings_within_drawings(levels=9, width=10)


@pytest.fixture(scope="module")
def room() -> Iterator[ReadingRoom]:
    """One room for all: a child takes half a second to start."""
    opened = ReadingRoom(Limits(cpu_seconds=1))
    yield opened
    opened.close()


def children() -> set[int]:
    return {child.pid for child in psutil.Process().children() if child.status() != psutil.STATUS_ZOMBIE}


def test_what_a_child_reads_is_what_the_reader_reads(room: ReadingRoom) -> None:
    assert room.read(PAGE, PROSE) == read(PAGE, PROSE)


def test_a_reason_comes_back_with_its_kind(room: ReadingRoom) -> None:
    with pytest.raises(EmptyDocumentError, match="The page holds no text"):
        room.read(PAGE, b"")


def test_a_plain_text_needs_no_child() -> None:
    before = children()

    document = ReadingRoom().read(a_source(), b"The forum met on Tuesday.")

    assert document.blocks[0].text == "The forum met on Tuesday."
    assert children() == before


def test_what_holds_a_child_up_is_turned_away_and_the_next_document_is_read(room: ReadingRoom) -> None:
    with pytest.raises(RefusedDocumentError, match="reasonable time"):
        room.read(PDF, HELD_UP)

    assert room.read(PAGE, PROSE).blocks


def test_threads_read_side_by_side_and_children_are_used_again(room: ReadingRoom) -> None:
    found: list[RawDocument] = []

    def read_some(source: Source) -> None:
        found.extend(room.read(source, PROSE) for _ in range(5))

    threads = [threading.Thread(target=read_some, args=(PAGE,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 10
    assert all(one == found[0] for one in found)
    assert len(children()) <= 2


def test_a_room_can_be_sent_to_another_process_without_its_children(room: ReadingRoom) -> None:
    copy = pickle.loads(pickle.dumps(room))  # noqa: S301 - we wrote it

    assert isinstance(copy, ReadingRoom)


def test_no_child_outlives_the_room() -> None:
    before = children()
    room = ReadingRoom()
    room.read(PAGE, PROSE)

    del room
    gc.collect()

    assert children() == before
