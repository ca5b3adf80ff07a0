"""From the words for a speaker to the speaker: a name, a role, or whoever "she" and "it" mean."""

import re

from flows.newsroom.findings import saying
from flows.newsroom.findings.attribution import Attribution, Place
from flows.newsroom.findings.cast import Cast
from flows.newsroom.findings.naming import pronoun_in, role_in, who_is
from flows.newsroom.findings.pronouns import is_surely_a_name, meant_by
from flows.newsroom.language.he_or_she import cannot_be
from flows.newsroom.language.quotation_marks import without_quoted
from flows.newsroom.language.sentences import split

_PAIR = 2  # sentences: its own and the one before
_NEAR = 30  # characters from the beginning of a sentence
_FURTHEST = 3  # paragraphs back to the one that names somebody


def attributed_to(words: str, place: Place, *, earlier: str | None = None) -> Attribution:
    """Whom the words for a speaker mean at this place.

    Args:
        words: What stands before or behind "said".
        place: The quotation.
        earlier: What is told before it, in which a pronoun finds its person; None: its paragraph up to it.
    """
    pronoun = pronoun_in(words)
    if pronoun is None and saying.IT.fullmatch(words.strip(" ,–—-")):
        return Attribution(speaker=_body_before(place))
    if pronoun is None:
        return Attribution(speaker=who_is(words, place.cast))
    if earlier is None:
        earlier = place.text[: place.speech.first.outer_start]
    told = without_quoted(earlier)
    if any(_is_nobody(one, told, place.cast) for one in saying.SOME_PERSON.finditer(told)):
        return Attribution()
    meant = meant_by(pronoun, earlier, place.cast)
    if meant is None and not place.cast.likely_mentions(told):
        goes_on = saying.GOES_ON.match(told) is not None  # about whom the paragraph before told
        meant = _from_a_paragraph_before(place, pronoun) if goes_on else None
        meant = meant or role_in(told) or _from_a_paragraph_before(place, pronoun)
    return Attribution(speaker=meant)


def _is_nobody(some: re.Match[str], told: str, cast: Cast) -> bool:
    """Whether "a woman" opens a sentence after which none begins with a name, so that "she" may mean her."""
    start = some.start("who")
    later = [begin for begin, _ in split(told) if begin > start]
    mentions = cast.likely_mentions(told)
    is_led_by_name = any(begin <= mention.start <= begin + _NEAR for mention in mentions for begin in later)
    is_appositive = any(
        start < mention.start and told[mention.start - 2 : mention.start] == ", " for mention in mentions
    )
    return not is_led_by_name and not is_appositive


def _body_before(place: Place) -> str | None:
    """What "it" means: the subject of the sentence before in its paragraph."""
    spans = split(without_quoted(place.text)[: place.speech.first.outer_start])
    if len(spans) < _PAIR:
        return None
    found = saying.BODY_FIRST.match(place.text[spans[-2].start : spans[-2].end])
    if found is None or not saying.SPEAKING_BODY.search(found["who"]):
        return None  # a folder, a badge or a page says nothing of its own
    return who_is(found["who"], place.cast)


def _from_a_paragraph_before(place: Place, pronoun: str) -> str | None:
    """A pronoun in a paragraph that names nobody: whoever speaks in the last one that does, or is alone named there."""
    number = place.speech.first.block
    for block in range(number - 1, max(-1, number - 1 - _FURTHEST), -1):
        spoke = [
            known.speaker
            for speech, known in zip(place.speeches, place.known, strict=False)
            if speech.last.block == block and known.is_said
        ]
        if spoke:
            last = spoke[-1]
            if last and not cannot_be(pronoun, last):
                return last if place.cast.likely_mentions(last) else None
        mentions = place.cast.likely_mentions(without_quoted(place.blocks[block].text))
        if any(not cannot_be(pronoun, one.words) for one in mentions):
            meant = meant_by(pronoun, place.blocks[block].text, place.cast)
            return meant if meant and is_surely_a_name(meant) else None
        told = without_quoted(place.blocks[block].text)
        if (role := role_in(told)) and not saying.SOME_OTHER.search(told):
            return role
    return None


def is_person(told: Attribution, place: Place) -> bool:
    """Whether somebody is named: what stands further off than its own sentence must not be a mere role."""
    if told.speaker is None:
        return False
    return bool(saying.INITIALS.fullmatch(told.speaker) or place.cast.likely_mentions(told.speaker))
