"""Whether a sentence speaks of one person who could be known, rather than of groups, services or anybody."""

import re

from flows.newsroom.language.names import HONORIFIC, NAME, is_personal
from flows.newsroom.language.words import word_set
from flows.newsroom.lights.name_signs import KIN

CARED_FOR = (
    "carer|service user|user|client|patient|survivor|resident|tenant|mother|father|mum|dad|parent|grandmother"
    "|grandfather"
    "|grandparent|relative|young person|young man|young woman|young carer|care leaver|teenager|boy|girl|child|man"
    "|woman|lady"
    "|gentleman|couple|widow|widower|husband|wife|partner|daughter|son|sister|brother|neighbour|family|pensioner"
    "|refugee"
    "|expert by experience|person|peer|inpatient|detainee|asylum seeker"
)
"""Words for somebody who uses services, cares or lives beside them, as a part of a pattern."""

STAFF = (
    "social worker|worker|manager|nurse|colleague|member|doctor|gp|officer|volunteer|student|receptionist|director"
    "|chair|chairman|chairwoman|chairperson"
    "|practitioner|trainee|consultant|psychiatrist|therapist|head of [a-z]+|deputy|caretaker|cleaner|driver"
    "|assistant|supervisor"
    "|councillor|trustee|assessor|adviser|advisor|teacher|headteacher|key ?worker|co-?ordinator|commissioner|tutor"
    "|secretary|treasurer"
    "|administrator|apprentice|clerk|bookkeeper|counsellor|interpreter|advocate|chaplain|midwife|health visitor"
    "|landlord|warden|porter|cook|matron|sister|employee|amhp|trainer|facilitator|speaker|friend"
)
"""Words for somebody who works beside them."""

