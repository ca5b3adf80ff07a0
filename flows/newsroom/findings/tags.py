"""Who says it by the words of the quotation's own sentence: "Jane Brown said", "according to her", "she added"."""

import re

from flows.newsroom.findings import saying
from flows.newsroom.findings.antecedents import attributed_to
from flows.newsroom.findings.attribution import Attribution, Place
from flows.newsroom.language.quotation_marks import without_quoted
from flows.newsroom.language.sentences import split

_LONGEST_TAG = 18  # words


def sentence_before(place: Place) -> str:
    """What its sentence says before it, other quotations blanked out."""
    start = place.previous.last.outer_end if place.previous else 0
    text = without_quoted(place.text)[start : place.speech.first.outer_start]
    spans = split(text)
    if not spans:
        return ""
    is_over = re.search(r"[.!?…]\s*\Z", text[spans[-1].start :]) is not None
    return "" if is_over else text[spans[-1].start :]


def said_before(before: str, place: Place, *, pattern: re.Pattern[str]) -> Attribution | None:
    """Jane Brown said: “…”, according to Jane Brown, “…”, called by Jane Brown “…”."""
    if told := _by_its_form(before, place):
        return told
    verbs = list(saying.VERB.finditer(before))
    if not verbs or pattern.search(before) is None:
        return None
    if len(verbs) > 1 and saying.ASIDE.search(before[verbs[-2].end() : verbs[-1].start()]):
        verbs.pop()  # "Jane Brown said and I wrote it on my hand"
    verb = verbs[-1]
    own = before[: verb.start()]
    if saying.OF_ANOTHER.search(own) or saying.PASSIVE.search(own) or saying.TO_COME.search(own):
        return Attribution(is_said=saying.TO_COME.search(own) is None)
    return attributed_to(clause_of(own), place)


def _by_its_form(before: str, place: Place) -> Attribution | None:
    """According to Jane Brown, “…”. For Jane Brown, it is “…”. To shouts of “…”."""
    if saying.OF_A_CROWD.search(before):
        return Attribution()
    if found := saying.ACCORDING.search(before) or saying.BY.search(before):
        named = saying.APPOSED.search(found.group())
        return attributed_to(named["who"] if named else next(filter(None, found.groups()), ""), place)
    found = saying.FOR.search(before) or saying.IN_THE_MIDST.search(before)
    return attributed_to(next(filter(None, found.groups())), place) if found else None


def clause_of(text: str) -> str:
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
        r"[;:]\s|,? (?:but|while|and) (?=(?:she|he|they|it|the|her|his|their|my|our|[A-Z])\b)|, (?:but|while|and) "
        r"(?=[A-Z])",
        text,
    )
    return re.split(r"(?:\A| )[a-z’']+ (?:and|but) (?=[A-Z][a-z])", parts[-1])[-1]


def said_after(place: Place) -> Attribution | None:
    """“…,” said Jane Brown. “…,” she says."""
    after = _rest_of_sentence(place)
    if found := saying.LATER_ACCORDING.match(after) or saying.FIRST.match(after):
        return attributed_to(found["who"], place)
    found = saying.AFTER.match(after)
    if found and saying.PASSIVE.search(f"{found['who']} "):
        return Attribution()
    if found and len(found["who"].split()) <= _LONGEST_TAG:
        return attributed_to(found["who"], place)
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


def inherited(place: Place, *, after: str) -> Attribution | None:
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
