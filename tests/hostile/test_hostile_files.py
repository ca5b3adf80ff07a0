"""Every file that is built to harm is read or named, within a minute and a gigabyte, and the next one is read."""

import hashlib
import resource
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import PurePosixPath

import pytest

from flows.newsroom.containment import Limits, ReadingRoom
from flows.newsroom.enclosures import sources_within
from flows.newsroom.errors import DocumentError
from flows.newsroom.model import DocumentId, RawDocument, Source
from flows.newsroom.readers import media_types
from tests.hostile.samples import EITHER, TURNED_AWAY, Sample, hostile_samples

SAMPLES = {name: (name, content, right) for name, content, right in hostile_samples()}
LIMITS = Limits(cpu_seconds=5)  # a stricter clock than that of a draft, so that the tests end sooner
SECONDS, MEGABYTES = 60, 1024


@pytest.fixture(scope="module")
def room() -> Iterator[ReadingRoom]:
    """One room for all, as in a draft."""
    opened = ReadingRoom(LIMITS)
    yield opened
    opened.close()


def read_all(room: ReadingRoom, source: Source, content: bytes) -> list[RawDocument]:
    """The document and those within it that could be read."""
    document = room.read(source, content)
    found = [document]
    for inner, inner_content in sources_within(document):
        try:
            found += read_all(room, inner, inner_content)
        except DocumentError:
            continue
    return found


def outcome(room: ReadingRoom, name: str) -> tuple[str | DocumentError, float]:
    """The words of a hostile file or the reason against it, and the seconds that it took."""
    _, content, _ = SAMPLES[name]
    source = Source(
        id=DocumentId(hashlib.sha256(content).hexdigest()),
        path=name,
        media_type=media_types()[PurePosixPath(name).suffix],
    )
    start = time.monotonic()
    try:
        words = " ".join(block.text for one in read_all(room, source, content) for block in one.blocks)
    except DocumentError as error:
        return error, time.monotonic() - start
    return words, time.monotonic() - start


@pytest.fixture(scope="module")
def outcome_of(room: ReadingRoom) -> Callable[[str], tuple[str | DocumentError, float]]:
    """What comes of a file; none is read twice, for some take all the time they may have."""
    return cache(partial(outcome, room))


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_a_hostile_file_is_read_or_named_in_time(
    sample: Sample, outcome_of: Callable[[str], tuple[str | DocumentError, float]]
) -> None:
    name, _, right = sample

    found, seconds = outcome_of(name)

    if right == TURNED_AWAY:
        assert isinstance(found, DocumentError)
    elif right != EITHER:
        assert right in str(found)
    assert "UNSEEN" not in str(found)
    assert name not in str(found)
    assert seconds < SECONDS
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MEGABYTES * 1024


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("locked.pdf", "password"),
        ("scanned.pdf", "picture of text"),
        ("locked.docx", "password"),
        ("drawings.pdf", "reasonable time"),
        ("refused0.html", "nested"),
    ],
)
def test_the_reason_is_one_that_a_coordinator_understands(
    name: str, words: str, outcome_of: Callable[[str], tuple[str | DocumentError, float]]
) -> None:
    found, _ = outcome_of(name)

    assert isinstance(found, DocumentError)
    assert words in str(found)
