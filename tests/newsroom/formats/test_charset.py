"""From bytes to characters."""

import hashlib
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.errors import UnreadableDocumentError
from flows.newsroom.formats.charset import Rung, decode

TEXT = "The trust’s first “conference” – café, naïve, £5.\n"
NOISE = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(60))
WESTERN = "".join(bytes([code]).decode("cp1252", "ignore") for code in (*range(0x20, 0x7F), *range(0x80, 0x100)))


@pytest.mark.parametrize(
    ("charset", "rung"),
    [
        ("utf-8", Rung.VALID),
        ("utf-8-sig", Rung.MARK),
        ("utf-16", Rung.MARK),
        ("utf-32", Rung.MARK),
        ("utf-16-le", Rung.ZEROS),
        ("utf-16-be", Rung.ZEROS),
        ("cp1252", Rung.ASSUMED),
    ],
)
def test_every_common_charset_is_read_without_being_told(charset: str, rung: Rung) -> None:
    decoded = decode(TEXT.encode(charset))

    assert decoded.text == TEXT
    assert decoded.rung is rung


@settings(max_examples=50)
@given(st.text(max_size=200).filter(lambda text: not any(c < " " or "\x7f" <= c <= "\x9f" for c in text)))
def test_valid_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    words = "Minutes: " + text.replace("\ufffd", "")

    decoded = decode(words.encode())

    assert decoded.text == words


@settings(max_examples=50)
@given(st.text(alphabet=WESTERN, max_size=40))
def test_windows_text_comes_back_letter_by_letter(text: str) -> None:
    words = f"It\u2019s about {text} and nothing else that anybody could mistake for any other charset. " * 2

    decoded = decode(words.encode("cp1252"))

    assert decoded.text == words or decoded.charset == "utf-8"


def test_letters_pasted_from_windows_into_utf_8_are_read_each_in_its_own_charset() -> None:
    decoded = decode(TEXT.encode() * 3 + "“pasted”".encode("cp1252"))

    assert decoded.text == TEXT * 3 + "“pasted”"
    assert decoded.rung is Rung.MOSTLY_VALID


@pytest.mark.parametrize(
    ("content", "declared", "text"),
    [
        ("Привет".encode("cp1251"), "windows-1251", "Привет"),
        ("日本語のテキスト".encode("shift_jis"), "Shift_JIS", "日本語のテキスト"),
        (b"caf\xe9 \x92", "iso-8859-1", "café ’"),  # browsers read Latin-1 as Windows-1252
    ],
)
def test_a_declared_charset_is_believed_where_it_fits(content: bytes, declared: str, text: str) -> None:
    decoded = decode(content, declared)

    assert decoded.text == text
    assert decoded.rung is Rung.DECLARED


@pytest.mark.parametrize("declared", ["utf-16", "utf-7", "idna", "rot13", "bogus-8", "unicode_escape", "", "\x00"])
def test_a_charset_that_lies_or_is_none_is_not_believed(declared: str) -> None:
    decoded = decode(b"caf\xe9 +ADw-b+AD4- \\u0041", declared)

    assert decoded.text == "café +ADw-b+AD4- \\u0041"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF file"),
        (b"PK\x03\x04\x14\x00\x00\x00word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\x00\x00\x00notes.txt", "a zip file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a picture"),
        (b"\x00\x00\x00\x18ftypheic", "a picture or recording"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Word"),
        (b"{\\rtf1\\ansi words", "an RTF file"),
        (b"\x7fELF\x02\x01", "a program"),
    ],
)
def test_a_file_under_a_false_name_is_named_for_what_it_is(content: bytes, kind: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=f"The bytes are not text: it looks like {kind}"):
        decode(content)


@pytest.mark.parametrize(
    "content",
    [
        bytes(1000),
        NOISE,
        zlib.compress(NOISE),
        b"MZ" + bytes(range(256)) * 4,
    ],
    ids=["zeros", "noise", "compressed", "program"],
)
def test_bytes_that_are_no_text_are_turned_away(content: bytes) -> None:
    with pytest.raises(UnreadableDocumentError, match="not text"):
        decode(content)


def test_an_alphabet_that_no_sign_tells_is_turned_away_with_a_remedy() -> None:
    russian = "Это заметка о работе форума социальных работников и о людях, которые в нём участвуют."

    with pytest.raises(UnreadableDocumentError, match="save it again as UTF-8"):
        decode(russian.encode("cp1251"))


def test_the_coordinator_is_asked_to_check_only_letters_that_hang_on_an_assumption() -> None:
    quotes = decode("It’s a “forum” – for £5".encode("cp1252"))
    accents = decode("Zoë’s café".encode("cp1252"))

    assert quotes.notes == decode(TEXT.encode()).notes == ()
    assert "check accented letters" in accents.notes[0]
