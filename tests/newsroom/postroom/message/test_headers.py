"""Header lines: those for machines are written as they are or not at all."""

import pytest

from flows.newsroom.postroom.message.headers import for_machines, one_line, subject


def test_a_long_address_for_machines_stays_in_one_piece() -> None:
    way = f"<https://news.example.org/leave/{'x' * 300}>"

    assert for_machines("List-Unsubscribe", way) == f"List-Unsubscribe: {way}\r\n".encode()


@pytest.mark.parametrize("value", ["", "a\r\nBcc: x", "ä", "=?utf-8?q?x?=", "x" * 998])
def test_what_machines_would_misread_is_not_written(value: str) -> None:
    with pytest.raises(ValueError, match="List-Id cannot be written"):
        for_machines("List-Id", value)


def test_a_long_subject_is_encoded_in_words_that_old_programs_take() -> None:
    line = subject("0000000 Fees – carers – Ofsted – 𐀀𐀀𐀀" * 4)

    assert max(map(len, line.split())) <= 75


def test_a_subject_stays_on_its_line() -> None:
    assert one_line("a\r\nBcc: b\u2028c\x00 =?utf-8?q?d?=") == "a Bcc: b c = ?utf-8?q?d?="
