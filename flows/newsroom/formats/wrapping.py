"""Paragraphs that a program broke into lines of 60 to 80 characters, as e-mail and old notes are.

A program breaks a line where the next word no longer fits, after any word. An author who writes
a line a paragraph, or a list without bullets, breaks anywhere but after "the" or "of". So a text counts
as wrapped if most lines that break off in the middle of a sentence are full, and some of them dangle.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from flows.newsroom.formats.bullets import opens_item

_NARROWEST = 40  # characters: shorter lines are verse, addresses and lists
_WIDEST = 100
_LEAST_BROKEN = 2  # lines that break off in the middle of a sentence
_LONG = 60  # characters: one line of that length that dangles is enough
_LEAST_FULL = 0.7  # of the lines that break off
_LEAST_DANGLING = 0.15  # likewise; in running English 0.4 of all words are such words
_RAGGED = 10  # how far from the edge a person who breaks lines by hand stays
_BY_HAND = 80  # the least width of lines that somebody broke where the eye said so, wide and narrow
_MANY_BROKEN = 8  # of them break off
_OFTEN_DANGLING = 0.25
_OUTLIERS = 0.05  # of the lines may be longer than the width, such as a web address

_ENDS = re.compile(r"[.!?:;][\"'’”)\]]*$")
_COMPOUND = re.compile(r"[^\W\d_]-$")
_DANGLING = re.compile(
    r"(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|is|are|was|were|be|been|has|have|had|"
    r"will|would|can|could|should|may|might|must|not|as|than|our|their|his|her|its|this|these|those|my|your|we|they|he|"
    r"she|it|if|when|where|while|about|into|over|between|through|because)$",
    re.IGNORECASE,
)
# Never joined, however full: the head of a mail, columns, a line that is drawn, the foot of a page.
_ALONE = re.compile(
    r"(?:From|Sent|Date|To|Cc|Subject|Reply-To): .*|.*\S {4,}\S.*|[\W_]+|.*\bpage \d+(?: of \d+)?", re.IGNORECASE
)
_LONGEST_ALONE = 200  # characters: a longer line is no such one, and the pattern is slow on it
_SUSPENDED = frozenset({"and", "or", "to"})


def unwrap(lines: Sequence[str]) -> list[str]:
    """Join the lines of wrapped paragraphs; lines of any other text come back as they are.

    Args:
        lines: Lines with their indentation; an empty one separates paragraphs.
    """
    bare = [line.rstrip() for line in lines]
    width = _width_of_wrapped(bare)
    return list(_joined(bare, width)) if width else list(lines)


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether a program, or somebody by hand, broke the lines of paragraphs."""
    return _width_of_wrapped([line.rstrip() for line in lines]) is not None


def _width_of_wrapped(lines: Sequence[str]) -> int | None:
    width = _width(lines)
    if _NARROWEST <= width <= _WIDEST and _is_wrapped(lines, width):
        return width
    return _BY_HAND if _is_wrapped_by_hand(lines) else None


def _width(lines: Sequence[str]) -> int:
    """How long a full line is: the longest that another follows, a few outliers aside."""
    lengths = sorted(len(line) for line, following in pairwise(lines) if following and " " in line.strip())
    return lengths[-1 - int(_OUTLIERS * len(lengths))] if lengths else 0


def _is_wrapped(lines: Sequence[str], width: int) -> bool:
    broken = [(line, following) for line, following in pairwise(lines) if _breaks_off(line, following)]
    full = sum(_is_full(line, following, width - _RAGGED) for line, following in broken)
    dangling = sum(_DANGLING.search(line) is not None for line, _ in broken)
    fewest = 1 if width >= _LONG else _LEAST_BROKEN
    return len(broken) >= fewest and full >= _LEAST_FULL * len(broken) and dangling >= _LEAST_DANGLING * len(broken)


def _is_wrapped_by_hand(lines: Sequence[str]) -> bool:
    """Whether long lines of no one width break off all the time, and often where no author ends a line."""
    broken = [(line, following) for line, following in pairwise(lines) if _breaks_off(line, following)]
    long = sum(_is_full(line, following, _BY_HAND - _RAGGED) for line, following in broken)
    dangling = sum(_DANGLING.search(line) is not None for line, _ in broken)
    is_often = dangling >= _OFTEN_DANGLING * len(broken) and long >= _LEAST_FULL * len(broken)
    return len(broken) >= _MANY_BROKEN and is_often


def _breaks_off(line: str, following: str) -> bool:
    """Whether a sentence goes on in the following line."""
    return bool(line) and following.lstrip()[:1].islower() and not _ENDS.search(line) and not opens_item(following)


def _is_full(line: str, following: str, width: int) -> bool:
    first_word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(first_word) > width


def _joined(lines: Sequence[str], width: int) -> Iterator[str]:
    alone = {line for line in lines if len(line) <= _LONGEST_ALONE and _ALONE.fullmatch(line.strip())}
    paragraph = [lines[0]]
    for line, following in pairwise(lines):
        if line and following and not alone.intersection((line, following)) and _goes_on(line, following, width):
            paragraph.append(_glue(line, following) + following.strip())
        else:
            yield "".join(paragraph)
            paragraph = [following]
    yield "".join(paragraph)


def _goes_on(line: str, following: str, width: int) -> bool:
    if _breaks_off(line, following):
        return _is_full(line, following, width - _RAGGED)
    is_item = opens_item(following) and (opens_item(line) or _ENDS.search(line) is not None)
    return not is_item and _is_full(line, following, width)


def _glue(line: str, following: str) -> str:
    """Nothing after the hyphen of "multi-" and "disciplinary", a space after that of "pre-" and "and post-birth"."""
    first_word = following.split(maxsplit=1)[0]
    is_compound = _COMPOUND.search(line) and first_word[0].islower() and first_word not in _SUSPENDED
    return "" if is_compound else " "
