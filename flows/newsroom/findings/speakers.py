"""Who says what stands between marks: only what the text around it says, in its own words."""

from flows.newsroom.findings import saying
from flows.newsroom.findings.attribution import Attribution, Place
from flows.newsroom.findings.lead_ins import in_own_words, introduced, pointed_back, reported_before, signed
from flows.newsroom.findings.tags import inherited, said_after, said_before, sentence_before


def attribute(place: Place) -> Attribution:
    """Find who says a quotation.

    The nearest words count: its own sentence, a speech that it goes on with, the line before, a signature after it.
    """
    before = sentence_before(place)
    return (
        inherited(place, after=",")
        or said_before(before, place, pattern=saying.ADJACENT)
        or said_after(place)
        or inherited(place, after=".,")
        or said_before(before, place, pattern=saying.VERB)
        or introduced(before, place)
        or signed(place)
        or pointed_back(place)
        or reported_before(place)
        or in_own_words(before, place)
        or Attribution(is_said=_is_spoken_of(before, place))
    )


def _is_spoken_of(before: str, place: Place) -> bool:
    """Whether words around a quotation say that it was said, though nobody knows by whom."""
    after = place.blocks[place.speech.last.block].text[place.speech.last.outer_end :]
    is_before = any(words.search(before) for words in (saying.SPEAKS_OF_WORDS, saying.NOUN_OR_VERB))
    return is_before or (after[:1] not in {*".!?"} and any(tag.match(after) for tag in (saying.FIRST, saying.AFTER)))
