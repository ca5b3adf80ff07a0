"""What can be seen of the words of one line at the head of a document: is it the name of a body, a label, a question?

Each sign is a name; how much it counts for a title was learned (titles.toml). None of them decides alone.
"""

import re
from functools import lru_cache

from flows.newsroom.language.calendar import MONTHS, WEEKDAYS
from flows.newsroom.language.names import FIRST_NAMES, FULL_NAME, is_personal
from flows.newsroom.language.sentences import split

_MONTH = "|".join(MONTHS)
_SEASON = r"spring|summer|autumn|winter"
_BODY = (
    r"(?:council|borough|county|city|district|trust|nhs|ministry|department|dept|directorate|division|unit|services?"
    r"|board|association|union|branch|society|guild|institute|university|college|school|faculty|centre|network"
    r"|alliance|partnership|collective|foundation|charity|church|parish|diocese|deanery|methodist|chapel|cathedral"
    r"|mosque|gurdwara|synagogue|temple|group|forum|federation|agency|inspectorate|commission|office|authority"
    r"|limited|ltd|cic|cio|hospice|hospitals?|practice|surgery|team|chambers|committee|executive|consortium|academy"
    r"|project|hub|club|company|co-?operative|housing|homes|registry|ombudsman|regulator|healthwatch|helpline|league"
    r"|coalition|confederation|congress|assembly|secretariat|bureau|laboratory|library|archive|museum"
    r"|(?:courier|gazette|ledger|chronicle|herald|echo|mercury|argus|post|times|journal|magazine|press|register|review"
    r"|telegraph|observer|guardian|standard|advertiser|star|messenger|tribune|voice|link|beacon|lantern)$"
    r"|(?:care|work|health) (?:wales|scotland|england|uk))"
)
_SERIES = (
    r"(?:e-?news|news|newsletter|bulletin|brief|briefing|circular|digest|review|report|notices?|memo\w*|update"
    r"|release"
    r"|statement|guidance|paper|fact ?sheet|leaflet|magazine|gazette|matters|consultation|minutes|agenda"
    r"|vacanc(?:y|ies)"
    r"|survey|poster|flyer|round-?up|blog|podcast|column|opinion|comment|features?|interview|events?|diary|letters?"
    r"|press|media|communications?|announcement|obituar(?:y|ies)|tribute|resources?|toolkit|jobs?|careers?|training"
    r"|learning|research|evidence|insight|publications?|policy|guides?|case stud(?:y|ies)|for information"
    r"|information sheet|advice|notes?|weekly|monthly|quarterly|latest|stories|story|articles?|views?|spotlight)"
)
_DIRECTORATE = (
    r"(?:adults?|children|young people|famil(?:y|ies)|health|communit(?:y|ies)|housing|homes|learning|education|schools"
    r"|social|care|work|services?|neighbourhoods?|environment|public|people|place|well-?being|skills|inclusion"
    r"|commissioning|safeguarding|operations|quality|workforce|governance|strategy|corporate|resources|customers?"
    r"|transformation|prevention|integrated|integration|localit(?:y|ies)|mental|learning disabilit(?:y|ies)"
    r"|disabilit(?:y|ies)|older|early help|help|support|nursing|communications|engagement|policy|research|evidence"
    r"|insight|performance|knowledge|regeneration|culture|leisure|equalities|options|human|organisational|development"
    r"|protection|practice|north|south|east|west|central|area|region(?:al)?|’s|'s|and|&|for|of|with|the|in)"
)
_KINDS_OF_PAPER = (
    r"(?:obituar(?:y|ies)|in memoriam|tributes?|job (?:advert|vacancy|opportunity)|vacanc(?:y|ies)|situations? vacant"
    r"|(?:public )?notice|announcement|(?:press|media|news) release|news|events?|reminder|appeal|open letter|letters?"
    r"|for your diary|stop press|breaking|important|urgent|opinion|comment|feature|interview|report|memo(?:randum)?"
    r"|case study|training|blog|research|policy|analysis|exclusive|long read|(?:open |closed )?consultation|guidance"
    r"|speech|statement|for immediate release|good news|you said,? we did|for (?:information|action)"
    r"|from the (?:chair|editor|director|office|archive)|guest (?:blog|post)|first person|update|workshop"
    r"|workforce|adults?(?: social care)?|children(?:’s services)?|mental health|safeguarding|practice|careers?)"
)
_SECTION = (
    r"(?:who we are|what we do|about (?:us|the \w+|you)|background|introduction|summary|overview|in brief|salary"
    r"|key (?:facts|points|messages)|contents|what (?:the job is|we offer|happens next)|how to apply|purpose|when and"
    r" where|where and when|in this (?:issue|edition|section|paper|week\W?s issue)|details|present|attendees"
    r"|attendance|apologies|welcome|the question|bottom line|on this page|highlights|at a glance|context|aims?"
    r"|why (?:this|now|we are asking|we looked)\??|executive summary|abstract|recommendations?|decisions? required"
    r"|welcome,? introductions? and apologies)"
)
_LABEL = (
    r"(?:from|to|cc|bcc|when|where|who|venue|dates?|time|location|place|present|apologies|attendees|in attendance|chair"
    r"|sent|subject|re|ref|reference|our ref|your ref|authors?|by|for|contact|tel|telephone|phone|e-?mail|web"
    r"|website|salary|hours|grade|closing date|closes|starts|ends|team|department|status|version|owner|category|topics?"
    r"|tags|applies to|published by|issued by|prepared by|report (?:of|author|by)|written by|posted (?:by|in|on)"
    r"|filed under|minutes|notes|attending|here|there|sorry|members|circulation|classification|audience"
    r"|read(?:ing)? time|doors|embargo\w*|delivered on|price|cost|admission|access|bring)"
)
_SMALL = (
    r"(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|must|may|do|does|did|get|gets|say|says|said|"
    r"who|what|why|how|when|where|which|that|we|you|they|it|our|your|their|my|his|her|in|to|from|as|than|if|not|no|i)"
)
_MOTTO = (
    r"(?:working|caring|living|learning|growing|building|putting|making|proud|together|supporting|helping"
    r"|championing"
    r"|a (?:place|fair|voice|city|borough|county|home|better)|for (?:everyone|people|all)|your|because|by and for"
    r"|run by"
    r"|where|people|one|the voice of|the (?:newsletter|magazine|journal|voice|paper|bulletin) (?:of|for)"
    r"|(?:newsletter|magazine|journal|bulletin|digest|news) (?:of|for|from))"
)
_NUMBER = r"(?:no\.?|number|issue|edition|week|vol\.?|volume|page)"
_ORNAMENT = re.compile(r"^(?:[*~=#_+·•-] ?)+|(?: ?[*~=#_+·•-])+$")
_SHOUTED = re.compile(r"(?P<series>[A-Z][A-Z’'&-]+(?: [A-Z’'&-]{2,}){0,3})\s*[-–—:|,]\s+\S.*")
_NAMES_BEHIND = re.compile(r"[A-Z][\w’' ]{1,30}: ?(?P<names>[A-Z][^.?!:]*)")
_BARE_END = re.compile(r"[\"'”’)\]*_ ]+$")
_LETTERS = re.compile(r"[^A-Za-z]")
_WORDS = re.compile(r"[^\W\d_][\w'’]*")
_SMALL_IN_NAMES = frozenset({"and", "of", "the", "for", "in", "with", "to", "a", "on", "by"})
_MOST_WORDS_OF_A_NAME = 4
_FEWEST_CAPITALS = 5
_LONG = 4  # words in capitals that no name has
_MOST_SMALL = 3

