"""What people said, word for word, and who said it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from flows.newsroom.findings.attribution import Attribution, Place
from flows.newsroom.findings.cast import Cast
from flows.newsroom.findings.places import Places
from flows.newsroom.findings.roster import in_full, roster_of
from flows.newsroom.findings.speakers import attribute
from flows.newsroom.findings.speech import Speech, find_speeches
from flows.newsroom.language.words import WORD
from flows.newsroom.model import Block, BlockKind, Quotation

_FEWEST_WORDS = 3  # less is a word that the writer keeps at a distance
_FEWEST_ALONE = 5  # of a paragraph that nobody is said to have said
_ENDS = re.compile(r"[.!?…,][’'”\"]?\Z")
_OVER = re.compile(r"(?:\A|[.!?…])\s*\Z")
_CALLED = re.compile(
    r"\b(?:called|titled|entitled|headed|named|book|report|paper|article|strategy|campaign|session|workshop|talk|theme"
    r"|film|play|song|poem|study|guide|leaflet|webinar|conference|project|programme|on|about|the)\s*,?\s*\Z",
    re.IGNORECASE,
)
_AT_A_DISTANCE = re.compile(r"\b(?:so-called|phrase|term|known as|dubbed|labelled|nicknamed)\s*,?\s*\Z", re.IGNORECASE)
_STATUTE = re.compile(r"\b(?:[Ll]aw|Act|[Rr]egulations?|[Cc]ode|[Ss]tatute|[Dd]ictionary|[Pp]olicy)\Z")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
# What only speech sounds like, though no word says that anybody said it: "of whom the family came for about half".
_PHRASE = re.compile(
    r"(?=.* (?:am|is|are|was|were|has|had|have|do|does|did|can|could|will|would|should|ca|wo|came|went|get|got"
    r"|made|know)\b)"
    r"(?:and|but|or|if|when|because|of|to|so|as|it|they|we|he|she|you|I|is|are|was|were|not|only|about|from|with|in|on"
    r"|like|all|at|by|no|nobody|everybody)\b"
)
_TURN = re.compile(
    r"(?:since (?:before|after|the)|only (?:\w+ed|a|the)|not (?:a|the|\w+ing)|never (?:\w+ed|a)|always"
    r"|just (?:a|the))\b"
)
_SHORT = 4  # letters of a word that a title may leave small
_MOSTLY = 0.75


def find_quotations(blocks: Sequence[Block], places: Places, people: Sequence[str]) -> tuple[Quotation, ...]:
    """The quotations of an article, in order: three words or more, with a speech verb or as a paragraph.

    Titles and words that the writer only keeps at a distance are none. Of a quotation that is not
    closed no word beyond its paragraph is taken.

    Args:
        blocks: The article's.
        places: Where its sentences stand.
        people: Whom it names.
    """
    speeches = find_speeches(blocks)
    roster = roster_of(blocks) if speeches else ()
    cast = Cast(tuple(dict.fromkeys((*people, *(entry.name for entry in roster)))))
    known: list[Attribution] = []
    for number in range(len(speeches)):
        place = Place(blocks=blocks, speeches=speeches, number=number, known=known, cast=cast)
        found = attribute(place)
        known.append(replace(found, speaker=in_full(found.speaker, roster)) if found.speaker else found)
    return tuple(
        _quotation(speech, attribution, blocks, places)
        for speech, attribution in zip(speeches, known, strict=True)
        if _is_quotation(speech, attribution, blocks)
    )


def _quotation(speech: Speech, attribution: Attribution, blocks: Sequence[Block], places: Places) -> Quotation:
    return Quotation(
        paragraphs=tuple(_text_of(speech, blocks)),
        speaker=attribution.speaker,
        sentence=places.sentence_at(speech.first.block, speech.first.start),
        last_sentence=places.sentence_at(speech.last.block, speech.last.end - 1),
        is_closed=speech.is_closed,
    )


def _text_of(speech: Speech, blocks: Sequence[Block]) -> list[str]:
    return [blocks[part.block].text[part.start : part.end].strip() for part in speech.parts]


def _is_quotation(speech: Speech, attribution: Attribution, blocks: Sequence[Block]) -> bool:
    text = " ".join(_text_of(speech, blocks))
    words = len(WORD.findall(text))
    before = blocks[speech.first.block].text[: speech.first.outer_start]
    if words < _FEWEST_WORDS or _is_title(text, before) or _is_at_a_distance(text, before, attribution):
        return False
    if attribution.is_said:
        return True
    ends = _ENDS.search(text) is not None
    if blocks[speech.first.block].kind is BlockKind.QUOTATION and speech.first.outer_start == speech.first.start:
        # Set apart without marks or a speaker it may be a pull quote, a law, an example.
        return _FIRST_PERSON.search(text) is not None and not _is_repeated(speech, blocks)
    if _is_a_paragraph(speech, blocks):
        return words >= _FEWEST_ALONE or ends
    if speech.is_closed and ((words > _FEWEST_WORDS and _PHRASE.match(text)) or _TURN.match(text)):
        return True
    opens = before.rstrip().endswith(":") or text[:1].isupper()
    begins = _OVER.search(before) is not None and text[:1].isupper()
    return speech.is_closed and ((ends and begins) or (words > _FEWEST_WORDS and ((ends and opens) or begins)))


def _is_at_a_distance(text: str, before: str, attribution: Attribution) -> bool:
    """Whether the writer only names a term, or gives the words of a law."""
    is_law = attribution.speaker is not None and _STATUTE.search(attribution.speaker) is not None
    return is_law or (_AT_A_DISTANCE.search(before) is not None and not _ENDS.search(text))


def _is_repeated(speech: Speech, blocks: Sequence[Block]) -> bool:
    """Whether a block that is set apart says what another one says too, as a pull quote does."""
    others = (block.text for number, block in enumerate(blocks) if number != speech.first.block)
    own = blocks[speech.first.block].text[speech.first.start : speech.first.end].strip(" .")
    return any(own in other for other in others)


def _is_a_paragraph(speech: Speech, blocks: Sequence[Block]) -> bool:
    block = blocks[speech.first.block]
    is_all = speech.first.outer_start == 0 and not blocks[speech.last.block].text[speech.last.outer_end :].strip(" .")
    return len(speech.parts) > 1 or block.kind is BlockKind.QUOTATION or is_all


def _is_title(text: str, before: str) -> bool:
    """Whether it is a title: nearly all its longer words have capitals, or a word before it says that it is one."""
    if re.search(r"[.,!…]\Z|[.!?…] [A-Z]", text):
        return False
    words = [word for word in WORD.findall(text) if len(word) >= _SHORT]
    capitals = sum(word[0].isupper() for word in words)
    is_set = len(words) > 1 and capitals >= _MOSTLY * len(words)
    return is_set or (text[:1].isupper() and _CALLED.search(before) is not None)
