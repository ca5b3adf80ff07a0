"""What every reader owes, whatever it reads."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom import readers
from flows.newsroom.errors import DocumentError
from flows.newsroom.model import RawDocument
from flows.newsroom.plugins import load_plugin, plugin_names
from flows.newsroom.readers import Reader, media_types, read
from tests.factories import a_source

NAMES = tuple(plugin_names(readers))
PLAIN = b"The forum met on Tuesday.\n\nWe agreed:\n- to write\n- to meet\n"

PIECES = st.sampled_from(
    (
        *(b"<p>", b"</div>", b"<script>", b"<!--", b"]]>", b"&#0;", b"<a href=//[>"),
        *(b"# ", b"- ", b"---\n", b"title: x\n", b"[a](b)", b"|-|-|\n", b"\n\n", b"words ", b"3 May 2024"),
        *(b"\x00", b"\xff\xfe", b"\xe2\x80", b"\x92", b"PK\x03\x04", b"%PDF-"),
    )
)
CONTENTS = st.binary(max_size=200) | st.lists(PIECES, max_size=30).map(b"".join) | st.text(max_size=80).map(str.encode)


def reader_called(name: str) -> Reader:
    found: Reader = load_plugin(readers.__name__, name)
    return found


def outcome(reader: Reader, content: bytes) -> RawDocument | str:
    media_type = next(iter(reader.suffixes.values()))
    try:
        return reader(a_source(media_type=media_type), content)
    except DocumentError as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("content", [b"", b" \r\n\t ", b"\xef\xbb\xbf"], ids=["no bytes", "spaces", "mark"])
def test_a_file_without_text_is_turned_away(name: str, content: bytes) -> None:
    with pytest.raises(DocumentError):
        reader_called(name)(a_source(), content)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=25, deadline=None)
@given(content=CONTENTS)
def test_any_bytes_become_a_document_or_a_plain_reason_and_twice_the_same(name: str, content: bytes) -> None:
    reader = reader_called(name)

    first, second = outcome(reader, content), outcome(reader, content)

    assert first == second
    assert pickle.loads(pickle.dumps(first)) == first  # noqa: S301 - we wrote it
    if isinstance(first, RawDocument):
        assert first.blocks or first.enclosed
        assert all(type(block.text) is str and block.text.strip() for block in first.blocks)


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_is_plain_data_that_can_be_sent_to_another_process(name: str) -> None:
    reader = reader_called(name)

    copy = pickle.loads(pickle.dumps(reader))  # noqa: S301 - we wrote it

    assert copy == reader
    assert outcome(copy, PLAIN) == outcome(reader, PLAIN)


def test_every_ending_belongs_to_one_reader_and_is_lower_case() -> None:
    endings = [ending for name in NAMES for ending in reader_called(name).suffixes]

    assert sorted(endings) == sorted(media_types())
    assert all(ending == ending.lower() and ending.startswith(".") for ending in endings)


def test_an_unknown_media_type_is_turned_away_with_what_can_be_read() -> None:
    with pytest.raises(DocumentError, match=r"application/x-unknown cannot be read.*\.html.*\.txt"):
        read(a_source(media_type="application/x-unknown"), PLAIN)