SERIES = re.compile(
    rf"(?:(?:\w[\w'’&/-]* ){{0,4}}{_SERIES}\W*(?:(?:{_NUMBER}?\W*\d[\d/]*\b|{_SEASON}|{_MONTH}).*)?"
    rf"|{_NUMBER} ?\d.*|official(?:\W*sensitive)?|draft\b.*|confidential\b.*)",
    re.IGNORECASE,
)
BODY = re.compile(rf"\b{_BODY}(?:s|es)?\b|\btogether (?:in|for) (?-i:[A-Z])", re.IGNORECASE)
_CREDIT = r"[a-z]+(?:ed|en|wn|lt)(?: and [a-z]+(?: [a-z]+)?| up| out| down| together)?"
BY = re.compile(
    rf"(?:(?:words|story|text|report|interview|{_CREDIT}) )?by:? (?:the )?(?-i:[A-Z])|{_CREDIT} by (?:the|our|an?) ",
    re.IGNORECASE,
)
LABEL = re.compile(rf"{_LABEL}\b(?: \w+){{0,4}}\s?[:|]", re.IGNORECASE)
_MINUTES = re.compile(
    r"\b(?:minutes|notes? (?:of|from|and)|actions? (?:and notes?|notes?|log|points)|record of|meeting|agenda"
    r"|terms of reference)\b",
    re.IGNORECASE,
)
REACHED = re.compile(
    r"@|^£\d|https?:|www\.|\b\d{3,5} ?\d{3}\b|\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b|\bregistered\b|c/o\b", re.IGNORECASE
)
ONLY_DAY = re.compile(
    rf"(?:(?:{'|'.join(WEEKDAYS)}|[a-z]{{3,4}}),? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?[a-z]{{3,9}}\b"
    rf"(?:,? \d{{2,4}})?(?:[\s\d,.:|–-]|at|from|to|until|noon|midday|am|pm)*|(?:{'|'.join(WEEKDAYS)})(?: \w+)?"
    rf"|(?:{_MONTH}|{_SEASON})(?: \d{{4}})?|[\d/. –-]+",
    re.IGNORECASE,
)
YEARS_OF_LIFE = re.compile(
    r"\W*(?:1[89]|20)\d\d ?[-–—to]+ ?(?:1[89]|20)\d\d\W*|\W*\d{1,2} \w+ \d{4} ?[-–—to]+ ?\d{1,2} \w+ \d{4}\W*"
)

