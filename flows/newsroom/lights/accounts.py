"""Accounts of their own lives by people who use services or care for somebody: theirs to tell, and to take back."""

import re
from collections.abc import Iterator

from flows.newsroom.language.names import FULL_NAME, HONORIFIC, JOB, NAME, is_body
from flows.newsroom.language.quotation_marks import without_quoted
from flows.newsroom.language.words import forms
from flows.newsroom.lights.name_signs import KIN
from flows.newsroom.lights.somebody import CARED_FOR, STAFF
from flows.newsroom.model import Article, BlockKind, Quotation

_SAYS = (
    "said|says|told|tells|described|describes|explained|explains|recalled|recalls|remembered|remembers|asked|added"
    "|wrote|writes|spoke|speaks"
    "|talked|shared|reflected|admitted|replied|felt|thought|wondered|cried|wept|had come|had waited|waited|was"
    " waiting"
)
_ONE = (
    rf"(?:a|one|another|our) (?:(?!other|new|first)[\w-]+ ){{0,3}}(?:{CARED_FOR})(?! (?:group|forum|network"
    rf"|centre|support|and)s?\b)"
)
_EXPERIENCED = rf"(?:{CARED_FOR}|{KIN})"
_OF_A_FAMILY = (
    "mother|father|grandmother|grandfather|aunt|uncle|son|daughter|baby|boy|girl|man|woman|lady|gentleman"
    "|couple|brother|sister|widow|teenager|husband|wife|nan|grandson|granddaughter|niece|nephew|twins"
)
_SOMEONE = (
    rf"(?:a|an|one|another|this|that|the|some|two|three) (?:[\w’'-]+,? ){{0,3}}(?:{CARED_FOR}|lad|lass|bloke|chap"
    rf"|guy|fellow|youngster|someone|somebody"
    r"|case|mums?|dads?|brothers|sisters|siblings|twins)"
)
_DEALT = (
    "work(?:ed|ing)?|visit(?:ed|ing)?|support(?:ed|ing)?|saw|see|seen|met|meet|know|knew|known|help(?:ed)?"
    "|assess(?:ed)?|placed|allocated|sat|looked|had|trained|taught|interviewed"
)
_CASE = re.compile(
    r"\b(?:[Oo]ne of them|[Ss]omebody|[Ss]omeone|[Aa] colleague|[Aa]nother|[Oo]ne) (?:said to|whispered to|admitted"
    r" to|told|confided in)"
    r" me\b|"
    rf"\b(?:{_SOMEONE}|someone|somebody) (?:(?:that|who|whom) )?(?:I|we|my \w+|our \w+) (?:[\w’']+"
    rf" ){{0,3}}?(?:{_DEALT})\b"
    rf"|\b(?:I|[Ww]e) (?:(?:once|first|recently|used to|have|had|also|still|was|were|went to|never) ){{0,2}}(?:{_DEALT}"
    rf"|work with|visiting|seeing) (?:with |to see |alongside |for )?{_SOMEONE}\b"
    r"|\b(?:[Ss]omebody|[Ss]omeone|[Aa] (?:man|woman|lad|lady|mother|father|mum|dad|young \w+)|[Oo]ne (?:\w+ )?member)"
    r" (?:in|from|at|on|of) (?:our|my|this|the) (?:own )?[\w-]+ (?:had|has|was|is|got|lost|told|went|came|said|did"
    r"|could|cannot|needs?|lives?)\b"
    r"|\bon (?:my|her|his) (?:own )?caseload\b|\b(?:man|woman|family|case|client|child|boy|girl|couple) of (?:mine"
    r"|ours)\b|\bI (?:will|shall|[’']ll) call (?:him|her|them|the)\b"
    r"|\b(?:[Oo]ne|[Aa]nother|A) (?:young |older |elderly |retired |local |single |former |new )?(?:case|family"
    r"|couple|man|woman|lad|lady|gentleman|boy|girl|mother|father|mum|dad|teenager) (?:in|from|we|I|that|who|had|was"
    r"|came|told|has|is|whose|living|needed|needs)\b",
)
_QUOTED_OF_ONE = re.compile(
    r"[“\"‘'][^“”\"]{0,300}\b(?:I|my|me|My)\b[^“”\"]{0,300}[”\"’',.!?]+"
    r" (?:(?:one|another)(?: of (?:them|the \w+|our \w+))?|a"
    r" (?:\w+ ){0,2}(?:member|visitor|participant|person|guest|learner)) (?:said|says|told|wrote|writes|added"
    r"|explained)"
    r"|\b(?:[Oo]ne|[Aa]nother)(?: of (?:them|the \w+|our \w+))? (?:said|wrote|told (?:us|me|the \w+)"
    r"|added)\b[^“\"]{0,30}[“\"‘]"
    r"|[”\"’',.!?]+ (?:said|wrote|added|told us) (?:one|another)(?: of (?:them|the \w+|our \w+))?[.,]"
)
# Words of which the patterns below need one or another: a look into a set is quicker than a search.
_LETTERS = re.compile(r"[a-z]+")
_I = frozenset({"i", "me", "my"})
_ONE_SAYS = frozenset({"one", "another"})
_TELLS = frozenset(_LETTERS.findall(f"{CARED_FOR}|{_OF_A_FAMILY}|his|her|their|my".lower())) | {
    "women",
    "users",
    "carers",
    "patients",
    "clients",
    "survivors",
}
_MARK = re.compile(r"[“”„«»\"]")
_QUOTED = re.compile(r"[“\"‘][^“”\"]*\b(?:I|me|my|My)\b[^“”\"]*[”\"’]\W*")
_NAMED = re.compile(rf"{HONORIFIC} {NAME}|{FULL_NAME}")
_REACH = 160  # characters
_TAG = 80  # likewise, behind a quotation
_LONGEST_CARD = 8  # words
_SPEAKS_OF_ME = re.compile(r"\b(?:I(?:[’'](?:m|ve|d|ll))?|[Mm]e|[Mm]y|[Mm]yself)\b")
_CARED_FOR = re.compile(rf"\b(?:{CARED_FOR}|{KIN})\b", re.IGNORECASE)
_POST = re.compile(rf"\b(?:{STAFF}|{JOB}|spokes\w+|judge|inspector|ombudsman|watchdog|mayor|mp)\b", re.IGNORECASE)
_FAMILY = re.compile(
    rf"(?<!or )\b(?:[Hh]is|[Hh]er) (?:own )?(?:(?!own|case|file|social)[\w-]+ ){{0,2}}(?:{KIN})\b"
    rf"|\b(?!Children|People|Women|Men|World|Carer|Parent|Nurse|Mother|Father|Today|England|Britain|Wales"
    rf"|Scotland)[A-Z][a-z]+[’']s (?:[a-z]+ )?(?:mum|mam|dad|lad|lass|mother|father|wife|husband|partner"
    rf"|girlfriend|boyfriend|son|daughter|brother|sister"
    r"|nan|gran|grandmother|grandfather|aunt|uncle|baby|niece|nephew|fianc[eé]e?)\b"
)
_THIRD_PERSON = re.compile(
    rf"\b{_ONE}\b(?:,? (?:of|from|in|with|who|at|whose)\b[^.“”]{{0,60}}?)?,?(?<! be)(?<! is)(?<! are) (?:{_SAYS})\b"
    rf"|\b[Tt]he (?:{_OF_A_FAMILY})(?:[’']s? |,? (?:{_SAYS}|had|was|wanted|did)\b)"
    rf"|\b(?:said|says|asked|added|wrote|told by|explained|recalled|according to) {_ONE}\b"
    r"|\b(?:from|described|shared|told|tell|tells|hear|heard)\b[^.]{0,60}\b(?:service user|carer|patient|client"
    r"|survivor)(?:s?[’']s?)?\s+"
    r"(?:points? of view|perspectives?|story|stories|experiences?)"
    rf"|\b(?:his|her|their|my) (?:own )?(?:story|experiences?|journey|recovery) (?:of|as|with|through) (?:a |an "
    rf"|being )?\w+"
    r"|\bin (?:his|her) own words\b|\b(?:told|shared|shares|telling|sharing) (?:his|her|my) (?:own )?(?:story"
    r"|experience|journey)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"(?:^|[.!?] )i (?:wish|was|had|have|am|felt|never|just|want|used|did|do|got|think|know|told|went|lost)\b|"
    rf"\b(?:[Aa]s|[Ss]peaking as) (?:a|an|the|somebody|someone) (?:[\w-]+ ){{0,3}}(?:{_EXPERIENCED}|who|with"
    rf" (?:lived )?experience)\b[^.]{{0,60}}\b(?:I|me|my)\b"
    r"|\bI (?:(?:have|had|[’']ve) )?(?:also )?(?:care[ds]?|look(?:ed)? after|caring|nursed) (?:for )?(?:my|him|her"
    r"|them|both)\b"
    rf"|\b[Mm]y (?:(?!own|good|best)[\w-]+ ){{0,2}}(?:{KIN})\b"
    r"|\b[Mm]y (?:own )?(?:social worker|support worker|key ?worker|carers?|personal assistant|pa|gp|doctor"
    r"|psychiatrist|nurse|care plan|care home"
    r"|assessment|direct payments?|budget|illness|condition|recovery|section|ward|hostel|flat|home|house|tenancy"
    r"|landlord|wheelchair"
    r"|childhood|foster \w+|disability|impairment|voices|scars|marriage|divorce|addiction|drinking|family|advocate"
    r"|housing officer|medication|savings|pension)\b"
    r"|\b[Ww]hen I was (?:in|on|ill|at my|homeless|detained|sectioned|a child|little|young|first|being|sleeping"
    r"|using|drinking|so|\w+teen|five|six|seven|eight|nine|ten|eleven|twelve|\d)\b"
    r"|\bI (?:have|had|[’']ve had) (?:been through|nobody|no one|nothing left)\b|\bI (?:nearly|almost) (?:died|lost"
    r"|gave up)\b"
    r"|\b(?:nobody|no one|they|she|he) (?:told|asked|rang|listened to|believed|helped|warned|saw) me\b"
    r"|\bI (?:was|am) (?:so |very |really )?(?:scared|frightened|ashamed|lonely|desperate|exhausted|terrified"
    r"|grateful for my|in pieces|at rock bottom)\b"
    r"|\b(?:all|most of|for|half) my life\b|\bmy (?:whole|entire) (?:life|childhood)\b|\bsince I was\b"
    r"|\bI(?:[’']ve| have| had) (?:always |just |also )?been (?:in|on|through|under|with|homeless|waiting|using|getting"
    r"|having|a (?:carer|patient|client|tenant|resident|foster)\w*)\b"
    r"|\bI (?:know|knew) what it(?:[’']s| is| was| feels) like\b"
    r"|\bI (?:get|got|live|lived|manage|managed) on (?:£|\d|my|the)"
    r"|\bI (?:get|got|have|had) (?:£|\d+|\w+ pounds|\w+ quid)|\b(?:on|get|getting|my) (?:UC|PIP|ESA|DLA|JSA|SMI)\b"
    r"|\bI did(?:n[’']t| not) (?:sleep|eat|leave the house|want to live|know where to turn)\b|\bI (?:have|had) not"
    r" (?:slept|eaten|left)\b",
)


