"""The marks that make a line an item of a list."""

import re

_BULLET = re.compile("(?:[-*–·»→] +|[•‣⁃▪▫■□●○◦◆❖➢➤✓✔\uf0b7\uf0a7] *)(?=\\S)")
# A number opens a heading or a sentence as often as an item: it counts only under a line that announces items.
_NUMBER = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.) +(?=\S)")
_WORD_SUB_BULLET = re.compile("^\\s*o\t")  # how Word's second-level bullet arrives in plain text
_FIRST_NUMBER = re.compile(r"\(?1[.)] ")
_RULE = re.compile(r"[\W_]*")


def unbulleted(line: str, *, announced: bool = False) -> str | None:
    """The text of an item without its mark, or None where the line has none.

    Args:
        line: A repaired line.
        announced: Whether a line above says that items follow, so that a number or a letter is a mark too.
    """
    match = _BULLET.match(line) or (_NUMBER.match(line) if announced else None)
    return line[match.end() :] if match else None


def opens_numbering(line: str) -> bool:
    """Whether a line starts with the first number of a list."""
    return _FIRST_NUMBER.match(line) is not None


def opens_item(line: str) -> bool:
    """Whether a line, perhaps indented, starts with the mark or the number of an item."""
    return unbulleted(line.strip(), announced=True) is not None


def with_plain_bullet(line: str) -> str:
    """A line whose bullet is a letter in disguise gets a real one."""
    return _WORD_SUB_BULLET.sub("• ", line)


def is_rule(line: str) -> bool:
    """Whether a line only draws, with dashes, stars or a lone bullet: it holds no letter and no digit."""
    return _RULE.fullmatch(line) is not None
