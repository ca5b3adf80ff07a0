"""The plain text of a message: lines that its program broke are joined, the signature below its dashes is left out."""

import re

from flows.newsroom.language.typography import split_lines

_SIGNATURE = re.compile(r"-- ?")
_LONGEST_SIGNATURE = 15  # lines
_QUOTE = re.compile(r"(>*)( ?)")


def plain_text(text: str, *, is_flowed: bool) -> str:
    """The text of a message.

    Args:
        text: As it was sent.
        is_flowed: Whether a line that ends in a space goes on in the next one (RFC 3676).
    """
    lines = split_lines(text)
    end = next((n for n, line in enumerate(lines) if _opens_signature(lines, n, line)), len(lines))
    return "\n".join(_joined(lines[:end]) if is_flowed else lines[:end])


def _opens_signature(lines: list[str], number: int, line: str) -> bool:
    """Whether only a signature follows: RFC 3676 opens one with two dashes and a space."""
    return _SIGNATURE.fullmatch(line) is not None and len(lines) - number <= _LONGEST_SIGNATURE


def _joined(lines: list[str]) -> list[str]:
    joined: list[str] = []
    depth = 0
    goes_on = False
    for line in lines:
        quote = _QUOTE.match(line)
        marks = len(quote[1]) if quote else 0
        words = line[quote.end() :] if quote else line
        if goes_on and marks == depth:
            joined[-1] += words
        else:
            joined.append(f"{'>' * marks} {words}" if marks else words)
        depth, goes_on = marks, line.endswith(" ")
    return joined
