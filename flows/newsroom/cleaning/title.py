"""The title and the standfirst of a document: what it says itself, or what its first lines are by their shape."""

import re

from flows.newsroom.cleaning.lexicon import ends_like_a_sentence
from flows.newsroom.cleaning.proof import Line, Mark, Proof
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.language.names import FULL_NAME, NAME, is_personal
from flows.newsroom.language.sentences import split
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
    if not title and len(proof.lines) > 1 and _is_title(proof.lines[0], below=proof.lines[1]):
        title = proof.lines[0].text
        proof = proof.moved([0], "title")
    return title or None, proof


def find_standfirst(proof: Proof) -> str | None:
    """The paragraph that introduces a titled document: long, without a full stop, directly under the title."""
    under = (line for line in proof.lines[:2] if line.block.kind is BlockKind.PARAGRAPH)
    return next((line.text for line in under if _is_open(line.text) and _words(line.text) >= _STANDFIRST_WORDS), None)


def remove_repetitions(proof: Proof, title: str) -> Proof:
    """The proof without the title near its top, where pages print it once more."""
    near = [line.text for line in proof.lines[:_NEAR_THE_TOP]]
    return proof.without(Mark(n, "title repeated") for n, text in enumerate(near) if _is_same(text, title))


def remove_captions(proof: Proof, *, has_title: bool) -> Proof:
    """The proof without captions of pictures: near the top, a role and a name that stands elsewhere too."""
    places = range(2) if has_title else range(1, 3)
    return proof.without(
        Mark(place, "caption") for place in places if place < len(proof.lines) and _is_caption(proof, place)
    )


def _is_title(line: Line, *, below: Line) -> bool:
    kind, words = line.block.kind, _words(line.text)
    if kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH} or words > _MOST_WORDS or _NO_TITLE.match(line.text):
        return False
    if kind is BlockKind.HEADING:
        return words >= _FEWEST_WORDS_OF_A_HEADING and not line.text.endswith((",", "…", "..."))
    is_name = re.fullmatch(FULL_NAME, line.text) is not None and is_personal(line.text)
    return words >= _FEWEST_WORDS and not is_name and (_is_open(line.text) or _is_call(line, below))


def _is_call(line: Line, below: Line) -> bool:
    """Whether a line is one question or one exclamation over a longer paragraph, as blogs and notices open."""
    is_one_call = line.text.endswith(("?", "!")) and len(split(line.text)) == 1
    return is_one_call and _words(below.text) > _words(line.text) and ends_like_a_sentence(below.text)


def _is_caption(proof: Proof, position: int) -> bool:
    text = proof.lines[position].text
    match = _CAPTION.fullmatch(text)
    return match is not None and any(match["name"] in line.text for line in proof.lines if line.text != text)


def _is_open(text: str) -> bool:
    """Whether the line ends without a stop, as titles do."""
    return not _UNFINISHED.search(text.rstrip("\"'”’) "))


def _words(text: str) -> int:
    return len(text.split())


def _is_same(line: str, title: str) -> bool:
    """Whether two lines have the same words; capitals and punctuation do not matter."""
    return len(line) < 2 * len(title) and _bare(line) == _bare(title)


def _bare(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