_SEARCHED = {
    "body": BODY,
    "masthead": re.compile(
        r"\b(?:news(?:letter)?|e?-?bulletin|digest|round-?up|gazette|briefing|exchange|matters|update|magazine|review"
        rf"|brief|circular)\b.*\b(?:{_SEASON}|issue|edition|no\.?|number|vol|week|{_MONTH}|(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    "number": re.compile(
        rf"\b(?:issue|edition|no\.?|number|vol\.?|volume|week|page)\W{{0,2}}\d|\b(?:{_SEASON}|{_MONTH})"
        r"(?:\s?[/–-]\s?\w+)? (?:19|20)\d\d\b|\b(?:19|20)\d\d$|^\W*\d+\W*$",
        re.IGNORECASE,
    ),
    "reached": REACHED,
    "day": re.compile(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?i:{_MONTH}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
        rf"|\b(?i:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d\d|\b\d{{4}}-\d\d-\d\d\b"
    ),
    "clock": re.compile(r"\b\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)\b|\b\d{1,2}[.:]\d\d\b|\bnoon\b", re.IGNORECASE),
    "menu": re.compile(r"\s[|»›>•·]\s|\s//\s| [-–—] .* [-–—] "),
    "marking": re.compile(r"\b(?:DRAFT|CONFIDENTIAL|OFFICIAL|EMBARGOED|RESTRICTED|NOT FOR)\b"),
    "verb": re.compile(
        r"\b(?i:is|are|was|were|has|have|had|will|would|can|could|should|must|says?|said|let|lets|gets?|gives?|\w+n[’']t"
        r"|wins?|backs?|calls?|asks?|tells?|wants?|needs?|makes?|takes?|goes|comes?)\b"
        r"|(?<=\w )(?!(?:meet|hous|learn|train|plan|nurs|build|wellbe|be|morn|even|foster|commission|safeguard)ing\b)"
        r"[a-z]{2,}(?:ing|ed)\b"
    ),
    "minutes": _MINUTES,
    "parts": re.compile(r"\w: \w| [-–—] "),
    "question": re.compile(r"\? \w"),
}
_MATCHED = {
    "numbered": re.compile(r"\d+(?:[./]\d+)*[.)]? (?!\w+ ?\W*$)"),
    "quoted": re.compile(r"[“‘\"']"),
    "bracket": re.compile(r"[(\[]"),
    "asks": re.compile(
        r"(?:what|why|how|who|when|where|which|is|are|do|does|did|can|could|should|would|will|whose|must|have|has)\b",
        re.IGNORECASE,
    ),
    "greeting": re.compile(
        r"(?:dear|hello|hi|hiya|good (?:morning|afternoon|evening)|morning|afternoon|greetings|to whom|friends"
        r"|colleagues)\b.{0,40}$",
        re.IGNORECASE,
    ),
    "by": BY,
}
_WHOLE = {
    "kicker": re.compile(rf"{_KINDS_OF_PAPER}[:!]?", re.IGNORECASE),
    "section": re.compile(rf"(?:\d+[.)]? )?{_SECTION}", re.IGNORECASE),
    "department": re.compile(rf"(?:{_DIRECTORATE}[\s,/]*)+", re.IGNORECASE),
    "motto": re.compile(
        r".*\b(?:since|est\.?|established|founded in) (?:1[6-9]|20)\d\d\b.*" rf"|{_MOTTO}\b[^?:]*", re.IGNORECASE
    ),
    "only_day": ONLY_DAY,
}
_VENUE = re.compile(
    r"\b(?:hall|church|library|centre|room|street|road|lane|chapel|school|rooms|suite),(?: (?-i:[A-Z][\w’']+)){1,3}$"
    r"|^(?-i:(?:[A-Z][\w’']*|the|of|and|at) ){0,5}"
    r"(?:hall|church|library|centre|room|street|road|lane|gardens|house|caf[eé]|pub|chapel|school|theatre|suite|hotel"
    r"|rooms|square|mill|barn|arms|inn)\b(?:,? (?-i:[A-Z][\w’']+)){0,3}$",
    re.IGNORECASE,
)
_SMALL_WORD = re.compile(rf"\b{_SMALL}\b", re.IGNORECASE)
_OF_LETTERHEAD = frozenset(
    {"name_of_body", "series", "kicker", "masthead", "marking", "menu", "department", "ornament"}
)
_KINDS_BEFORE = re.compile(rf"{_KINDS_OF_PAPER}: ", re.IGNORECASE)
_OTHER_LABEL = re.compile(r"[A-Z][a-z’']{1,15}(?: to| by| for)?: ")
_ENDS = {".": "full_stop", "?": "question", "!": "exclamation"} | dict.fromkeys(",:;…-–", "open_end")


