"""The words that tell who says what stands between marks: verbs of saying, and the forms of a sentence around them."""

import re

from flows.newsroom.language.words import word_set

_SAYING = word_set(
    """
    argue believe conclude describe explain insist recall suggest warn
    beamed branded cautioned clarified condemned congratulated dismissed emphasised enthused exclaimed hailed
    highlighted signed thanked vowed
    accepted accepts acknowledged acknowledges added adding adds admit admits admitted advised advises announced
    announces answered answers argued argues arguing asked asking asks assured assures began begin begins
    believed believes called calling calls claimed claims commented comments concluded concludes confirm
    confirmed confirms continued continues countered counters declared declares described describes describing
    dodał dodała dywedodd eglurodd emailed emails explained explaining explains feel feels felt grinned grins
    informed informs insisted insisting insists joked jokes laughed laughs maintained maintains meddai mused
    muses mówi mówił mówiła nodded nods noted notes observed observes offered offers pisze posted posts
    powiedział powiedziała praised praises promised promises quipped quips recalled recalls reckoned reckons
    reflected reflects remarked remarks remembered remembers reminded reminds repeated repeats replied replies
    reply reported reports responded responds said say saying says scribbled scribbles shouted shouts shrugged
    shrugs sighed sighs smiled smiles stated states stressed stresses suggested suggests swear swears swore tell
    telling tells texted texts think thinks thought told tweeted tweets urged urges urging warned warning warns
    welcomed welcomes whispered whispers wondered wonders write writes writing written wrote ysgrifennodd
    """
)
_PHRASES = (
    "finds that",
    "found that",
    "goes on",
    "paid tribute",
    "pointed out",
    "points out",
    "put it",
    "puts it",
    "quoted as saying",
    "read out",
    "reads out",
    "summed it up",
    "summed up",
    "sums it up",
    "sums up",
    "spoke about",
    "spoke of",
    "talked about",
    "talked of",
    "went on",
    "with the words",
)
_SAID = f"(?:{'|'.join(sorted((*_SAYING, *_PHRASES), key=len, reverse=True))})"
VERB = re.compile(rf"\b{_SAID}\b", re.IGNORECASE)
SPEAKS_OF_WORDS = re.compile(
    r"\b(?:answers?|words|to say|comments?|feedback|message|reads?|questions?|asking|across|card|sign|letter|e-?mail"
    r"|motto|statements?|phrase|agreed?|chose|ticked|felt|think|thought|heard|headings?)\b",
    re.IGNORECASE,
)
BY = re.compile(
    r"\b(?:told|asked|described|said|put|called|written|quoted|summed up) (?:as )?by (?P<who>.+?)"
    r"(?= (?:last|this|that|who|which|as|in|on|during|when|before|after)\b|[,;:(]|\Z)"
)
ACCORDING = re.compile(
    r"\b(?:according to|in the words of|to quote) (?P<who>[^,:;]{2,80}?)\s*(?:,[^;:]{0,80})?[,:]?\s*\Z|"
    r"\bas (?P<whose>[^,:;]{2,80}?) (?:puts?|said|says|wrote|writes)(?: it)?\s*[,:]?\s*\Z",
    re.IGNORECASE,
)
WHO = re.compile(r"(?:\b(?:by|from|to|with|of|and|heard|met)|,)\s+(?P<who>[^,;:]{2,60}?),? who(?: \w+){0,2}\s*\Z")
SOMEBODY_WHO = re.compile(r"\b(?:an?|one|some|two|three) [^,.;:]{2,60},? (?:and )?who\b[^,;:]* and\s*\Z")
FIRST = re.compile(rf"[\s,–—-]*(?:as )?\b{_SAID}\s+(?P<who>.+)", re.DOTALL)
AFTER = re.compile(
    r"[\s,–—-]*+(?!(?:and|but|or|which|when|because|to|is|was|are|were|in|on|at)\b)(?P<who>[^.!?;:“”\"]{1,120}?)"
    rf"\s(?:(?:then|also|later|simply|often|once|has|had|used to|would|\w+ly) ){{0,2}}{_SAID}\b"
)
OWN_WORDS = re.compile(
    r"(?:(?P<who>[^.!?:;]{2,60}?)[’']s?|(?P<whose>(?:[Hh]er|[Hh]is|[Tt]heir))) (?:\w+ ){0,2}?"
    r"(?:answer|reply|words|advice|motto|message|rule|phrase|response|verdict)"
    r"(?: (?:was|is|were|are|to [^“\"‘]{1,40}|remains))?[^“\"‘]{0,30}\Z"
)
WORDS_OF = re.compile(
    r"[\s,]*(?:(?:Those|These|That) ?)?(?:are|were|is|was|[’']s) (?:the words of|what|how) (?P<who>[^.;:]{2,80})"
)
LATER_ACCORDING = re.compile(r"[\s,–—-]*according to (?P<who>[^.;:“”\"]{2,120})")
DASHED = re.compile(r"\s*[–—-]{1,2}\s*(?P<who>[A-Z][^.!?“”\"]{2,80})\.?\s*\Z")
CARD = re.compile(r"[A-Z][^,.!?:]{2,40}(?:, [^.!?:]{2,80})?")  # "Jane Brown, volunteer" on a line of its own
VERB_ENDS = re.compile(rf"\b{_SAID},?\Z")
IN_BRACKETS = re.compile(r"\s*\((?P<who>[A-Z][^()]{2,60})\)")
LABEL = re.compile(r"(?P<who>[A-Z][\w’'.-]*(?: [\w’'.&-]+){0,6}):\s*\Z")
ADJACENT = re.compile(rf"\b{_SAID}(?: [^“”\"‘,;:]{{1,60}})?\s*[,:–—-]?\s*\Z", re.IGNORECASE)
PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+\Z")
