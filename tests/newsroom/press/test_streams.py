"""The end of a stream in a PDF."""

import pydyf
import pytest

from flows.newsroom.press.streams import unambiguous_streams


@pytest.mark.parametrize(
    ("content", "end"),
    [(b"ends with a return\r", b"return\r\r\nendstream"), (b"ends\n", b"ends\n\nendstream"), (b"x", b"x\nendstream")],
)
def test_a_line_end_before_the_end_of_a_stream_is_never_part_of_it(content: bytes, end: bytes) -> None:
    with unambiguous_streams():
        written = pydyf.Stream([content]).data

    assert written.endswith(end)
    assert f"/Length {len(content)}".encode() in written


def test_outside_the_block_nothing_is_changed() -> None:
    with unambiguous_streams():
        pass

    assert pydyf.Stream([b"x\r"]).data.endswith(b"x\r\nendstream")
