"""What nobody may read about one person unless that person agrees: health, conduct, children, money, home.

A sentence is held back if it names or describes one person and says such a thing. When in doubt it
is held back: a good sentence less in a summary is put right in a minute, a private matter in print never.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.newsroom.language.names import FIRST_NAMES, HONORIFIC, NAME, STREET, is_personal
from flows.newsroom.language.words import word_set

_ROLE = (
    r"(?:social worker|worker|manager|nurse|colleague|member|carer|client|patient|service user|user|resident|mother"
    r"|father|mum|dad|parent|child|baby|woman|lady|man|gentleman|boy|girl|person|tenant|neighbour|doctor|gp|officer"
    r"|volunteer|wife|husband|partner|son|daughter|brother|sister|widow|widower|student|receptionist|director|chair"
    r"|practitioner|pensioner|teenager|friend|aunt|uncle|niece|nephew|grand(?:son|daughter|mother|father|child)|trainee"
    r"|couple|family)"
)
_SAID_OF_ONE = (
    r"(?:has|had|was|got|died|lost|left|told|took|tried|went|came|said|felt|seemed|is (?:being|now|still|off)|did"
    r"|who|she|he"
    r"|her|his)"
)
_FEELINGS = (
    "indignant|angry|upset|rude|furious|hostile|unhappy|defensive|dismissive|suspicious|nervous|drunk|aggressive"
    "|distressed|confused|lazy|incompetent|unhelpful|abusive|in tears|difficult|useless|hopeless|lonely|bullied"
    "|bullying"
    "|ashamed|jealous|bitter|unreliable|unprofessional|negligent|careless|dishonest|patronising|to blame|late for"
    "|crying|frightened|afraid of|scared|humiliated|at fault|violent|threatening|fed up|miserable|overwhelmed"
)
_ILLNESS = (
    "cancer|dementia|alzheimer[’']s|parkinson[’']s|depression|anxiety|stress|a stroke|a heart attack|heart disease"
    "|heart trouble|diabetes|epilepsy|hiv|aids|multiple sclerosis|motor neurone disease|psychosis|schizophrenia|bipolar"
    "|ptsd|autism|adhd|hepatitis|arthritis|asthma|copd|leukaemia|a tumou?r|a brain injury|learning disabilit(?:y|ies)"
    "|learning difficulties|a disability|a breakdown|an eating disorder|anorexia|bulimia|personality disorder"
    "|long covid"
    "|covid|pneumonia|a miscarriage|a fall|a fit|seizures|a hernia|kidney (?:disease|failure)|mental health problems"
    "|mental illness|mental health|an illness|an addiction|chemotherapy|radiotherapy|an operation|surgery|dialysis"
    "|a hip replacement|an abortion|a seizure|a condition|a diagnosis|hearing loss|sight loss|down[’']s syndrome"
    "|sickle cell|endometriosis|ms|a drink problem|a drinking problem|a drug problem|problems? with (?:drink|drugs"
    "|alcohol)"
    "|self-harm|medication|sclerosis|panic attacks|burnout|an overdose"
)
_ILL = (
    "ill|sick|unwell|poorly|pregnant|expecting|disabled|autistic|housebound|bedbound|suicidal|detained|sectioned"
    "|hospitalised|terminally|deaf|blind|partially sighted|bipolar|depressed|frail|addicted|an addict|an alcoholic"
    "|drinking|using drugs|on drugs|self-harming|in recovery|in rehab|diagnosed|infertile|injured|burnt out|stressed"
    "|anxious"
    "|manic|psychotic|paranoid|schizophrenic|incontinent|overweight|anorexic|off with|signed off|on medication"
    "|hiv positive"
)
_IS = (
    r"(?:is|was|been|being|seems?|seemed|looked|sounded|became|become|becoming|felt|feels|feeling|got|getting"
    r"|[’']s|[’']m|off)"
)
_ONES = r"(?:his|her|their|my|[’']s|s[’])"
_SOME = r"(?:[\w-]+,? ){0,3}"
_NO_SERVICE = (
    r"(?![ -](?:services?|teams?|leads?|nurses?|patients?|social|care\b|trusts?|acts?|advis\w+|friendly|related"
    r"|society|groups?"
    r"|wards?|clinics?|centres?|charit\w+|research|work\w*|support|hubs?|awareness|training|strategy|policy|polic\w+"
    r"|units?"
    r"|forums?|networks?|programmes?|projects?|campaigns?|caf\w+|professionals?|practitioners?|board|partnership"
    r"|conference"
    r"|review|survey|study|pathways?|champions?|reporting|commission\w*|system|reform\w*|bill))\b"
)


_BEGINNING, _SHORT = 5, 6  # letters
_NO_CONTENT = re.compile(r"\\\w|\(\?! [^()]*(?:\([^()]*\))?[^()]*\)")
_EVERYWHERE = word_set(
    "is was were are be been being has had have having a an the this another to in on at of by for from with into out "
    "her his work him their them my me us it under over or and who does did not can could get gets got lost some "
    "child children"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matter:
    """A kind of private matter, as the coordinator reads it, and how a sentence says it of one person."""

    kind: str
    pattern: re.Pattern[str]  # of a sentence in lower case
    beginnings: frozenset[str]  # of words: a sentence without any of them is not searched, which is most of them


def _matter(kind: str, *ways: str) -> _Matter:
    pattern = "|".join(ways)
    telling = re.findall(r"[a-z]{2,}", _NO_CONTENT.sub(" ", pattern.replace(_NO_SERVICE, " ").replace(_IS, " ")))
    return _Matter(
        kind=kind,
        pattern=re.compile(rf"(?<![\w-])(?:{pattern})"),
        beginnings=frozenset(word[:_BEGINNING] for word in telling if word not in _EVERYWHERE),
    )


CONDUCT = "The feelings or the conduct of one person who could be known"
HEALTH = "The health of a person"

_MATTERS = (
    _matter(
        HEALTH,
        rf"(?:has|had|have|having|with|from|{_ONES}|gets?|got|suffers|diagnosed|developed|took|taken) {_SOME}"
        rf"(?:{_ILLNESS})\b{_NO_SERVICE}",
        rf"(?:his|her|my|[a-z]++[’']s) (?:\w+ )?(?:{_ILLNESS}|disability|illness|pregnancy|addiction|sectioning"
        rf"|diagnosis|overdose)\b{_NO_SERVICE}",
        rf"{_IS} {_SOME}(?:{_ILL})\b",
        r"off (?:work|ill|sick|long|since|until|till)\b|sick leave\b"
        r"|(?:on|her|his|start\w*) (?:\w+ )?(?:maternity|paternity|sick"
        r"|compassionate) leave",
        rf"(?:in|to|into|from|out of) (?:a |the |intensive )?(?:hospital|infirmary|hospice|a&e|rehab"
        rf"|intensive care){_NO_SERVICE}\b",
        r"away (?:until|till|ill|with)\b|absent\b|wheelchair|walking frame|chemo\w*|(?:tried|attempted) to (?:kill"
        r"|hurt|harm)",
        r"(?:kill|hurt|harm)(?:ed)? (?:him|her|my)self|sober\b|relapse\w*|give birth|gave birth|(?:her|his"
        r"|my) (?:baby is due|drinking)",
        r"recovering\b|who drinks\b|drinks (?:again|heavily|too much)|stopped eating|been detained\b|lost (?:his"
        r"|her) (?:sight|hearing|memory|baby)|collapsed\b",
    ),
    _matter(
        "A death or a bereavement",
        rf"(?:died|dying|dies|passed away|passed on|{_IS} dead|widowed|bereaved|grieving|mourning|suicide)\b",
        rf"(?:{_ONES}|whose) (?:\w+[’']?s? ){{0,2}}(?:death|funeral|loss|bereavement|suicide)\b",
        r"(?:funeral|death|loss) of\b|lost (?:his|her|their|my|a|the) (?:\w+ )?(?:wife|husband|partner|mother|father"
        r"|mum|dad"
        r"|son|daughter|brother|sister|child|baby|parents?|friend)\b|leaves (?:his|her|a) (?:wife|husband|partner"
        r"|widow)\b",
    ),
    _matter(
        "A complaint, an investigation or a punishment that concerns a person",
        r"(?:a|an|the|his|her|this|formal|another|[’']s) (?:\w+ )?(?:complaint|grievance|allegation|tribunal"
        r"|settlement)\b"
        r"(?! (?:procedures?|process|forms?|polic\w+|teams?))|complaints? (?:about|against)\b|complained\b"
        r"|allegations?\b",
        rf"{_IS} {_SOME}(?:investigated|suspended|disciplined|dismissed|sacked|fired|arrested|charged|convicted|jailed"
        r"|imprisoned|struck off|accused|reported to|cautioned|blamed|reprimanded|criticised|demoted|sentenced"
        r"|found guilty"
        r"|removed from|asked to (?:leave|step|resign)|moved (?:off|sideways)|under investigation|escorted|barred"
        r"|banned)\b",
        r"(?:under|facing an?|an) investigation (?:into|over|of|against)|under investigation|disciplinary\b"
        r"|misconduct\b"
        r"|(?:final|written|verbal) warning|(?:in|from|to|of) prison\b|in dispute\b|forced (?:out|to (?:leave|resign))"
        r"|(?:have|has|had) (?:blamed|accused)\b|suspended (?:from|after|for|over|pending)|on bail"
        r"|the police (?:were|came|have)",
    ),
    _matter(
        "A child, safeguarding or court matter of one family",
        r"(?:child|children|baby|son|daughter|kids?|boys?|girls?|twins) (?:\w+ ){0,2}(?:removed|taken)\b",
        r"(?:taken|went|going|placed|put|been) (?:in|into) (?:foster )?care\b|is in (?:foster )?care\b",
        r"child protection plan|care (?:proceedings|order)|custody of|custody (?:battle|case)|supervision order",
        r"(?:a|the|his|her|under|[’']s) (?:\w+ )?safeguarding (?:concern|enquiry|inquiry|referral|alert|issue|plan"
        r"|case)\b",
        r"(?:to|in|at|before) court\b|court (?:case|hearing|order)|domestic (?:abuse|violence)|abused (?:by|her|his)"
        r"|victim of|raped\b|assaulted\b|neglect(?:ed|ing) (?:his|her|by)|divorc\w+|beaten by",
    ),
    _matter(
        "A person's money, benefits or home",
        r"(?:in|into|[’']s|his|her|with|serious|heavy|of) (?:\w+ )?(?:debts?|arrears)\b|bankrupt\w*|evict\w+"
        r"|homeless\b|sleeping rough",
        r"(?:benefits?|pip|esa|dla|universal credit|allowance|pension)[’']?s? (?:has|have|had|was|were|is|being"
        r"|been) (?:\w+ )?"
        r"(?:stopped|cut|sanctioned|refused|suspended)",
        rf"(?:lost|losing) (?:his|her|their|my) (?:job|home|house|flat|tenancy|benefits?|pip)\b|{_ONES} (?:benefits?"
        rf"|pip|debts?)\b",
        r"food ?banks?\b|owes\b|(?:can(?:no|[’'])t|couldn[’']t|could not) (?:afford|pay)\b|gambl\w+|on benefits\b"
        r"|living (?:on|in) (?:poverty|benefits)",
    ),
    _matter(
        CONDUCT,
        rf"{_IS} {_SOME}(?:{_FEELINGS})\b",
        r"shouted (?:at|abuse)|swore (?:at)?|never (?:returns?|returned|rings?|rang|turns?|turned|answers?|answered"
        r"|calls?|called"
        r"|comes?|came|does|did|listens?|listened)\b|was late\b|bull(?:ied|ies) |harass\w+|lost (?:his|her|my) temper"
        r"|(?:does|did) not (?:seem to )?(?:care|listen|turn up)|didn[’']t (?:care|listen|turn up)|let (?:us|me|him"
        r"|her|them) down"
        r"|avoided (?:us|them|me|him|her)|not to think much of|discriminat\w+|racis[mt]\b|row with|argued with"
        r"|fell out|slammed"
        r"|(?:hates|hated|despises|cannot stand)\b|burst into tears|in tears\b|crying\b|humiliated\b|walked out"
        r"|lacked\b|passed over\b|cancelled (?:my|our|his|her|\w+ supervisions)",
    ),
)
_STREET_OF = re.compile(
    rf"\b(?:of|from) (?:\d+ )?{STREET}|\b(?:lives?|lived|living|moved|home|house|flat|mother|father|mum|dad|parent"
    rf"|couple|family|man"
    rf"|woman|lady|tenant|neighbour|resident|client|carer) (?:\w+ ){{0,3}}(?:in|at|on|to|off) (?:\d+ )?{STREET}"
)
_WHOLE_NAME = rf"(?<![\w’'-]){NAME}"  # from its first letter on: a long one is read once, not once a syllable
_AGE = re.compile(
    rf"(?:{_WHOLE_NAME}|\b{_ROLE}),? \(?(?:aged? )?(?:1[0-9]|[2-9]\d|[1-9]|10\d)(?:\)|,(?= \D)|$)"
    rf"|\b(?:[Hh]e|[Ss]he|{_WHOLE_NAME}) (?:is|was|has turned|turned|turns|will be) (?:only )?(?:\d{{1,2}}"
    rf"|10\d)(?=[,.]? (?:and|but|when|next|on)\b|[.,;]|$)"
    r"|\b(?:[A-Z]|[Hh]e|[Ss]he) (?:is|was) (?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b"
    r"|\baged (?:[2-9]\d|1[89])\b(?! (?:and|or|to|-)|-|–|\+)|\b(?:[2-9]\d|1[89])-year-old\b(?!s)"
)
_PLURALS = (
    r"(?:people|adults|children|carers|families|patients|clients|staff|workers|those|anyone|everyone"
    r"|survivors|users|parents)"
)
_OF_NOBODY = re.compile(
    rf"\b(?:{_PLURALS}|[Aa]nyone|[Aa]nybody|[Tt]hose|[Pp]eople|[Cc]arers|[Ff]amilies|[Aa]dults|[Cc]hildren)(?: \w+)?"
    r" (?:with|who (?:are|have|is|has|were|had|died)|living with|in|affected by|experiencing"
    r"|from) (?:\w+[ ,]{1,2}){0,4}"
    r"|“(?:[A-Z][\w’-]*+[ ,:?!]*+|(?:and|or|of|the|in|for|to|a|an|on|with) )++”"
    r"|\b[Uu]nder the Mental Health Act\b"
)
_STRONG = re.compile(
    rf"\b(?:one|another|my|our|his|her|this|that|your own|whose) (?:[\w-]+ ){{0,2}}{_ROLE}\b(?! of staff)"
    rf"|\bone of (?:the|our|my|their) (?:\w+ )?{_ROLE}s\b|\b(?:he|she|him|her|his|herself|himself)\b"
    rf"|\b(?:mother|father|mum|dad) of (?:\w+)\b|\ba [\w-]+ {_ROLE} (?:in|from|at|of) [A-Z]",
    re.IGNORECASE,
)
_WEAK = re.compile(
    rf"\b(?:a|an|the|their) (?:[\w-]+ ){{0,2}}{_ROLE}\b(?! of staff)[^.]{{0,80}}?\b{_SAID_OF_ONE}\b"
    rf"|\b(?:a|an|the) (?:[\w-]+ )?{_ROLE} (?:in|from|at|of|for) (?:the )?[A-Z]",
    re.IGNORECASE,
)
_GENERAL = re.compile(r"\b(?:[Ii]f|[Aa]ny|[Ee]very|[Ee]ach|can|may|might|should|must|could) ")
_INITIAL = re.compile(r"(?:\A|[,;] |and )[B-HJ-Z] (?:is|was|has|had|did|does|said|told|went|lost)\b")
_TITLED = re.compile(rf"\b{HONORIFIC} (?:{NAME}|[A-Z]\b)")
_FAMILY = re.compile(rf"\b[Tt]he (?:{NAME} family|[A-Z][a-z]{{2,15}}s(?:[’'](?!s)|(?= (?:are|were|have|had)\b)))")
_ALWAYS_ONE = (_TITLED, _INITIAL, _FAMILY, _STRONG)
_RUN = re.compile(rf"\b(?P<first>{NAME})(?P<rest>(?: {NAME})*+)")
_HAS_AS_SUBJECT = re.compile(
    r"(?:[’']s)? (?:is|was|has|had|does|did|said|will|left|went|came|lost|took|told|from|in (?:the|our|my)|never"
    r"|died|uses|used|tried)\b"
)
_BEFORE_A_SUBJECT = re.compile(r"(?:\A|[.!?:;“(–-] ?|, )\Z")
_COMMON = word_set(
    "support care stress work staff training advice help money health depression anxiety cancer dementia abuse housing "
    "research everyone everybody someone somebody anyone nobody nothing everything one another she he it there here "
    "what who whoever this that then now today yesterday tomorrow parliament supervision demand funding practice "
    "progress "
    "attendance evidence everywhere part nearly half much more most some none all both each either neither autism "
    "feedback access service trust hospital loneliness poverty debt homelessness safeguarding respite transport food "
    "information consultation education employment attention change time life speech law learning lunch paper sir "
    "madam once while after before since during last first second third please thanks sorry yes no not only just even"
)
_LETTERS, _FIGURE = re.compile(r"[a-z]+"), re.compile(r"\d")
_TENS = word_set("twenty thirty forty fifty sixty seventy eighty ninety")
_STREETS = word_set(
    "road street avenue lane close drive way gardens terrace crescent court place square grove hill mews row walk rise"
)
_ENDINGS = ("ing", "tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "hood", "ism")


def private_matters(text: str, full_names: frozenset[str] = frozenset()) -> Iterator[str]:
    """The kinds of private matter that a sentence tells of one person, each once; none if it is about nobody.

    Args:
        text: One sentence.
        full_names: Every word of the names of the people in the article.
    """
    words = frozenset(_LETTERS.findall(text.lower()))
    beginnings = {word[:_BEGINNING] for word in words} | {word[:4] for word in words if len(word) <= _SHORT}
    likely = [matter for matter in _MATTERS if not matter.beginnings.isdisjoint(beginnings)]
    if not _kinds(text, words, likely):
        return
    said = _OF_NOBODY.sub("… ", text)
    if (kinds := _kinds(said, words, likely)) and _is_about_one_person(said, full_names):
        yield from kinds


def _kinds(text: str, words: frozenset[str], likely: list[_Matter]) -> list[str]:
    """What the text says, of whomever it says it."""
    low = text.lower()
    kinds = [matter.kind for matter in likely if matter.pattern.search(low)]
    if (_FIGURE.search(text) or not _TENS.isdisjoint(words)) and _AGE.search(text):
        kinds.append("The age of a person")
    if not _STREETS.isdisjoint(words) and _STREET_OF.search(text):
        kinds.append("The street where a person lives")
    return kinds


def _is_about_one_person(text: str, full_names: frozenset[str]) -> bool:
    if any(pattern.search(text) for pattern in _ALWAYS_ONE):
        return True
    is_weak = _WEAK.search(text) is not None and _GENERAL.search(text) is None
    return is_weak or any(_names_a_person(match, full_names) for match in _RUN.finditer(text))


def _names_a_person(run: re.Match[str], full_names: frozenset[str]) -> bool:
    first, rest = run["first"], run["rest"].split()
    if first in FIRST_NAMES or first in full_names or any(word in FIRST_NAMES for word in rest[:2]):
        return True
    is_start = _BEFORE_A_SUBJECT.search(run.string, max(0, run.start() - 2), run.start()) is not None
    is_subject = is_start and not rest and _HAS_AS_SUBJECT.match(run.string, run.end()) is not None
    return is_subject and _is_uncommon(first)


def _is_uncommon(word: str) -> bool:
    """Whether a capitalised word that opens a sentence looks like a first name: no group, no abstract noun."""
    low = word.lower()
    return low not in _COMMON and not low.endswith((*_ENDINGS, "s")) and is_personal(word)
