"""Header lines that say what they should to every program, whatever a name or a headline holds.

What people read is folded at 78 characters. What machines read is never folded, since the standard library would make
an encoded word of a long address (cpython #85725).
"""

import re
import unicodedata
from email import policy
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address

CRLF = b"\r\n"
LONGEST_LINE = 998  # octets, by RFC 5322 2.1.1
# A longer name in quotation marks loses them when it is folded, and what it holds becomes further recipients
# (cpython gh-80222, seen from 76 characters on); one that is not ASCII does not survive folding above 45 octets.
LONGEST_NAME, LONGEST_FOREIGN_NAME = 60, 45
LONGEST_FOLDED = 78  # characters of a line, by RFC 5322 2.1.1
LONGEST_ENCODED = 75  # of an encoded word, by RFC 2047 2; on a line it has a blank before it
LINE_ENDS = "\u2028\u2029"

_FOLDED = policy.SMTP.clone(max_line_length=LONGEST_FOLDED)
_FOR_MACHINES = re.compile(r"[ -~]+")
_ONE_ADDRESS = re.compile(r"[!-~]+@[A-Za-z0-9.-]+")


def display_name(name: str | None) -> str:
    """A name as it may stand before an address: no control or format characters, and short enough to be kept whole."""
    kept = "".join(" " if _is_control(letter) else letter for letter in name or "")
    cut = " ".join(_undecodable(kept).split())[:LONGEST_NAME]
    while not cut.isascii() and len(cut.encode()) > LONGEST_FOREIGN_NAME:
        cut = cut[:-1]
    return cut.strip()


def one_line(words: str) -> str:
    """Words as they may stand in a subject: what would end the line or be decoded into something else is taken out."""
    kept = "".join(
        " " if unicodedata.category(letter) in {"Cc", "Cs"} or letter in LINE_ENDS else letter for letter in words
    )
    return _undecodable(" ".join(kept.split()))


def mailbox(name: str | None, address: str) -> Address:
    """An address with the name before it.

    Raises:
        ValueError: It is no single address of plain letters; the message does not quote it.
    """
    try:
        if _ONE_ADDRESS.fullmatch(address):
            return Address(display_name(name), addr_spec=address)
    except (ValueError, IndexError, MessageError):
        pass  # all the ways of the standard library to say the same
    raise ValueError("no single address of plain letters")


def for_people(name: str, address: Address) -> bytes:
    """A header line with an address, folded and encoded as need be."""
    return _FOLDED.fold_binary(name, _FOLDED.header_factory(name, address))


def subject(words: str) -> bytes:
    """The line of the subject, folded and encoded as need be.

    By the standard library's older way: its newer one makes encoded words of more than the 75 characters that
    RFC 2047 allows.
    """
    charset = "us-ascii" if words.isascii() else "utf-8"
    folded = Header(words, charset, maxlinelen=LONGEST_ENCODED + 1, header_name="Subject").encode(linesep="\r\n")
    return f"Subject: {folded}".encode("ascii") + CRLF


def for_machines(name: str, value: str) -> bytes:
    """A header line that programs read: in one piece, and as it is.

    Raises:
        ValueError: It holds something else than plain letters, or is too long; a mistake of ours.
    """
    if not _FOR_MACHINES.fullmatch(value) or "=?" in value or len(name) + len(value) + 2 > LONGEST_LINE:
        raise ValueError(f"the header {name} cannot be written in one line of plain letters")
    return f"{name}: {value}".encode("ascii") + CRLF


def _undecodable(text: str) -> str:
    return text.replace("=?", "= ?")


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "C" or letter in LINE_ENDS
