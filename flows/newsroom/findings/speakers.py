"""Who says what stands between marks: only what the text around it says, in its own words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.newsroom.findings import saying
from flows.newsroom.findings.cast import Cast
from flows.newsroom.findings.naming import pronoun_in, role_in, who_is
from flows.newsroom.findings.pronouns import is_surely_a_name, meant_by
from flows.newsroom.findings.speech import Speech
from flows.newsroom.language.he_or_she import cannot_be
from flows.newsroom.language.names import FIRST_NAMES, HONORIFIC
from flows.newsroom.language.quotation_marks import without_quoted
from flows.newsroom.language.sentences import split
from flows.newsroom.model import Block, BlockKind

_PAIR = 2  # sentences: its own and the one before
_LONGEST_TAG = 18  # words
_NEAR = 30  # characters from the beginning of a sentence
_FURTHEST = 3  # paragraphs back to the one that names somebody


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What the words around a quotation say about it."""

    is_said: bool = True  # that somebody says or writes it
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One quotation among its neighbours."""

    blocks: Sequence[Block]
    speeches: Sequence[Speech]
    number: int  # of the speech that is asked about
    known: Sequence[Attribution]  # of those before it
    cast: Cast

    @property
    def speech(self) -> Speech:
        """The quotation itself."""
        return self.speeches[self.number]

    @property
    def text(self) -> str:
        """The paragraph in which it begins."""
        return self.blocks[self.speech.first.block].text

    @property
    def previous(self) -> Speech | None:
        """The quotation before it in the same paragraph."""
        before = self.speeches[self.number - 1] if self.number else None
        return before if before and before.last.block == self.speech.first.block else None


def attribute(place: Place) -> Attribution:
    """Find who says a quotation.

    The nearest words count: its own sentence, a speech that it goes on with, the line before, a signature after it.
    """
    before = _sentence_before(place)
    return (
        _inherited(place, after=",")
        or _said_before(before, place, pattern=saying.ADJACENT)
        or _said_after(place)
        or _inherited(place, after=".,")
        or _said_before(before, place, pattern=saying.VERB)
        or _introduced(before, place)
        or _signed(place)
        or _pointed_back(place)
        or _reported_before(place)
        or _in_own_words(before, place)
        or Attribution(is_said=_is_spoken_of(before, place))
    )


def _is_spoken_of(before: str, place: Place) -> bool:
    """Whether words around a quotation say that it was said, though nobody knows by whom."""
    after = place.blocks[place.speech.last.block].text[place.speech.last.outer_end :]
    is_before = any(words.search(before) for words in (saying.SPEAKS_OF_WORDS, saying.NOUN_OR_VERB))
    return is_before or (after[:1] not in {*".!?"} and any(tag.match(after) for tag in (saying.FIRST, saying.AFTER)))


def _sentence_before(place: Place) -> str:
    """What its sentence says before it, other quotations blanked out."""
    start = place.previous.last.outer_end if place.previous else 0
    text = without_quoted(place.text)[start : place.speech.first.outer_start]
    spans = split(text)
    if not spans:
        return ""
    is_over = re.search(r"[.!?…]\s*\Z", text[spans[-1].start :]) is not None
    return "" if is_over else text[spans[-1].start :]


def _said_before(before: str, place: Place, *, pattern: re.Pattern[str]) -> Attribution | None:
    """Jane Brown said: “…”, according to Jane Brown, “…”, called by Jane Brown “…”."""
    if found := saying.ACCORDING.search(before) or saying.BY.search(before):
        groups = found.groupdict()
        if named := saying.APPOSED.search(found.group()):
            return _named(named["who"], place)
        return _named(groups["who"] or groups.get("whose") or "", place)
    verbs = list(saying.VERB.finditer(before))
    if not verbs or pattern.search(before) is None:
        return None
    if len(verbs) > 1 and saying.ASIDE.search(before[verbs[-2].end() : verbs[-1].start()]):
        verbs.pop()  # "Jane Brown said and I wrote it on my hand"
    verb = verbs[-1]
    if saying.OF_ANOTHER.search(before[: verb.start()]):
        return Attribution()
    if saying.PASSIVE.search(before[: verb.start()]):
        return Attribution()
    return _named(_clause(before[: verb.start()]), place)


def _clause(text: str) -> str:
    """The clause whose verb follows: what an earlier "but" or semicolon parts off is another's."""
    if tag := saying.TAG.search(text):
        return tag["who"]
    if saying.WHAT_MANY.search(text):
        return ""
    if told := saying.WHAT_ONE.search(text):
        return told["who"]
    if relative := saying.WHO.search(text):
        return relative["who"]
    if saying.SOMEBODY_WHO.search(text):
        return ""  # "typed for a lady who could not spell and said": she or the lady
    parts = re.split(
        r"[;:]\s|,? (?:but|while|and) (?=(?:she|he|they|it|the|[A-Z])\b)|, (?:but|while|and) (?=[A-Z])", text
    )
    return re.split(r"(?:\A| )[a-z’']+ (?:and|but) (?=[A-Z][a-z])", parts[-1])[-1]