def words_of_nobody(article: Article) -> Iterator[int]:
    """The sentences that are quoted words about "me", of somebody whom the text around them does not name."""
    blocks = [block.text for block in article.blocks]
    if article.language not in {None, "en"}:  # nothing here can judge whose words they are
        yield from (index for index, sentence in enumerate(article.sentences) if _MARK.search(sentence.text))
        return
    for index, sentence in enumerate(article.sentences):
        if sentence.language and _MARK.search(sentence.text):
            yield index
        if sentence.language or not _QUOTED.fullmatch(sentence.text):
            continue
        before = blocks[sentence.block - 1] if sentence.block else ""
        is_of_a_speech = before.rstrip().endswith(":") or before[:1] in '“"‘' or _NAMED.search(blocks[sentence.block])
        if not is_of_a_speech and not _is_public(_card_below(article, sentence.block)):
            yield index


def words_of_the_unnamed(article: Article) -> Iterator[int]:
    """The sentences of quotations in which somebody says "I" who is not named in full and holds no post."""
    surnames = frozenset(name.split()[-1] for name in article.people)
    for quotation in article.findings.quotations:
        if not _SPEAKS_OF_ME.search(quotation.text) or quotation.speaker in surnames:
            continue
        if not _is_public(quotation.speaker or _around(article, quotation)):
            yield from (index for index in quotation.sentences if _SPEAKS_OF_ME.search(article.sentences[index].text))