_ROLE = rf"(?:{CARED_FOR}|{STAFF})"
_DID = (
    r"(?:has|had|was|got|died|lost|left|told|took|tried|went|came|said|felt|seemed|is (?:being|now|still|off)|did"
    r"|who (?:had|was|came|told|died|lost)|she"
    r"|he|kept|made|gave|wrote|shouted|cried|asked|used|lives|lived|found|saw|spent|fell|became|needed|refused)"
)
_STRONG = re.compile(
    rf"\b(?:one|another|my|our|his|her|this|that|your own|whose) (?:[\w’'-]+ ){{0,2}}{_ROLE}\b(?! of staff)"
    rf"|\bone of (?:the|our|my|their|his|her) (?:\w+ ){{0,2}}(?:{_ROLE}|nurse|member|worker)s?\b"
    r"|\A(?:One|Another|The (?:other|first|second|third|last|eldest|oldest|youngest|younger|older|elder))"
    r" (?:of (?:them|the \w+|us) )?(?:also |now |still )?(?:has|had|is|was|lost|went|got|needs?|cannot|could not)\b"
    r"|\b(?:he|she|him|her|his|herself|himself)\b|\bthe (?:[\w-]+ )?(?:tenant|resident|man|woman|lady|gentleman|girl"
    r"|boy"
    r"|couple|neighbour|mother|father|widow|widower|lad|lass|pensioner)"
    r" (?:with|upstairs|downstairs|next door|opposite|in|at|from|on|whose)\b"
    rf"|\b(?:my|[a-z]+[’']s) (?:\w+ )?(?:{KIN})\b|\b(?:mother|father|mum|dad|parents?) of (?:\w+)\b"
    r"|\b(?:mum|dad|nan|gran|grandad|mam)\b"
    rf"|\ba [\w-]+ {_ROLE} (?:in|from|at|of) [A-Z]|\b(?:someone|somebody|the family|a person|the person|the one"
    rf"|the man|the"
    rf" woman|the lady) "
    r"(?:in|at|on|from|who|with) (?:the|our|my|number)\b|\bthe (?:same|tall|young|old|new|stand-in|locum|agency"
    r"|temporary|duty) "
    rf"(?:\w+ )?(?:{STAFF}|one)\b|\bthe (?:manager|nurse|social worker|worker|doctor|person) (?:at|on|in) [A-Z]",
    re.IGNORECASE,
)
_WEAK = re.compile(
    rf"\b(?:a|an|the|their|our) (?:[\w’'-]+ ){{0,2}}{_ROLE}\b(?! of staff)[^.]{{0,80}}?\b{_DID}\b"
    rf"|\b(?:a|an|the) (?:[\w-]+ )?{_ROLE} (?:in|from|at|of|for|on) (?:the )?[A-Z]",
    re.IGNORECASE,
)
_GENERAL = re.compile(r"\b(?:[Ii]f|[Aa]ny|[Ee]very|[Ee]ach|can|may|might|should|must|could) ")
_MET_ONE = re.compile(
    rf"\b(?:had|have|saw|took|met|got|visited|helped|lost) (?:a|an|one) (?:[\w-]+"
    rf" ){{0,2}}(?:{CARED_FOR})\b"
)
_INITIAL = re.compile(
    r"(?:\A|[,;“] |and |for |with |to |by )[B-HJ-Z](?:\.|[’']s)? (?:is|was|has|had|did|does|said|told|went|lost"
    r"|would)\b"
)
_TITLED = re.compile(rf"\b{HONORIFIC} (?:{NAME}|[A-Z]\b)|\b(?:Mr|Mrs|Ms|Miss|Child|Adult|Baby|Person) [A-Z]\b")
_AFTER_A_WORD = re.compile(
    r"\b(?P<before>[a-z]+) [B-HJ-Z] (?:is|was|had|did|does|said|told|went|lost|would|lives|lived|came|asked|wanted)\b"
)
_LETTERED = word_set(
    "option options group groups plan part section appendix room item table grade band vitamin hepatitis block unit"
    " type level form schedule annex day "
    "phase stage zone and or team route list question bin class category tier scheme version"
)
_FAILING = re.compile(
    rf"(?:\b(?:[Hh]e|[Ss]he)|\b(?:Mr|Mrs|Ms|Miss) {NAME}|\b(?:[Oo]ne|[Aa]nother|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]his"
    rf"|[Tt]hat|[Tt]he same) (?:[\w’'-]+ ){{0,2}}(?:{STAFF}))"
    r"(?: (?:at|in|on|from) [\w’' ]{2,20})? (?:(?:simply|still|just|also|then|again|once more) )?(?:(?:had|did|would"
    r"|could|has|was|does) ?(?:not|n[o’']t)\b(?! (?:expect|mind|want|need|think|like|liked|always|only|looked|look|say"
    r"|bear|get a|get the|get out|wish|live|yet|give up|stop)\b)|(?:had |has |had still )?never\b"
    r"|refused\b|failed to\b|forgot\b|ignored\b|hardly ever\b|just (?:shrugged|shrugs|laughed|walked|sat|said|left))"
)
_SURNAME = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Mr and Mrs)\b\.? (?P<surname>{NAME}|[A-Z]\b)(?! {NAME})")
# "Brown, J. and Grey, L. (2026)", "Authors: D. Brown, S. Grey": initials that belong to surnames.
_OF_AUTHORS = re.compile(rf"\b{NAME}, [A-Z]\.|\b[A-Z]\. {NAME}, [A-Z]\.|\(\d{{4}}[a-z]?\)")
_LETTER = re.compile(
    r"(?:\A|[,;“] ?|\b(?:and|for|with|to|by|of|told|asked|called|call (?:him|her|them)|met|saw|when|that|where"
    r"|because|if|but) )[B-HJ-Z](?:\.(?= [a-z])|[’']s)?"
    r"(?: (?:is|was|has|had|did|does|said|told|went|lost|would|who|lives|lived|came|asked|wanted|could|will)\b|[’']s"
    r" (?=[a-z])|[,.;](?= [a-z]|\Z))"
)
_FAMILY = re.compile(
    rf"\b[Tt]he (?P<name>{NAME}(?= family)|[A-Z][a-z]{{2,15}}(?=s(?:[’'](?!s)|(?= (?:are|were|have|had)\b))))"
)
_RUN = re.compile(rf"\b{NAME}(?: {NAME})*+")
_FIRST_PERSON = re.compile(r"\bI(?:[’'](?:m|ve|d|ll))?\b|\b(?:[Mm]y|[Mm]e|[Mm]yself)\b")
_PLURALS = (
    r"(?:people|adults|children|carers|families|patients|clients|staff|workers|those|anyone|everyone|survivors|users"
    r"|parents|residents|members|women|men|students|refugees|tenants|others|many|individuals|practitioners|leavers"
    r"|someone|somebody)"
)
_OF_NOBODY = re.compile(
    rf"\b(?:{_PLURALS}|Anyone|[Aa]nybody|Those|People|Carers|Families|Adults|Children)(?: \w+)?"
    r" (?:with|who (?:are|have|is|has|were|had|died)|living with|in|affected by|experiencing|from) (?:\w+["
    r" ,]{1,2}){0,4}"
    r"|“(?:[A-Z][\w’-]*+[ ,:?!]*+|(?:and|or|of|the|in|for|to|a|an|on|with) )++”"
    r"|\balternatives? to hospital\b|\b[Uu]nder the Mental Health Act\b|\b(?:Mental|Public) Health\b"
)


def without_groups(text: str) -> str:
    """A sentence without what it says of nobody in particular: "people with dementia", the title of a book."""
    return _OF_NOBODY.sub("… ", text)


def is_named(text: str, names: frozenset[str]) -> bool:
    """Whether a sentence names somebody: a title, an initial, a family, a first name or any of `names`."""
    if _TITLED.search(text) or _INITIAL.search(text):
        return True
    if any(is_personal(family["name"]) for family in _FAMILY.finditer(text)):
        return True
    return any(not names.isdisjoint(run.group().split()) for run in _RUN.finditer(text))


def is_known_by_surname(text: str, full_names: frozenset[str]) -> bool:
    """Whether a sentence speaks of "Mr Bhatt", "Ms C." or "J", whom the article never names in full."""
    if any(match["surname"] not in full_names for match in _SURNAME.finditer(text)):
        return True
    if _OF_AUTHORS.search(text):
        return False
    is_lettered = any(match["before"] not in _LETTERED for match in _AFTER_A_WORD.finditer(text))
    return is_lettered or _LETTER.search(text) is not None


def is_failing(text: str) -> bool:
    """Whether a sentence says what one person did not do: not told of those who act in public under a whole name."""
    return _FAILING.search(text) is not None


def is_about_one(text: str) -> bool:
    """Whether a sentence speaks of one person without a name: "she", "one carer", "my brother", "the duty worker"."""
    if _STRONG.search(text) or _MET_ONE.search(text):
        return True
    return _WEAK.search(text) is not None and _GENERAL.search(text) is None


def is_the_writer(text: str) -> bool:
    """Whether a sentence says "I" or "my"."""
    return _FIRST_PERSON.search(text) is not None