def _said_after(place: Place) -> Attribution | None:
    """“…,” said Jane Brown. “…,” she says."""
    after = _rest_of_sentence(place)
    if found := saying.LATER_ACCORDING.match(after) or saying.FIRST.match(after):
        return _named(found["who"], place)
    found = saying.AFTER.match(after)
    if found and saying.PASSIVE.search(f"{found['who']} "):
        return Attribution()
    if found and len(found["who"].split()) <= _LONGEST_TAG:
        return _named(found["who"], place)
    return None


def _rest_of_sentence(place: Place) -> str:
    last = place.speech.last
    text = place.blocks[last.block].text
    following = place.speeches[place.number + 1] if place.number + 1 < len(place.speeches) else None
    is_near = following is not None and following.first.block == last.block
    rest = text[last.outer_end : following.first.outer_start if following and is_near else len(text)]
    if rest[:1] and rest[:1] in ".!?":
        return ""
    if text[: last.end].rstrip().endswith(".") and saying.NEW_SENTENCE.match(rest):
        return ""  # “They are names on a list.” Ms Brown accepted this.
    spans = split(rest)
    return rest[: spans[0].end] if spans else ""


def _in_own_words(before: str, place: Place) -> Attribution | None:
    """Jane Brown’s answer was “…”. “…” Those were the words of Jane Brown. “…” were his exact words."""
    last = place.speech.last
    if owned := saying.OWNED.match(place.blocks[last.block].text, last.outer_end):
        return _named(owned["who"] or f"{owned['whose']} words", place)
    found = saying.OWN_WORDS.match(before) or saying.WORDS_OF.match(place.blocks[last.block].text, last.outer_end)
    if found is None:
        return None
    owner = found.groupdict().get("whose")
    return _named(f"{owner} words" if owner else found["who"], place)


def _inherited(place: Place, *, after: str) -> Attribution | None:
    """A speech that goes on after "she said": nothing but that stands between."""
    previous = place.previous
    if previous is None:
        return None
    known = place.known[place.number - 1]
    between = place.text[previous.last.outer_end : place.speech.first.outer_start]
    if not between.rstrip().endswith(tuple(after)):
        return None
    is_one_tag = len(split(between)) <= 1 and len(saying.VERB.findall(between)) == 1
    is_only_a_tag = is_one_tag and (saying.FIRST.match(between) or saying.AFTER.match(between))
    return known if known.is_said and is_only_a_tag else None


def _introduced(before: str, place: Place) -> Attribution | None:
    """A line that ends with a colon, in the same paragraph or as the one before."""
    own = place.text[: place.speech.first.outer_start].strip()
    number = place.speech.first.block
    if own:
        return _named(_subject(before), place) if before.rstrip().endswith(":") else None
    if number == 0 or place.blocks[number - 1].kind is BlockKind.QUOTATION:
        return None
    lead = place.blocks[number - 1].text.rstrip()
    spans = split(lead)
    sentence = lead[spans[-1].start :] if spans else ""
    is_set_apart = place.blocks[number].kind is BlockKind.QUOTATION and saying.NOW.search(sentence)
    if not lead.endswith(":") and not saying.VERB_ENDS.search(lead) and not is_set_apart:
        return None
    earlier = lead[: spans[-1].start]
    return _named(_subject(sentence), place, earlier=f"{earlier}{sentence}")


