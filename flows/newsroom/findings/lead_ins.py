"""Who says it by words further off: a line that leads to it, a signature below, the sentence before or after."""

import re

from flows.newsroom.findings import saying
from flows.newsroom.findings.antecedents import attributed_to, is_person
from flows.newsroom.findings.attribution import Attribution, Place
from flows.newsroom.findings.cast import Cast, distinct
from flows.newsroom.findings.tags import clause_of
from flows.newsroom.language.names import FIRST_NAMES, HONORIFIC
from flows.newsroom.language.quotation_marks import without_quoted
from flows.newsroom.language.sentences import split
from flows.newsroom.model import BlockKind

_NEAR = 30  # characters from the beginning of a sentence


def introduced(before: str, place: Place) -> Attribution | None:
    """A line that ends with a colon, in the same paragraph or as the one before."""
    own = place.text[: place.speech.first.outer_start].strip()
    number = place.speech.first.block
    if own:
        return attributed_to(_subject(before), place) if before.rstrip().endswith(":") else None
    if number == 0 or place.blocks[number - 1].kind is BlockKind.QUOTATION:
        return None
    lead = place.blocks[number - 1].text.rstrip()
    spans = split(lead)
    sentence = lead[spans[-1].start :] if spans else ""
    is_set_apart = place.blocks[number].kind is BlockKind.QUOTATION and saying.NOW.search(sentence)
    if not lead.endswith(":") and not saying.VERB_ENDS.search(lead) and not is_set_apart:
        return None
    earlier = lead[: spans[-1].start]
    return attributed_to(_subject(sentence), place, earlier=f"{earlier}{sentence}")


def pointed_back(place: Place) -> Attribution | None:
    """A paragraph of nothing else, and then “She told me that over a cup of tea”."""
    last = place.speech.last
    is_all = place.speech.first.outer_start == 0 and not place.blocks[last.block].text[last.outer_end :].strip(" .")
    for block in place.blocks[last.block + 1 : last.block + 2] if is_all else ():
        for start, end in split(block.text)[:2]:
            if found := saying.POINTED_BACK.match(block.text[start:end]):
                told = attributed_to(found["who"], place)
                return told if is_person(told, place) else None
    return None


def reported_before(place: Place) -> Attribution | None:
    """A sentence of its own behind one that reports what somebody says: “MS said the figure was wrong. ‘You …’”."""
    start = place.previous.last.outer_end if place.previous else 0
    before = without_quoted(place.text)[start : place.speech.first.outer_start]
    spans = split(before)
    if not spans or not re.search(r"[.!?…]\s*\Z", before) or not place.speech.is_closed:
        return None
    while len(spans) > 1 and saying.GOES_ON.match(before, spans[-1].start):
        spans = spans[:-1]  # "She had looked for a good one.", between what she said and her words
    sentence = before[spans[-1].start : spans[-1].end]
    if drawn := saying.DRAWN_FROM.search(sentence):
        told = attributed_to(drawn["who"], place, earlier=place.text[: start + spans[-1].start])
        return told if is_person(told, place) else None
    verb = saying.VERB.search(sentence)
    if last := saying.SAID_LAST.search(sentence):
        return attributed_to(last["who"], place)
    if verb is None:
        return _subject_of(sentence, place)
    if saying.ASKS.search(saying.ASKED.sub("", sentence)) or saying.PASSIVE.search(sentence[: verb.start()]):
        return None  # who answers a question is somebody else
    told = attributed_to(clause_of(sentence[: verb.start()]), place, earlier=place.text[: start + spans[-1].start])
    return told if is_person(told, place) else None


def _subject_of(sentence: str, place: Place) -> Attribution | None:
    """Who opens the sentence before a whole one that is quoted: “Ann Brown is cautious. ‘It is one town.’”."""
    text = place.text[place.speech.first.start : place.speech.last.end]
    if not saying.WHOLE.fullmatch(text) or not saying.IS_SO.search(sentence):
        return None
    mentions = place.cast.likely_mentions(sentence)
    is_alone = len(distinct(mentions)) == 1 and mentions[0].start <= _NEAR
    return Attribution(speaker=mentions[0].words) if is_alone else None


def in_own_words(before: str, place: Place) -> Attribution | None:
    """Jane Brown’s answer was “…”. “…” Those were the words of Jane Brown. “…” were his exact words."""
    last = place.speech.last
    if owned := saying.OWNED.match(place.blocks[last.block].text, last.outer_end):
        return attributed_to(owned["who"] or f"{owned['whose']} words", place)
    text, end = place.blocks[last.block].text, last.outer_end
    found = (
        saying.OWN_WORDS.match(before)
        or saying.FIRST_THING.match(text, end)
        or saying.WORDS_FROM.search(before)
        or saying.WORDS_OF.match(place.blocks[last.block].text, last.outer_end)
    )
    if found is None:
        return None
    owner = found.groupdict().get("whose")
    return attributed_to(f"{owner} words" if owner else found["who"], place)


def _subject(lead: str) -> str:
    """Who is about to speak in "Jane Brown, who led the work, said this:" or "Jane Brown:"."""
    verbs = list(saying.VERB.finditer(lead)) or list(re.finditer(r"\bha[ds] (?:this )?to say\b", lead))
    if verbs:
        return clause_of(lead[: verbs[-1].start()])
    label = saying.LABEL.fullmatch(lead.strip())
    return label["who"] if label else lead


def signed(place: Place) -> Attribution | None:
    """A dash and a name behind it, in the paragraph or in the next one."""
    last = place.speech.last
    rest = place.blocks[last.block].text[last.outer_end :]
    is_followed = last.block + 1 < len(place.blocks)
    following = place.blocks[last.block + 1].text if is_followed and not rest.strip(" .") else ""
    found = saying.DASHED.fullmatch(rest) or saying.DASHED.fullmatch(following)
    if found:
        return attributed_to(found["who"], place)
    bracketed = saying.IN_BRACKETS.match(rest) or saying.BRACKETED_LINE.fullmatch(following)
    cards = (rest.strip(" .,"), following) if last.outer_start == 0 else ()
    signatures = (bracketed["who"] if bracketed else "", *(card for card in cards if saying.CARD.fullmatch(card)))
    named = next((one for one in signatures if _is_signature(one, place.cast)), None)
    return attributed_to(named, place) if named else None


def _is_signature(line: str, cast: Cast) -> bool:
    """Whether a line names somebody, and not only, behind "Person who used the service", a place."""
    for mention in cast.likely_mentions(line):
        first = mention.words.split()[0]
        if mention.start == 0 or mention.person in cast.people or first in FIRST_NAMES or re.match(HONORIFIC, first):
            return True
    return False
