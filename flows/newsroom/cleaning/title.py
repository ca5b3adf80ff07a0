"""The title and the standfirst of a document: what it says itself, or what its first lines are by their shape."""

import re

from flows.newsroom.cleaning.proof import Line, Mark, Proof
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.language.names import FULL_NAME, NAME, is_personal
from flows.newsroom.model import BlockKind

_UNFINISHED = re.compile(r"[.!?:,;…]$")
_GREETING = r"(?:dear|hello|hi|good (?:morning|afternoon|evening))\b"
_LABEL = r"(?:from|to|cc|when|where|venue|date|time|location|place|present|apologies|attendees|in attendance)\s*:"
_DAY = (
    rf"(?:[a-z]+,? )?\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)})\b(?:,? \d{{4}})?"
    r"(?:[\s\d,.:|–-]|at|from|to|until|noon|midday|am|pm)*$"
)
_NO_TITLE = re.compile(rf"{_GREETING}|{_LABEL}|{_DAY}|[-*•–·#>|]|https?:|www\.|(?-i:By {NAME})", re.IGNORECASE)
_FEWEST_WORDS, _MOST_WORDS = 3, 18  # of a title
_FEWEST_WORDS_OF_A_HEADING = 2
_STANDFIRST_WORDS = 12
_NEAR_THE_TOP = 5  # lines in which the title may be repeated
_CAPTION = re.compile(rf"[A-Z][a-z]+(?: [a-z]+){{1,3}} (?P<name>{FULL_NAME})")


def find_title(proof: Proof, stated: str | None) -> tuple[str | None, Proof]:
    """The document's title, and the proof without it.

    Args:
        proof: The document without furniture and date lines.
        stated: The title that the document's format carries; it wins over the shape of a line.
    """
    title = stated.strip() if stated else None
    if not title and proof.lines and _is_title(proof.lines[0], has_text_below=len(proof.lines) > 1):
        title = proof.lines[0].text
        proof = proof.moved([0], "title")
    return title or None, proof


def find_standfirst(proof: Proof) -> str | None:
    """The paragraph that introduces a titled document: long, without a full stop, directly under the title."""
    under = (line for line in proof.lines[:2] if line.block.kind is BlockKind.PARAGRAPH)
    return next((line.text for line in under if _is_open(line.text) and _words(line.text) >= _STANDFIRST_WORDS), None)


def remove_repetitions(proof: Proof, title: str) -> Proof:
    """The proof without the title near its top, where pages print it once more."""
    near = proof.texts[:_NEAR_THE_TOP]
    return proof.without(Mark(n, "title repeated") for n, text in enumerate(near) if _bare(text) == _bare(title))


def remove_captions(proof: Proof, *, has_title: bool) -> Proof:
    """The proof without captions of pictures: near the top, a role and a name that stands elsewhere too."""
    places = range(2) if has_title else range(1, 3)
    return proof.without(
        Mark(place, "caption") for place in places if place < len(proof.lines) and _is_caption(proof, place)
    )


def _is_title(line: Line, *, has_text_below: bool) -> bool:
    kind, words = line.block.kind, _words(line.text)
    if not has_text_below or kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH} or _NO_TITLE.match(line.text):
        return False
    if kind is BlockKind.HEADING:
        return _FEWEST_WORDS_OF_A_HEADING <= words <= _MOST_WORDS and not line.text.endswith((",", "…", "..."))
    is_name = re.fullmatch(FULL_NAME, line.text) is not None and is_personal(line.text)
    return _FEWEST_WORDS <= words <= _MOST_WORDS and _is_open(line.text) and not is_name


def _is_caption(proof: Proof, position: int) -> bool:
    text = proof.lines[position].text
    match = _CAPTION.fullmatch(text)
    return match is not None and any(match["name"] in line.text for line in proof.lines if line.text != text)


def _is_open(text: str) -> bool:
    """Whether the line ends without a stop, as titles do."""
    return not _UNFINISHED.search(text.rstrip("\"'”’) "))


def _words(text: str) -> int:
    return len(text.split())


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
