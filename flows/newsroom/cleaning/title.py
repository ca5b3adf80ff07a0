"""The title and the standfirst of a document: what it says itself, or what its first lines are by their shape."""

import re

from flows.newsroom.cleaning.heads import heading_below, heading_of_mailing, runs_into, title_below
from flows.newsroom.cleaning.lexicon import ends_like_a_sentence
from flows.newsroom.cleaning.proof import Line, Mark, Proof
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.language.names import FIRST_NAMES, FULL_NAME, NAME, is_personal
from flows.newsroom.language.sentences import split
from flows.newsroom.model import Action, BlockKind

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
_FEWEST_CAPITALS = 5
_WORDS_OF_A_NAME = 2
_STANDFIRST_WORDS = 12
_MEMO_LINES = 8
_MOST_WORDS_OF_MASTHEAD = 8
_MASTHEAD_LINES = 3  # that may stand over the title
_MASTHEAD = re.compile(
    r"\b(?:news(?:letter)?|e?-?bulletin|digest|round-?up|gazette|briefing|exchange|matters|update)\b.*"
    rf"\b(?:spring|summer|autumn|winter|issue|edition|no\.?|number|vol|{'|'.join(MONTHS)}|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_OF_A_FILE = re.compile(r"\b(?:v\d+|draft v?\d*|final v?\d*|copy)$|\b(?:week|issue|edition|no\.?) \d+$", re.IGNORECASE)
_KEPT_ABOVE = re.compile(rf"(?:by|from|published|issued|posted|author)\b|{_DAY}", re.IGNORECASE)  # told elsewhere
_MEMO = re.compile(r"(?:re|subject|about|title)\s*:\s*(?P<title>.{6,120})", re.IGNORECASE)
_HEAD_OF_MEMO = re.compile(r"(?:report )?(?:from|to|of|author|cc|date|title)\s*:", re.IGNORECASE)
_KICKER = re.compile(
    r"(?:obituar(?:y|ies)|in memoriam|tributes?|job (?:advert|vacancy|opportunity)|vacancy|situations? vacant"
    r"|(?:public )?notice|announcement|press release|news(?: release)?|events?|reminder|appeal|open letter|letters?"
    r"|for your diary|stop press|breaking|important|urgent|opinion|comment|feature|interview|report|memo(?:randum)?"
    r"|case study|training)[:!]?",
    re.IGNORECASE,
)
_NEAR_THE_TOP = 5  # lines in which the title may be repeated
_CAPTION = re.compile(rf"[A-Z][a-z]+(?: [a-z]+){{1,3}} (?P<name>{FULL_NAME})")


def find_title(proof: Proof, stated: str | None, *, is_mail: bool = False) -> tuple[str | None, Proof]:
    """The document's title, and the proof without it.

    Args:
        proof: The document without furniture and date lines.
        stated: The title that the document's format carries; it wins over the shape of a line.
        is_mail: It is a mail: its subject teases or names the series where the mailing opens with a heading of its own.
    """
    title = stated.strip() if stated and not _OF_A_FILE.search(stated) else None
    if title and not is_mail:
        is_name = proof.texts[:1] == (title,) and heading_below(proof.lines) == 1
        title = None if is_name else _as_written(title, proof)
    if title and is_mail and (place := heading_of_mailing(proof.lines)) is not None:
        title = proof.lines[place].text
        untitled = proof.moved([place], "title")
        proof = untitled.moved(range(place), "masthead")
    if not title:
        proof = _without_kicker(_without_masthead(proof))
        title, proof = _subject_of_memo(proof)
    if not title:
        title, proof = _under_letterhead(proof)
    if not title and len(proof.lines) > 1 and _is_title(proof.lines[0], below=proof.lines[1]):
        runs_on = proof.lines[0].text.isupper() and runs_into(proof.lines[0].text, proof.lines[1].text)
        places = range(2 if runs_on and proof.lines[1].text.isupper() else 1)
        title = " ".join(proof.lines[place].text for place in places)
        proof = proof.moved(places, "title")
    return title or (stated.strip() if stated else None) or None, proof


def _as_written(title: str, proof: Proof) -> str:
    """The title as the document's own heading writes it, where the file that carries it writes the same words."""
    near = proof.lines[:_NEAR_THE_TOP]
    same = (line.text for line in near if line.block.kind is BlockKind.HEADING and _is_same(line.text, title))
    return next((text for text in same if not text.isupper()), title)


def _under_letterhead(proof: Proof) -> tuple[str | None, Proof]:
    """The title that stands under the names of a body, of a series, under a motto or a menu."""
    heading = heading_below(proof.lines)
    places = title_below(proof.lines) if heading is None else range(heading, heading + 1)
    if places is None:
        return None, proof
    title = " ".join(proof.lines[place].text for place in places)
    above = [n for n in range(places.start) if not _KEPT_ABOVE.match(proof.lines[n].text)]
    marks = [Mark(n, "letterhead", Action.MOVED) for n in above]
    return title, proof.without((*marks, *(Mark(n, "title", Action.MOVED) for n in places)))


def _without_masthead(proof: Proof) -> Proof:
    """The proof without the name of a newsletter and its issue over the first heading or over the title."""
    lines = proof.lines[: _MASTHEAD_LINES + 1]
    headings = [n for n, line in enumerate(lines) if line.block.kind is BlockKind.HEADING]
    first = next((n for n in headings if n == 0 or not _MASTHEAD.search(lines[n].text)), 0)
    above = lines[:first]
    if first == 0 and headings[:2] == [0, 1] and _MASTHEAD.search(lines[0].text):
        return proof.moved([0], "masthead")
    if above and all(_is_open(line.text) and not _NO_TITLE.match(line.text) for line in above):
        return (
            proof.moved(range(first), "masthead") if _MASTHEAD.search(" ".join(line.text for line in above)) else proof
        )
    return proof


def _without_kicker(proof: Proof) -> Proof:
    """The proof without a line over the title that says of what kind the document is, or names the paper."""
    if len(proof.lines) < 3 or proof.lines[0].block.kind is BlockKind.HEADING:  # noqa: PLR2004 - with title and prose
        return proof
    first, second, third = proof.lines[:3]
    is_paper = _MASTHEAD.search(first.text) and _words(first.text) <= _MOST_WORDS_OF_MASTHEAD and _is_open(first.text)
    if not (is_paper or _KICKER.fullmatch(first.text)) or not _is_title(second, below=third):
        return proof
    if re.search(r"\bby\b", second.text):
        return proof  # it says who made what the line above names
    return proof.moved([0], "masthead" if is_paper else "kicker")


def _subject_of_memo(proof: Proof) -> tuple[str | None, Proof]:
    """What stands behind "Re:" in the head of a memorandum."""
    head = proof.lines[:_MEMO_LINES]
    if not any(_HEAD_OF_MEMO.match(line.text) for line in head):
        return None, proof
    found = ((n, match["title"]) for n, line in enumerate(head) if (match := _MEMO.fullmatch(line.text)))
    place, title = next(found, (None, None))
    return title, proof if place is None else proof.moved([place], "title")


def find_standfirst(proof: Proof) -> str | None:
    """The paragraph that introduces a titled document: long, without a full stop, directly under the title."""
    under = (line for line in proof.lines[:2] if line.block.kind is BlockKind.PARAGRAPH)
    return next((line.text for line in under if _is_open(line.text) and _words(line.text) >= _STANDFIRST_WORDS), None)


def remove_repetitions(proof: Proof, title: str) -> Proof:
    """The proof without the title near its top, where pages print it once more."""
    near = [line.text for line in proof.lines[:_NEAR_THE_TOP]]
    repeated = [n for n, text in enumerate(near) if _is_same(text, title)]
    above = range(repeated[0] if repeated and all(map(_is_masthead_line, proof.lines[: repeated[0]])) else 0)
    marks = [Mark(n, "masthead", Action.MOVED) for n in above]
    return proof.without((*marks, *(Mark(n, "title repeated") for n in repeated)))


def _is_masthead_line(line: Line) -> bool:
    """Whether a line over the title is short and says no fact: the name of a body, of a series, a motto."""
    is_short = _words(line.text) <= _MOST_WORDS_OF_MASTHEAD and not ends_like_a_sentence(line.text)
    return is_short and line.block.kind is not BlockKind.ROW and not _KEPT_ABOVE.match(line.text)


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
    is_name = is_name and (words == _WORDS_OF_A_NAME or line.text.split()[0] in FIRST_NAMES)
    if _is_poster_line(line.text):
        return True
    return words >= _FEWEST_WORDS and not is_name and (_is_open(line.text) or _is_call(line, below))


def _is_poster_line(text: str) -> bool:
    """Whether a line shouts, as the heads of flyers do: in capitals, whatever its length and its marks."""
    letters = re.sub(r"[^A-Za-z]", "", text)
    return letters.isupper() and len(letters) >= _FEWEST_CAPITALS and not text.endswith((",", ":", "."))


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