def _around(article: Article, quotation: Quotation) -> str:
    """What stands close around words of somebody unknown, or the end of the paragraph before and a signature below."""
    number = article.sentences[quotation.sentence].block
    block = article.blocks[number].text
    own = without_quoted(block)
    if _LETTERS.search(own.lower().strip()):
        start = max(0, block.find(quotation.paragraphs[0]))
        end = start + len(quotation.paragraphs[0])
        return f"{own[max(0, start - _REACH) : start]} {own[end : end + _TAG]}"
    before = article.blocks[number - 1] if number else None
    led = before.text[-_REACH:] if before and before.kind is not BlockKind.QUOTATION else own
    return f"{led} {_card_below(article, article.sentences[quotation.last_sentence].block)}"


def _card_below(article: Article, block: int) -> str:
    """A short line below a quotation that says whose words it was: "Social worker, participant 8"."""
    card = article.blocks[block + 1].text if block + 1 < len(article.blocks) else ""
    is_line = len(card.split()) <= _LONGEST_CARD and card[-1:] not in {*".!?:"}
    return card if is_line and not _MARK.search(card) else ""


def _is_public(speaker: str) -> bool:
    """Whether a speaker stands there with the whole name, or as a body or the holder of a post."""
    if _CARED_FOR.search(speaker):
        return False
    return (
        bool(_NAMED.search(speaker)) or _POST.search(speaker) is not None or any(map(is_body, speaker.lower().split()))
    )


def is_case(text: str) -> bool:
    """Whether somebody who works with people tells of one of them: "a lad I used to work with"."""
    return _CASE.search(text) is not None


def is_family(text: str) -> bool:
    """Whether a sentence speaks of the family of one person."""
    return _FAMILY.search(text) is not None


def is_own_account(text: str) -> bool:
    """Whether in a sentence somebody who uses services or cares tells of it, or is made to."""
    words = forms(text)
    if not _I.isdisjoint(words) and (_FIRST_PERSON.search(text) or _QUOTED_OF_ONE.search(text)):
        return True
    if not _ONE_SAYS.isdisjoint(words) and _QUOTED_OF_ONE.search(text):
        return True
    return not _TELLS.isdisjoint(words) and _THIRD_PERSON.search(text) is not None
