"""The title and the standfirst of a document: what it says itself, or what its first lines are by their signs."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from flows.newsroom.cleaning.lexicon import ends_like_a_sentence
from flows.newsroom.cleaning.proof import Line, Mark, Proof
from flows.newsroom.cleaning.title_signs import Head, bare, candidates_of, head_of, signs_of, signs_of_none
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.language.names import FULL_NAME
from flows.newsroom.model import Action, BlockKind

WEIGHTS = "titles.toml"
"""How much each sign counts."""

_UNFINISHED = re.compile(r"[.!?:,;…]$")
_DAY = (
    rf"(?:[a-z]+,? )?\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)})\b(?:,? \d{{4}})?"
    r"(?:[\s\d,.:|–-]|at|from|to|until|noon|midday|am|pm)*$"
)
_KEPT_ABOVE = re.compile(
    rf"(?:by|from|published|issued|posted|author|date|present|apologies)\b|{_DAY}", re.IGNORECASE
)  # told elsewhere
_STANDFIRST_WORDS = 12
_MOST_WORDS_OF_MASTHEAD = 8
_NEAR_THE_TOP = 5  # lines in which the title may be repeated
_CAPTION = re.compile(rf"[A-Z][a-z]+(?: [a-z]+){{1,3}} (?P<name>{FULL_NAME})")


def find_title(proof: Proof, stated: str | None, *, is_mail: bool = False) -> tuple[str | None, Proof]:
    """The document's title, and the proof without it and without the letterhead over it.

    Args:
        proof: The document without furniture and date lines.
        stated: The title that the document's format carries.
        is_mail: It is a mail: its subject teases or names the series where the mailing opens with a heading of its own.
    """
    given = stated.strip() if stated else ""
    head = head_of(proof, [given] if given else [], is_mail=is_mail)
    candidates = [one for one in candidates_of(head) if one.places.stop < len(proof.lines)]  # a title is above a text
    signs = [*(signs_of(head, candidate) for candidate in candidates), signs_of_none(head)]
    best = best_of(signs, _weights())
    if best == len(candidates):
        return given or None, proof
    chosen = candidates[best]
    if given and bare(chosen.text) == bare(given):
        return _as_written(given, proof), proof  # the lines that repeat it leave later
    if not chosen.places:
        return chosen.text, proof
    above = [n for n in range(chosen.places.start) if _is_letterhead(head, n)]
    marks = [Mark(n, "letterhead", Action.MOVED) for n in above]
    return chosen.text, proof.without((*marks, *(Mark(n, "title", Action.MOVED) for n in chosen.places)))


def best_of(signs: Sequence[Mapping[str, float]], weights: Mapping[str, float]) -> int:
    """The place of the candidate for whom most speaks; of two that are as likely, the first."""
    scores = [round(sum(weights.get(name, 0.0) * measure for name, measure in each.items()), 6) for each in signs]
    return scores.index(max(scores))


@cache
def _weights() -> Mapping[str, float]:
    return tomllib.loads(files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8"))


def _is_letterhead(head: Head, place: int) -> bool:
    """Whether a line over the title goes with it: no prose, and no fact that another rule looks for."""
    line = head.lines[place]
    is_prose = place >= head.length
    return not is_prose and not _KEPT_ABOVE.match(line.text)


def _as_written(title: str, proof: Proof) -> str:
    """The title as the document's own heading writes it, where the file that carries it writes the same words."""
    near = proof.lines[:_NEAR_THE_TOP]
    same = (line.text for line in near if line.block.kind is BlockKind.HEADING and _is_same(line.text, title))
    return next((text for text in same if not text.isupper()), title)


def find_standfirst(proof: Proof) -> str | None:
    """The paragraph that introduces a titled document: long, without a full stop, directly under the title."""
    under = (line for line in proof.lines[:2] if line.block.kind is BlockKind.PARAGRAPH)
    return next((line.text for line in under if _is_open(line.text) and _words(line.text) >= _STANDFIRST_WORDS), None)


def remove_repetitions(proof: Proof, title: str) -> Proof:
    """The proof without the title near its top, where pages print it once more."""
    near = [line.text for line in proof.lines[:_NEAR_THE_TOP]]
    runs = (range(start, end) for start in range(len(near)) for end in range(start + 1, len(near) + 1))
    repeated = sorted({n for run in runs if _is_same(" ".join(near[n] for n in run), title) for n in run})
    above = proof.lines[: repeated[0]] if repeated else ()
    marks = [Mark(n, "masthead", Action.MOVED) for n, line in enumerate(above) if _is_masthead_line(line)]
    return proof.without((*marks, *(Mark(n, "title repeated") for n in repeated)))


def _is_masthead_line(line: Line) -> bool:
    """Whether a line over the title is short and says no fact: the name of a body, of a series, a motto."""
    is_short = _words(line.text) <= _MOST_WORDS_OF_MASTHEAD and not ends_like_a_sentence(line.text)
    return is_short and not _KEPT_ABOVE.match(line.text)


def remove_captions(proof: Proof, *, has_title: bool) -> Proof:
    """The proof without captions of pictures: near the top, a role and a name that stands elsewhere too."""
    places = range(2) if has_title else range(1, 3)
    return proof.without(
        Mark(place, "caption") for place in places if place < len(proof.lines) and _is_caption(proof, place)
    )


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
