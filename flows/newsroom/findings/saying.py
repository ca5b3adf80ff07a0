"""The words that tell who says what stands between marks: verbs of saying, and the forms of a sentence around them."""

import re

from flows.newsroom.language.names import FULL_NAME, HONORIFIC, NAME
from flows.newsroom.language.words import word_set

_SAYING = word_set(
    """
    claim warn admit insist argue recall ruled judged deemed found finds
    accepted accepts acknowledged acknowledges added adding adds admit admits admitted advised advises announced
    announces answered answers apologised apologises appealed argue argued argues arguing asked asking asks
    assured assures beamed began begin begins believe believed believes boasted branded called calling calls
    cautioned cautions claimed claims clarified commented comments complain complained complaining complains conceded
    concedes conclude concluded concludes condemned confessed confesses confided confides confirm confirmed
    confirms congratulated contended contends continued continues countered counters cried declared declares
    describe described describes describing disagreed disagrees dismissed dodał dodała dywedodd echoed eglurodd
    emailed emails emphasised enquired enquires enthused exclaimed exclaims explain explained explaining
    explains feel feels felt grinned grins growled grumbled grumbles hailed highlighted implored informed
    informs inquired insist insisted insisting insists interjected interrupted intervened joked jokes lamented
    laments laughed laughs maintained maintains meddai mused muses muttered mutters mówi mówił mówiła nodded
    nods noted notes objected observed observes offered offers opined pisze pleaded pleads posted posts
    powiedział powiedziała praised praises proclaimed promised promises protested quipped quips ranted recall
    recalled recalls reckoned reckons recounted recounts reflected reflects remarked remarks remembered
    remembers reminded reminds repeated repeats replied replies reply reported reports responded responds
    retorted retorts said say saying says scoffed scoffs scribbled scribbles shouted shouts shrugged shrugs
    sighed sighs signed smiled smiles stated states stressed stresses suggest suggested suggests swear swears
    swore tell telling tells testified testifies texted texts thanked think thinks thought told tweeted tweets
    urged urges urging uttered ventured vowed vows warn warned warning warns welcomed welcomes whispered
    whispers wondered wonders write writes writing written wrote ysgrifennodd
    """
)
_PHRASES = (
    "are clear that",
    "are told",
    "had this to say",
    "has this to say",
    "is adamant",
    "is clear that",
    "made clear",
    "made it clear",
    "make it clear",
    "makes it clear",
    "put in",
    "put the case",
    "said of",
    "wanted to know",
    "wants to know",
    "was adamant",
    "was blunt",
    "was clear",
    "was clear that",
    "was frank",
    "was in no doubt",
    "were clear",
    "finds that",
    "found that",
    "goes on",
    "paid tribute",
    "pointed out",
    "puts? (?:that|this|it|them) down to",
    "puts? it like this",
    "held that",
    "to call (?:it|this|that|them)",
    "points out",
    "put it",
    "puts it",
    "quoted as saying",
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
NOUN_OR_VERB = re.compile(rf"\b{_SAID}\b", re.IGNORECASE)
# Behind "a" or "her" it is a noun: "a written warning for “…”".
VERB = re.compile(
    r"(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bhis )(?<!\bits )(?<!\btheir )(?<!\bno )(?<!written )(?<!favourite "
    r")(?<!usual )(?<!final )(?<!formal )"
    rf"\b{_SAID}\b",
    re.IGNORECASE,
)
SPEAKS_OF_WORDS = re.compile(
    r"\b(?:put to (?:us|me|them|you|the \w+)|reads? out|calls? (?:this|it|that|them)|we hear|is said|are said|goes"
    r" the|the ones? (?:that|who)"
    r"|answers?|words|to say|comments?|feedback|message|reads?|questions?|asking|across|card|sign|letter|e-?mail"
    r"|motto|warnings?|notices?|statements?|phrase|agreed?|chose|ticked|felt|think|thought|heard|headings?)\b",
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
# "It would not do it for ever, she added": who adds it stands behind the last comma.
TAG = re.compile(rf",\s(?P<who>(?i:she|he|they|the [a-z]+(?: [a-z]+)?)|{HONORIFIC} {NAME}|{NAME}(?: {NAME})?)\s\Z")
# "closed with what a guest wrote": the guest.
WHAT_ONE = re.compile(
    r"\b(?:what|which|that|how|words|line|something|note|card|letter) (?P<who>(?:a|an|one|another|the|our|his|her)"
    r" (?:[\w-]+ ){0,3}?[\w-]+)(?: (?:had|has|once|then))?\s*\Z"
)
# "read out some of what people had told the callers": what a crowd said is no one person's.
WHAT_MANY = re.compile(
    r"\b(?:what|things|words) (?:the |some |our |other )?(?:people|others|[a-z]+s)(?: (?:had|have))?\s*\Z"
)
POINTED_BACK = re.compile(
    r"(?:It was )?(?P<who>[^.!?;:“”\"]{1,60}?),? (?:who )?(?:told|said|wrote|says|writes|texted"
    r"|emailed|typed|muttered|shouted|sent)"
    r" (?:(?:me|us|him|her|them|the [\w-]+)\s)?(?:that|this|it)\b(?! (?:the|a|she|he|they|we|I|it|was|is|would|had)\b)"
)
SOMEBODY_WHO = re.compile(r"\b(?:an?|one|some|two|three) [^,.;:]{2,60},? (?:and )?who\b[^,;:]* and\s*\Z")
FIRST = re.compile(rf"[\s,–—-]*(?:as )?\b{_SAID}\s+(?P<who>.+)", re.DOTALL)
AFTER = re.compile(
    r"[\s,–—-]*+(?!(?:and|but|or|which|when|because|to|is|was|are|were|in|on|at)\b)(?P<who>[^.!?;:“”\"]{1,120}?)"
    rf"\s(?:(?:then|also|later|simply|often|once|has|had|used to|would|\w+ly) ){{0,2}}{_SAID}\b"
)
OWN_WORDS = re.compile(
    r"(?:(?P<who>[^.!?:;]{2,60}?)[’']s?|(?P<whose>(?:[Hh]er|[Hh]is|[Tt]heir))) (?:\w+ ){0,2}?"
    r"(?:answer|reply|words|advice|motto|message|rule|phrase|response|verdict|sayings?|line)"
    r"(?: (?:was|is|were|are|to [^“\"‘]{1,40}|remains))?[^“\"‘]{0,30}\Z"
)
WORDS_OF = re.compile(
    r"[\s,]*(?:(?:Those|These|That) ?)?(?:are|were|is|was|[’']s) (?:the words of|what|how) (?P<who>[^.;:]{2,80})"
)
OWNED = re.compile(
    r"[\s,]*(?:(?:was|were|is|are)\s+(?:how )?|in )(?:(?P<who>[A-Z][^.;:]{2,60}?)[’']s?"
    r"|(?P<whose>[Hh]er|[Hh]is|[Tt]heir)) (?:\w+ ){0,2}?(?:words?|answer|reply|verdict"
    r"|response|advice|phrase|message|motto|comment|description)\b"
)
# "“Have you eaten?” was the first thing Jane Brown said to me."
FIRST_THING = re.compile(
    r"[\s,]*(?:was|were|is) (?:the )?(?:first|last|only) (?:things?|words?)(?: that)? (?P<who>[^.;:]{2,40}?)"
    r" (?:ever |had )*(?:said|told|asked|wrote)\b"
)
# "For Jane Brown, it is “…”", "What Jane Brown wants is “…”", "Said Jane Brown: “…”".
FOR = re.compile(
    r"(?:\A|[.!?]\s)\W*(?:For (?P<who>[^,.;:]{2,60}),? (?:it|this|that|the \w+) (?:is|was|remains|means|meant)"
    r"|What (?P<whose>[^,.;:]{2,50}?) (?:wants|wanted|asks for|asked for|calls for|called for|hopes for|hoped for|needs"
    r"|remembers|remembered|likes|liked|fears|feared|misses|missed)(?: most| above all)? (?:is|was)"
    r"|(?:Said|Says|Wrote|Added) (?P<whom>[^,.;:]{2,60})[:,])\s*\Z"
)
# "It was, said Jane Brown, “…”", "Members heard from Jane Brown that it was “…”".
IN_THE_MIDST = re.compile(
    r", (?:said|says|wrote|writes|added|argued|argues|insisted|insists) (?P<who>(?:the |[A-Z])[^,.;:]{2,60}),\s*\Z"
    r"|\b(?:heard|hears|learned|learnt) from (?P<whose>[^,.;:]{2,60}?) that\b[^.;:]{0,80}\Z"
)
OF_A_CROWD = re.compile(r"\b(?:shouts|cries|chants|calls|murmurs|boos|choruses|chorus) of\s*\Z")
LATER_ACCORDING = re.compile(r"[\s,–—-]*according to (?P<who>[^.;:“”\"]{2,120})")
DASHED = re.compile(r"\s*[–—-]{1,2}\s*(?P<who>[A-Z][^.!?“”\"]{2,80})\.?\s*\Z")
# "Jane Brown, who was new then, recalls being found by him." and what she recalls is set apart below.
NOW = re.compile(r"\b(?:recalls|remembers|puts it)\b")
CARD = re.compile(r"[A-Z][^,.!?:]{2,40}(?:, [^.!?:]{2,80})?")  # "Jane Brown, volunteer" on a line of its own
VERB_ENDS = re.compile(rf"\b{_SAID},?\Z")
IN_BRACKETS = re.compile(r"\s*\((?P<who>[A-Z][^()]{2,60})\)")
BRACKETED_LINE = re.compile(r"\((?P<who>[A-Z][^(),]{1,40})(?:, [^()]{2,80})?\)\.?")
LABEL = re.compile(r"(?P<who>[A-Z][\w’'.-]*(?: [\w’'.&-]+){0,6}):\s*\Z")
ADJACENT = re.compile(rf"\b{_SAID}(?: [^“”\"‘,;:]{{1,60}})?\s*[,:–—-]?\s*\Z", re.IGNORECASE)
PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+\Z")
ASIDE = re.compile(r"\A,? and (?:I|we)\s+\Z")
OF_ANOTHER = re.compile(r"\b(?:of|for|with) [^,.;]{2,60},? [^;.]{0,40}\bfor having\s+\Z")
APPOSED = re.compile(rf", (?P<who>(?:{HONORIFIC} )?{FULL_NAME}),?\s*\Z")
IT = re.compile(r"(?:(?:and|but|so|then|also|later),? )*it(?: (?:also|then|now|has|had))*\s*", re.IGNORECASE)
BODY_FIRST = re.compile(
    rf"\W*(?:(?:The|One|Another|Its|Their) [^,.;]{{2,40}}, (?={NAME} {NAME}))?"
    rf"(?P<who>(?:The|Our|Its|A) [\w’' -]{{2,60}}?|{NAME}(?: (?:of |for |and |the )*{NAME})+),?"
    rf" (?:who|which|is|was|has|had|will|wants?|says?|found|finds|set|published|told|{_SAID})\b"
)
# "That drew a short answer from Jane Brown.", "The council's answer, from Jane Brown, was": words that are somebody's.
_WORDS_OF_SPEECH = (
    r"(?:answer|reply|response|reaction|rebuke|retort|comment|message|verdict|warning|question|plea|objection|note|text"
    r"|tribute|apology|statement|protest|reminder|word|praise|call|thanks|line|advice|admission|challenge|rejoinder)"
)
DRAWN_FROM = re.compile(rf"\b{_WORDS_OF_SPEECH}s? (?:from|by|of) (?P<who>[^.;:“”\"]{{2,90}}?)[.:]?\s*\Z")
WORDS_FROM = re.compile(
    rf"\b{_WORDS_OF_SPEECH}s?,? (?:came )?(?:from|by) (?P<who>[^.;:“”\"]{{2,80}}?),? (?:was|were|is|are|ran|read)\b"
)
# "The Chair will write to them": nothing is said yet.
TO_COME = re.compile(r"\b(?:will|shall|is to|are to|should|must|to be)(?: then| also| now)? \Z")
WITHIN = re.compile(r" (?:that|how|what|whether|if|why) (?=\S)")
GOES_ON = re.compile(r"(?:She|He) (?!(?:said|told|asked|added|says|went on|replied)\b)")
INITIALS = re.compile(r"[A-Z]{2,4}")
ASKS = re.compile(
    r"\b(?:ask(?:s|ed)?|wonder(?:s|ed)?|wants? to know|wanted to know|quer(?:y|ied|ies)|enquire[ds]?)\b|\?"
)
SOME_PERSON = re.compile(
    r"(?:\A|[.!?]\s+)(?:[A-Z][a-z]+ (?:year|week|month|day|time|night),? )?"
    r"(?P<who>(?:[Oo]ne of (?:our|the|my|their) [a-z]+s\b|(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w-]+ ){0,3}?"
    r"(?:man|woman|lady|gentleman|mother|father|mum|dad|carer|parent|person|resident|tenant|patient|user|client|member"
    r"|student|worker|nurse|colleague|volunteer|girl|boy|neighbour|guest|participant|survivor|driver|manager"
    r"|learner)\b))"
)
SAID_LAST = re.compile(
    rf", (?:says|said|writes|wrote|argues|insists) (?P<who>(?:{HONORIFIC} )?{FULL_NAME})[^,;:]{{0,60}}\.\s*\Z"
)
ASKED = re.compile(r"\A\W*(?:Asked|When asked)\b[^,]{0,80},")
WHOLE = re.compile(r"[A-Z].{8,}[.!?…]", re.DOTALL)
IS_SO = re.compile(
    r" (?:is|was|are|were|has|had|shakes|shook|does|did|knows|knew|takes|took|sees|saw|puts|puts it|hesitates"
    r"|hesitated|agrees"
    r"|agreed|disagrees|nods|smiles|laughs|shrugs|sighs|pauses|paused|thinks for|looks|looked|points|would)\b"
)
SOME_OTHER = re.compile(
    r"\b(?:man|woman|lady|gentleman|girl|boy|somebody|someone|mother|father|mum|dad|friend|neighbour|interpreter)\b"
)
SPEAKING_BODY = re.compile(
    r"\b(?:[Ww]atchdog|[Oo]mbudsman|[Rr]egulator|[Ii]nspectorate|[Mm]inistry|[Dd]epartment|[Gg]overnment|[Cc]ouncil"
    r"|[Tt]rust"
    r"|[Cc]harity|[Uu]nion|[Gg]uild|[Ll]eague|[Aa]ssociation|[Ff]ederation|[Aa]lliance|[Cc]ommission|[Cc]ommittee"
    r"|[Bb]oard"
    r"|[Pp]anel|[Ff]orum|[Gg]roup|[Nn]etwork|[Ss]ociety|[Ff]oundation|[Cc]ompany|[Uu]niversity|[Cc]ollege|[Aa]gency"
    r"|[Aa]uthority|[Tt]ribunal|[Cc]ourt|[Cc]oalition|[Cc]ampaign|[Ii]nstitute|[Bb]ranch|[Tt]eam|[Cc]entre|Advocacy"
    r"|Services?|Care|Homes|Housing)\b"
)
NEW_SENTENCE = re.compile(r"\s+[“‘\"']?[A-Z]")
