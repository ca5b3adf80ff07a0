"""From bytes to characters, by the ladder that read 36 of 36 sample documents in each of four encodings.

A file of an older charset never says which it is, and a page may lie about its own. So each
rung asks for stronger proof than the next: a byte order mark, the zero bytes of UTF-16, valid UTF-8, the
declared charset, and in the end Windows-1252, which reads everything.
"""

import codecs
import re
from dataclasses import dataclass
from enum import StrEnum

from flows.newsroom.errors import UnreadableDocumentError
from flows.newsroom.formats.signatures import kind_of_file
from flows.newsroom.language.instructions import HIDDEN_INSTRUCTION, whispers_to_machines


class Rung(StrEnum):
    """Why a charset was believed."""

    MARK = "byte order mark"
    ZEROS = "zero bytes in every second place"
    VALID = "valid UTF-8"
    MOSTLY_VALID = "UTF-8 with a few bytes of Windows-1252"
    DECLARED = "declared"
    ASSUMED = "assumed, for want of any other sign"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The characters of a document, and how they were found."""

    text: str
    charset: str  # Python's name of it
    rung: Rung

    @property
    def notes(self) -> tuple[str, ...]:
        """What the coordinator should check, in words: nothing, unless letters hang on an assumption."""
        smuggled = "".join(chr(ord(letter) - _TAGS) for letter in _TAGGED.findall(self.text))
        hidden = (HIDDEN_INSTRUCTION,) if whispers_to_machines(smuggled) else ()
        if self.rung is not Rung.ASSUMED or _BEYOND_DOUBT.fullmatch(self.text):
            return hidden
        return (
            *hidden,
            "The file does not say in which charset its letters are: please check accented letters and signs.",
        )


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Pages that declare these mean Windows-1252, and browsers read them so (WHATWG Encoding Standard).
_WINDOWS = frozenset({"ascii", "iso8859-1", "cp1252"})
# Python's other codecs are no charsets of documents (idna, unicode_escape), or a way to hide markup (utf-7).
_CHARSETS = re.compile(r"iso8859-\d+|cp\d+|koi8-[rtu]|mac-\w+|gb\w+|big5\w*|shift_jis\w*|euc_\w+|johab|tis-620")
_STRAY = re.compile("[\udc80-\udcff]")  # how "surrogateescape" keeps a byte that is not UTF-8
_STRAY_BYTES = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
# As Windows-1252 these make sense; as anything else they would be letters in odd places.
_BEYOND_DOUBT = re.compile("[\x00-\x7f\u00a0£€‘’“”–—…•]*")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ud800-\udfff\ufff0-\uffff]")
_MOST_UNPRINTABLE = 0.05  # compressed bytes read as Windows-1252 give 0.12
# Letters that no program shows, one for each of ASCII: they can smuggle a sentence unseen.
_TAGS = 0xE0000
_TAGGED = re.compile("[\U000e0020-\U000e007e]")
_FOREIGN = re.compile("[\u00c0-\u00ff]")
_MOST_FOREIGN = 0.3  # of all characters: an accented letter in three is no western European language
_ENOUGH_TO_JUDGE = 40  # characters
_MULTIBYTE_FOR_A_STRAY = 4
_FEWEST_BYTES = 8  # four characters of UTF-16, to have a pattern at all
_REMEDY = "Give it the ending that its kind of file has, or leave it out."


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """Find the characters of a text, a web page or a part of a message.

    Args:
        content: The bytes.
        declared: The charset that the page or the message says it uses; believed only where it is plausible.

    Raises:
        UnreadableDocumentError: The bytes are no text, or of a charset that cannot be told.
    """
    if kind := kind_of_file(content):
        raise UnreadableDocumentError(
            f"The bytes are not text: it looks like {kind} under another file name. {_REMEDY}"
        )
    decoded = (
        _by_mark(content)
        or _by_zeros(content)
        or _as_utf8(content)
        or _as_declared(content, declared)
        or Decoded(text=content.decode("cp1252", "replace"), charset="cp1252", rung=Rung.ASSUMED)
    )
    _check_text(decoded)
    return decoded


def _by_mark(content: bytes) -> Decoded | None:
    for mark, charset in _MARKS:
        if content.startswith(mark):
            text = content.decode(charset, "replace").lstrip("\ufeff")
            return Decoded(text=text, charset=charset.removesuffix("-sig"), rung=Rung.MARK)
    return None


def _by_zeros(content: bytes) -> Decoded | None:
    head = content[:4096]
    pairs = len(head) // 2
    first, second = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    few, many = 0.1 * pairs, 0.4 * pairs
    if len(head) < _FEWEST_BYTES or min(first, second) >= few or max(first, second) <= many:
        return None
    charset = "utf-16-le" if second > first else "utf-16-be"
    return Decoded(text=content.decode(charset, "replace"), charset=charset, rung=Rung.ZEROS)


def _as_utf8(content: bytes) -> Decoded | None:
    """As UTF-8, also where a few bytes pasted from Windows stand in it."""
    try:
        return Decoded(text=content.decode(), charset="utf-8", rung=Rung.VALID)
    except UnicodeDecodeError:
        text = content.decode(errors="surrogateescape")
    strays = len(text) - len(_STRAY.sub("", text))
    multibyte = len(text) - len(text.encode("ascii", "ignore")) - strays
    if multibyte < _MULTIBYTE_FOR_A_STRAY * strays:
        return None
    return Decoded(text=text.translate(_STRAY_BYTES), charset="utf-8", rung=Rung.MOSTLY_VALID)


def _as_declared(content: bytes, declared: str | None) -> Decoded | None:
    # A declared UTF-16 is a lie at this rung: a real one has a mark or zero bytes.
    try:
        charset = codecs.lookup(declared or "").name
        if charset in _WINDOWS:
            return Decoded(text=content.decode("cp1252", "replace"), charset="cp1252", rung=Rung.DECLARED)
        if _CHARSETS.fullmatch(charset):
            return Decoded(text=content.decode(charset), charset=charset, rung=Rung.DECLARED)
    except (LookupError, ValueError):  # an unknown name, or bytes that do not fit
        pass
    return None


def _check_text(decoded: Decoded) -> None:
    text, length = decoded.text, len(decoded.text)
    if len(_UNPRINTABLE.findall(text)) > _MOST_UNPRINTABLE * length:
        raise UnreadableDocumentError(f"The bytes are not text. {_REMEDY}")
    is_foreign = length >= _ENOUGH_TO_JUDGE and len(_FOREIGN.findall(text)) > _MOST_FOREIGN * length
    if decoded.rung is Rung.ASSUMED and is_foreign:
        raise UnreadableDocumentError(
            "The file does not say in which charset its letters are. Open it in the program it was written with "
            "and save it again as UTF-8."
        )
