"""Who is called by the first name alone: "Su", "our Reuben", "Dot, who drove".

A list knows the common names; what stands around the others tells them from places and bodies, in the whole
article: a word that is a place in one sentence is no person in the next.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from flows.newsroom.language.names import ALSO_FIRST_NAMES, FIRST_NAMES, HONORIFIC, JOB, NAME, NO_NAMES, is_personal
from flows.newsroom.language.vocabulary import is_everyday
from flows.newsroom.language.words import STOP_WORDS, word_set

_RUN = re.compile(rf"(?<![\w’'&@./-]){NAME}(?: (?:[A-Z]\.? )?(?:{NAME}|[A-Z]\b\.?|[A-Z]{{2,}}))*+")
_LONGEST = 12  # letters of a first name that no list knows
_JOB = re.compile(JOB)
_PAIR = 2
_REACH = 40  # characters on either side that may tell a name

KIN = (
    "mother|father|mum|mam|mummy|dad|daddy|parents?|wife|husband|partner|girlfriend|boyfriend|son|sons|daughter"
    "|daughters"
    "|brother|brothers|sister|sisters|baby|twins?|child|children|kids?|boys?|girls?|aunt|auntie|uncle|niece|nephew"
    "|cousin"
    "|nan|nanna|gran|granny|grandma|grandad|grandpa|grandmother|grandfather|grandson|granddaughter|grandchild"
    "|grandchildren|stepson|stepdaughter|stepfather|stepmother|fianc[eé]e?|widow|widower|family|youngest|eldest"
    "|oldest"
)
"""Words for the people of a family, as a part of a pattern."""

_LEADS = re.compile(
    rf"(?:\b(?:{KIN}|friend|neighbour|colleague|carer|volunteer|student|resident|driver|receptionist|caretaker|cook"
    rf"|client"
    r"|called|named|call (?:him|her)|call|nicknamed|plus|like to thank|thank|thanks?,? (?:also )?(?:to|go to)|thank"
    r" you,?"
    r"(?: also)?(?: to)?|congratulations,?(?: to)?|condolences to|welcome to|hello to|get well soon,?|well done,?(?:"
    r" to)?"
    r"|love(?: from|,)|cheers,?|happy [\w ]{0,12}birthday,?(?: to)?|thinking of|speak(?:ing)? (?:to|with)|spoke"
    r" (?:to|with)|talk(?:ed|ing)? to"
    r"|(?:give|gave|given|hand(?:ed)?|send|sent|post(?:ed)?|return(?:ed)?|pass(?:ed)?|took|takes?|write|wrote|belongs?"
    r"|goes|back) (?:\w+ ){0,3}to|apologies(?: were received)? from|helped by|(?:years?|months|weeks|time|day"
    r"|morning|afternoon|evening|cup of tea) with|got a|(?:run|led|taught|made|baked|chaired|organised|cooked|knitted"
    r"|driven|looked after|minuted|drawn|painted|played) by|c/o|contact|see|email|e-mail|message|cc"
    r"|ask(?:ed)? for|asked|ring|phone|text|told|tell|poor|dear|hi|hello|little|old|young|and I|our|my)"
    rf"|\bwhom I (?:shall|will|have) call(?:ed)?|{HONORIFIC} {NAME} and)[,:]? \Z",
    re.IGNORECASE,
)
_DOES = (
    "attends|attended|says|said|tells|told|asks|asked|thinks|thought|worked|felt|feels|explains|explained|lives|lived"
    "|moved|came|joined|wants|wanted|cares|cared|suffers|suffered|loves|loved|cried|laughed|smiled|remembers"
    "|remembered|recalls"
    "|recalled|worries|worried|slept|sleeps|sat|drove|drives|cooked|knits|walked|went|knows|knew|hates|hated|likes"
    "|liked|died|fell|rang"
    "|brought|bakes|baked|sings|sang|speaks|spoke|stood|waited|wrote|admits|admitted|replied|added|smokes|drinks"
    "|retired"
    "|turned|used to|would|cannot|can[’']t|could|couldn[’']t|did(?:n[’']t)?|does(?:n[’']t)?|never|wasn[’']t|isn[’']t"
    "|just|always|still|also"
    "|who|whose|kindly|very kindly|has agreed|has offered|has been|had been|has (?:just|now|not|never)|has had|was"
    "|is|has|had|will|got|gets|took|"
    "takes|gave|made|let|left|lost|met|saw|found|began|started|stopped|missed|needs|needed|hopes|hoped|agreed"
    "|offered|volunteered|chased|reported"
)
_FOLLOWS = re.compile(
    rf"(?: (?P<does>{_DOES})\b| and {HONORIFIC} {NAME}\b|, (?:aged )?\d{{1,2}}(?:[,.]|$)| \((?:aged )?\d{{1,2}}\)|,?"
    rf" who\b| and I\b"
    rf"|[’']s? (?:own |late |\w+ )?(?:{KIN}|life|death|story|illness|diagnosis|health|bed|room|flat|house|chair|hair"
    rf"|hands?|face|eyes"
    r"|birthday|benefits|medication|social worker|foster carers?|carers?|school|teacher|doctor|nurse|voice|words"
    r"|smile|money|job|case|support"
    r"|journey|experience|funeral|cake|idea|question|answer)\b"
    r"| (?:from|in|on|at|and) (?:the )?(?:library|facilities|housing|finance|reception|admin|office|team|hr|ward|hub"
    r"|kitchen|it|payroll|transport"
    r"|comms|communications|caf[eé]|desk|door|adults|children|benefits|fostering|adoption|duty|training"
    r"|commissioning)\b)"
    r"|[.,;] [Ss]?he(?:[’']s)?\b| once\b| from the [a-z]+ (?:will|is|has|said|says|came|brought)\b"
    r"| to (?:write|do|chase|ask|send|draft|bring|circulate|check|contact|speak|e-?mail|ring|book|find|update|share"
    r"|report|arrange|follow|confirm|invite|talk|look|take|raise|get|make|put|set|organise|prepare|review|provide"
    r"|liaise|meet|try|design|order|print|pass|produce|compile)\b"
)
_AUXILIARIES = word_set("was is has had will would could can’t cannot never just still also got does did")
# "Plover ward", "the Osier project": what stands before such a word is called by it.
_OF_A_PLACE = re.compile(
    r" (?:wards?|teams?|houses?|units?|roads?|groups?|centres?|hospitals?|halls?|projects?|parks?|farms?|schools?"
    r"|librar(?:y|ies)|offices?|hubs?|services?|courts?|clinics?|lanes?|streets?|estates?|pilots?|programmes?|awards?"
    r"|schemes?|branch|campus|councils?|trusts?|boroughs?|county|districts?|areas?|vill(?:age|as)|valleys?|lodges?"
    r"|cottages?|church|chapel|caf[eé]|networks?|forums?|panels?|committees?|method|model|report|review|inquiry|law"
    r"|test|questionnaire|scale|index|study|system|form|fund|prize|lecture|judgment|ruling|case law|bus|station|line"
    r"|side|wing|site|building|rooms?|charity|foundation|church|club|choir|desk|allocation)\b"
)
_PLACE = re.compile(r"\b(?:in|near|across|around|outside|within|at|into|via|towards|beyond|throughout) \Z")
_SHOUTED = re.compile(r"(?<![\w’'-])[A-Z]{3,}(?: [A-Z]{2,})*+")
_WITH_INITIAL = re.compile(rf"(?<![\w’'&-])(?P<name>{NAME}) [A-Z]\b(?!\.? [A-Z]|[’'-])")
_DETERMINER = re.compile(
    r"\b(?:the|a|an|this|that|these|those|every|each|any|some|its|their|your|no|both|all) \Z", re.IGNORECASE
)
_NOT_ALONE = re.compile(rf"(?:{HONORIFIC}|\b[A-Z][a-z]*+(?:\.|[’']s)?|\be\.?g\.?,?|&|“|‘) ?\Z")
_LOWER = re.compile(r"(?<![^\s“‘(])[a-z]{2,}")
_COMMON = word_set(
    "parliament everyone everybody someone somebody anyone anybody nobody nothing everything staff people others"
    " training supervision "
    "yesterday today tomorrow tonight yes sorry please thanks thank hello hi dear love best regards god christmas"
    " easter ramadan eid diwali "
    "english welsh polish british scottish irish european muslim christian jewish hindu sikh catholic bengali urdu"
    " punjabi somali romanian "
    "zoom teams facebook google microsoft twitter whatsapp youtube instagram covid brexit internet wifi bluebell"
    " asda tesco lidl aldi boots "
    "rota mon tue tues wed weds thu thur thurs fri sat sun feb mar apr jun jul aug sept oct nov dec"
    " caseload caseloads safeguarding cabinet councillors beth "
    "healthwatch mencap barnardo shelter samaritans childline ofsted skype excel powerpoint wales england africa"
    " europe asia"
)
_ENDINGS = (
    "ly",
    "ing",
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ship",
    "ance",
    "ence",
    "hood",
    "ism",
    "ology",
    "ers",
    "watch",
    "shire",
    "ford",
    "ton",
    "ham",
    "bury",
    "by",
    "mouth",
    "combe",
    "wick",
    "bridge",
    "field",
    "cross",
    "land",
    "port",
    "pool",
    "stead",
    "wich",
    "worth",
    "dale",
    "hurst",
    "beck",
    "bourne",
    "brook",
    "marsh",
    "minster",
    "sea",
    "wood",
    "chester",
    "cester",
    "thorpe",
    "well",
    "gate",
    "borough",
    "stow",
    "stone",
    "castle",
    "haven",
    "ness",
    "ley",
)


class _Mention(NamedTuple):
    word: str
    before: str  # up to its first letter
    after: str

    @property
    def opens(self) -> bool:
        """Whether it opens a sentence or a clause of one, where any word may have a capital."""
        return not self.before or self.before[-2:] in {". ", "! ", "? ", ": "} or self.before[-1] in "“‘("


def first_names(texts: Sequence[str], full_names: frozenset[str]) -> frozenset[str]:
    """The first names by which the texts of an article call people whom they never name in full.

    Args:
        texts: The title and every sentence.
        full_names: Every word of the names of those whom the article names in full.
    """
    runs = [run for text in texts for run in _RUN.finditer(text)]
    mentions, named = list[_Mention](), set(full_names)
    others = set[str]()  # words of the names of bodies and places
    for run in runs:
        words, start = _without_opening(run)
        words = _without_initial(words)
        if len(words) == 1:
            mentions.append(_mention(run.string, start, words[0]))
        elif words:
            (named if is_personal(" ".join(words)) else others).update(words)
    written_small = {word for text in texts for word in _LOWER.findall(text)}
    others |= {one.word for one in mentions if _is_place_or_thing(one)}
    return frozenset(
        one.word
        for one in mentions
        if one.word not in named and _may_be_a_name(one.word, written_small) and _is_told(one, others)
    )


def calls_by_first_name(text: str, names: frozenset[str]) -> bool:
    """Whether a sentence calls somebody by one of these names, or by a common one in capitals, and no more."""
    if any(name in text and _stands_alone(text, name) for name in names):
        return True
    return any(_is_shouted(shout) for shout in _SHOUTED.finditer(text)) or any(
        match["name"] in FIRST_NAMES for match in _WITH_INITIAL.finditer(text)
    )


def _is_shouted(shout: re.Match[str]) -> bool:
    words = shout.group().split()
    return len(words) == 1 and words[0].capitalize() in FIRST_NAMES


def _stands_alone(text: str, name: str) -> bool:
    for run in _RUN.finditer(text):
        words, _ = _without_opening(run)
        if _without_initial(words) == [name]:
            return True
    return False


def _without_initial(words: list[str]) -> list[str]:
    """One name where an initial follows it: "Fern C" is no whole name."""
    return words[:1] if len(words) == _PAIR and len(words[-1].rstrip(".")) == 1 else words


def _without_opening(run: re.Match[str]) -> tuple[list[str], int]:
    """The words of a run behind those that are capitals only because they open a sentence, and where they start."""
    words, start = run.group().split(), run.start()
    opening = 0
    if opening < len(words) and words[0].lower() in _SIZES and _DETERMINER.search(run.string[:start]):
        return words, start  # "the Old Dairy" is a place, "old Wilf" is not
    while opening < len(words) and (words[opening].lower() in STOP_WORDS or words[opening].lower() in _OPENERS):
        start += len(words[opening]) + 1
        opening += 1
    return words[opening:], start


_OLD_THING = re.compile(r"\b(?:the|an?|this|that|its|our) (?:little|old|young|poor) \Z", re.IGNORECASE)
_SIZES = word_set("old little young poor")
_OPENERS = word_set(
    "dear hi hello thanks thank poor little old sadly happily luckily although though because since while when after"
    " before once if then and "
    "but so yet now today yesterday last next ask ring phone text tell contact see meet visit call congratulations"
    " condolences love please "
    "our my his her their your our young baby auntie uncle nan mum dad both even only perhaps maybe later recently"
)


def _mention(text: str, start: int, word: str) -> _Mention:
    end = start + len(word)
    return _Mention(word, text[max(0, start - _REACH) : start], text[end : end + _REACH])


def _is_place_or_thing(one: _Mention) -> bool:
    is_led_in = _PLACE.search(one.before) is not None or _DETERMINER.search(one.before) is not None
    return is_led_in or _OF_A_PLACE.match(one.after) is not None


def _may_be_a_name(word: str, written_small: set[str]) -> bool:
    low = word.lower()
    if word in FIRST_NAMES:
        return True
    return (
        1 < len(word) <= _LONGEST
        and _JOB.fullmatch(word) is None
        and low not in NO_NAMES
        and low not in STOP_WORDS
        and low not in _COMMON
        and low not in written_small
        and low.removesuffix("s") not in written_small
        and not low.endswith(_ENDINGS)
        and is_personal(word)
    )


def _is_told(one: _Mention, others: set[str]) -> bool:
    is_led = _LEADS.search(one.before) is not None and not _OLD_THING.search(one.before)
    if _NOT_ALONE.search(one.before) and not is_led:
        return False
    follows = _FOLLOWS.match(one.after)
    if one.word in others:
        return is_led and follows is not None
    if one.word in FIRST_NAMES:
        return True
    is_weak = follows is None or follows["does"] in _AUXILIARIES
    if is_everyday(one.word):
        return (not one.opens or one.word in ALSO_FIRST_NAMES) and (is_led or not is_weak)
    return is_led or (follows is not None and not one.before.endswith(("of ", " y ", " yr ", "St ")))