@lru_cache(maxsize=2_000)
def signs_of_words(text: str) -> dict[str, float]:
    """The signs in the words of one line, each with its measure: 1 for most, how many small words for one."""
    bare = _ORNAMENT.sub("", text)
    found = [name for name, pattern in _SEARCHED.items() if pattern.search(text)]
    found += [name for name, pattern in _MATCHED.items() if pattern.match(text)]
    found += [name for name, pattern in _WHOLE.items() if pattern.fullmatch(bare)]
    small = min(_MOST_SMALL, len(_SMALL_WORD.findall(text)))
    shouts = _shouts(text)
    if bare != text:
        found.append("ornament")
    if is_name(text):
        found += [] if shouts else ["name"]
        found += ["name_of_body"] if "body" in found and "verb" not in found and small <= 1 else []
    if _VENUE.search(text):
        found.append("venue")
    if SERIES.fullmatch(bare) or _is_shouted_series(bare):
        found.append("series")
    if LABEL.match(text) or _names_people(text) or _is_other_label(text):
        found = [*(name for name in found if name != "parts"), "label"]
    if shouts and _OF_LETTERHEAD.isdisjoint(found):
        found += ["capitals", "long_capitals"] if len(text.split()) >= _LONG else ["capitals"]
    if "menu" in found:
        found = [name for name in found if name != "parts"]
    if text.count(",") > 1 and "verb" not in found:
        found.append("list")
    if "body" not in found and re.fullmatch(FULL_NAME, text) and is_personal(text):
        found += ["person", "sure_person"] if text.split(maxsplit=1)[0] in FIRST_NAMES else ["person"]
    found += [*_size(len(text.split())), *_end(text)]
    return dict.fromkeys(found, 1.0) | ({"small_words": float(small)} if small else {})


def is_letterhead(signs: dict[str, float]) -> bool:
    """Whether a line reads like what stands over a title: a body, a department, a series, a menu."""
    return not _OF_LETTERHEAD.isdisjoint(signs)


def is_name(text: str) -> bool:
    """Whether a line is written like a name: a capital in each word that is not small."""
    return all(word[0].isupper() or word in _SMALL_IN_NAMES for word in _WORDS.findall(text))


def ends_open(text: str) -> bool:
    """Whether a line ends neither like a sentence nor like a question."""
    return _BARE_END.sub("", text)[-1:] not in {".", "?", "!"}


def _size(words: int) -> tuple[str, ...]:
    sizes = ((1, "one_word"), (2, "two_words"), (4, "few_words"), (13, ""), (20, "many_words"))
    size = next((name for most, name in sizes if words <= most), "very_many_words")
    return (size,) if size else ()


def _end(text: str) -> tuple[str, ...]:
    end = _ENDS.get(_BARE_END.sub("", text)[-1:])
    if end is None:
        return ()
    return (end, "sentences") if end == "full_stop" and len(split(text)) > 1 else (end,)


def _shouts(text: str) -> bool:
    letters = _LETTERS.sub("", text)
    return letters.isupper() and len(letters) >= _FEWEST_CAPITALS


def _is_shouted_series(text: str) -> bool:
    """Whether a line begins with a series in capitals: "STAFF NEWS - mental health"."""
    shouted = _SHOUTED.fullmatch(text)
    return shouted is not None and SERIES.fullmatch(shouted["series"]) is not None


def _names_people(text: str) -> bool:
    """Whether nothing but people is named behind a colon: "Not there: Col, Ann Lee"."""
    found = _NAMES_BEHIND.fullmatch(text)
    parts = [part.strip() for part in re.split(r",| and | & |;", found["names"])] if found else []
    if len(parts) == 1:
        return re.fullmatch(FULL_NAME, parts[0]) is not None and is_personal(parts[0])
    return bool(parts) and all(is_name(part) and len(part.split()) <= _MOST_WORDS_OF_A_NAME for part in parts)


def _is_other_label(text: str) -> bool:
    """Whether one word and a colon stand at its beginning, and the word does not say of what kind the paper is."""
    return _OTHER_LABEL.match(text) is not None and _KINDS_BEFORE.match(text) is None
