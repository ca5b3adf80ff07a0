"""Where a quotation begins and ends, whatever marks the writer used."""

import pytest

from flows.newsroom.model import Block, BlockKind
from flows.newsroom.summarisers._quotations import is_piece_of_quotation, spans


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Yes,” said Jo. “No.”", ["“Yes,”", "“No.”"]),
        ('"Yes," said Jo. "No."', ['"Yes,"', '"No."']),
        ("He said: “It was good.", ["“It was good."]),
        ("It was good,” she said.", ["It was good,”"]),
        ('"A “strengths-based” approach helps."', ['"A “strengths-based” approach helps."']),
        ("‘It was a very good day,’ said Jo.", ["‘It was a very good day,’"]),
        ("The ‘invisible’ profession’s day", []),
        ("No marks at all.", []),
    ],
)
def test_spans(text: str, quoted: list[str]) -> None:
    assert [text[span.start : span.end] for span in spans(text)] == quoted


def test_a_long_run_of_marks_is_read_in_one_pass() -> None:
    assert len(spans("“a” " * 20_000)) == 20_000


def test_a_sentence_between_two_marks_is_a_piece() -> None:
    text = "“We know it,” said Jo. “We want more. That is all. We mean it.”"
    start = text.index("That")

    assert is_piece_of_quotation([Block(kind=BlockKind.PARAGRAPH, text=text)], 0, start, start + len("That is all."))


def test_the_last_paragraph_of_a_quotation_may_name_its_speaker() -> None:
    text = "“We want more,” said Jo Bloggs of the forum."

    assert not is_piece_of_quotation([Block(kind=BlockKind.PARAGRAPH, text=text)], 0, 0, len(text))