def _pointed_back(place: Place) -> Attribution | None:
    """A paragraph of nothing else, and then “She told me that over a cup of tea”."""
    last = place.speech.last
    is_all = place.speech.first.outer_start == 0 and not place.blocks[last.block].text[last.outer_end :].strip(" .")
    for block in place.blocks[last.block + 1 : last.block + 2] if is_all else ():
        for start, end in split(block.text)[:2]:
            if found := saying.POINTED_BACK.match(block.text[start:end]):
                told = _named(found["who"], place)
                return told if _is_person(told, place) else None
    return None


def _reported_before(place: Place) -> Attribution | None:
    """A sentence of its own behind one that reports what somebody says: “MS said the figure was wrong. ‘You …’”."""
    start = place.previous.last.outer_end if place.previous else 0
    before = without_quoted(place.text)[start : place.speech.first.outer_start]
    spans = split(before)
    if not spans or not re.search(r"[.!?…]\s*\Z", before) or not place.speech.is_closed:
        return None
    while len(spans) > 1 and saying.GOES_ON.match(before, spans[-1].start):
        spans = spans[:-1]  # "She had looked for a good one.", between what she said and her words
    sentence = before[spans[-1].start : spans[-1].end]
    verb = saying.VERB.search(sentence)
    if verb is None or saying.ASKS.search(sentence) or saying.PASSIVE.search(sentence[: verb.start()]):
        return None  # who answers a question is somebody else
    told = _named(_clause(sentence[: verb.start()]), place, earlier=place.text[: start + spans[-1].start])
    return told if _is_person(told, place) else None


def _is_person(told: Attribution, place: Place) -> bool:
    """Whether somebody is named: what stands further off than its own sentence must not be a mere role."""
    if told.speaker is None:
        return False
    return bool(saying.INITIALS.fullmatch(told.speaker) or place.cast.likely_mentions(told.speaker))


def _subject(lead: str) -> str:
    """Who is about to speak in "Jane Brown, who led the work, said this:" or "Jane Brown:"."""
    verbs = list(saying.VERB.finditer(lead)) or list(re.finditer(r"\bha[ds] (?:this )?to say\b", lead))
    if verbs:
        return _clause(lead[: verbs[-1].start()])
    label = saying.LABEL.fullmatch(lead.strip())
    return label["who"] if label else lead


def _signed(place: Place) -> Attribution | None:
    """A dash and a name behind it, in the paragraph or in the next one."""
    last = place.speech.last
    rest = place.blocks[last.block].text[last.outer_end :]
    is_followed = last.block + 1 < len(place.blocks)
    following = place.blocks[last.block + 1].text if is_followed and not rest.strip(" .") else ""
    found = saying.DASHED.fullmatch(rest) or saying.DASHED.fullmatch(following)
    if found:
        return _named(found["who"], place)
    bracketed = saying.IN_BRACKETS.match(rest) or saying.BRACKETED_LINE.fullmatch(following)
    cards = (rest.strip(" .,"), following) if last.outer_start == 0 else ()
    signatures = (bracketed["who"] if bracketed else "", *(card for card in cards if saying.CARD.fullmatch(card)))
    named = next((one for one in signatures if _is_signature(one, place.cast)), None)
    return _named(named, place) if named else None


def _is_signature(line: str, cast: Cast) -> bool:
    """Whether a line names somebody, and not only, behind "Person who used the service", a place."""
    for mention in cast.likely_mentions(line):
        first = mention.words.split()[0]
        if mention.start == 0 or mention.person in cast.people or first in FIRST_NAMES or re.match(HONORIFIC, first):
            return True
    return False


def _named(words: str, place: Place, *, earlier: str | None = None) -> Attribution:
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
    return None
