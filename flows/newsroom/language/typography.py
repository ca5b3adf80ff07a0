"""Text as its author meant it: mojibake mended, what nobody can see removed, every space one plain space.

Quotation marks, dashes and the width of characters stay as the author set them. Repairing a
text twice changes nothing more, so that a hash of it stays the same.
"""

import re

# Soft hyphen and direction marks, zero-width and filler characters, tags and selectors that can smuggle words unseen.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Joiners spell words in Persian and the languages of India, and hold an emoji together; after other letters they hide.
_STRAY_JOINER = re.compile("(?<![\u0590-\u1fff\ufe0f\u2600-\u27ff\U0001f000-\U0001faff])[\u200c\u200d]+")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_EMPTY_LINES = re.compile("\n{3,}")
# A line of these characters cannot be mojibake; most lines are such, and mending is the slow step (0.5 ms a kB).
_SOUND = re.compile("[\t\x20-\x7e\u00a0£‘’“”–—…•]*")
_ENTITY = re.compile("&#?[0-9A-Za-z]{1,24};")
# Normalising is quadratic in a run of marks on one letter; 30 is what UAX #15 calls a stream-safe text.
_LONG_RUN = re.compile("([^\\w\\s\x00-\u02ff]{30})[^\\w\\s\x00-\u02ff]+")
# "&amp;amp;amp;" nested without end would cost a round a layer.
_NESTED_ENTITY = re.compile("&(?:amp|#0*38|#x0*26);(?:(?:amp|#0*38|#x0*26);)+", re.IGNORECASE)


def repair(text: str) -> str:
    """Repair a text of several lines: line ends become LF, at most one empty line stays between two others."""
    lines = (_repaired(line) for line in split_lines(text))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def repair_line(text: str) -> str:
    """Repair a text that is one line: a line end within it becomes a space."""
    return _repaired(" ".join(split_lines(text)))


def split_lines(text: str) -> list[str]:
    """The lines of a text, whichever mark ends them."""
    return _LINE_END.split(text)


def is_visible(text: str) -> bool:
    """Whether a text is free of characters that nobody can see."""
    return not (_INVISIBLE.search(text) or _STRAY_JOINER.search(text))


def _repaired(line: str) -> str:
    if not line:
        return line
    # One round is enough unless removing a character brings a new pair together.
    while (mended := _repaired_once(line)) != line:
        line = mended
    return line


def _repaired_once(line: str) -> str:
    if not _SOUND.fullmatch(line) or _ENTITY.search(line):
        line = _mended(_LONG_RUN.sub(r"\1", _NESTED_ENTITY.sub("&amp;", line)))
        line = _STRAY_JOINER.sub("", _INVISIBLE.sub("", _LINE_END.sub(" ", line)))
    return _SPACES.sub(" ", line).strip()


def _mended(line: str) -> str:
    from ftfy import fix_text

    # Its defaults straighten curly quotation marks: 25 clean lines of sample documents would change.
    return str(fix_text(line, uncurl_quotes=False, fix_character_width=False, explain=False))
