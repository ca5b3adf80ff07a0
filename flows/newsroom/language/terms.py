"""Terms on which a text was given: that it be kept to oneself, or that nobody has asked the one who wrote it."""

import re

SET_BY_SENDER = "Who passed this message on set terms: it is not to be spread, or its writer has not been asked."
"""What the reader of a message notes where the words of whoever passed it on, which are left out, set terms."""

PAPERS = (
    "document|papers?|reports?|memo(?:randum)?|notes?|e-?mails?|messages?|letters?|drafts?|files?|minutes?|briefings?"
    "|bulletin|copy|copies|version|summary|attachments?|slides|presentation|papers|record|list|figures|details"
    "|information|material|update|correspondence|transcript|case study|recording|action log|agenda"
)
"""What is written, and may be passed on, as a part of a pattern."""

SPREADING = (
    "forward|circulate|distribute|disseminate|copy|publish|pass (?:it |this |them )?on|share|print|quote|cite|reproduce"
    "|post|disclose|release|re-?publish|re-?transmit|broadcast|publicise|advertise|tweet|screenshot|photograph|upload"
    "|repeat|minute|leak|email|mention"
)
"""What somebody does who passes it on, likewise."""

KEPT_FROM = (
    r"not\s+(?:for|to\s+be)\s+(?:(?:onward|wider|general|public|further|external|any|open|re-?|unlimited|online"
    r"|social)\s+)*"
    r"(?:circulat(?:ion|ed)|publication|publish(?:ed|ing)|distribut(?:ion|ed|ing)|disseminat(?:ion|ed|ing)|shar(?:ing"
    r"|ed)"
    r"|release[d]?|forward(?:ed|ing)|transmi(?:ssion|tted)|quot(?:ed|ation|ing)|cit(?:ed|ation|ing)"
    r"|print(?:ed|ing)?\b|post(?:ed|ing)\b|disclos(?:ed|ure)|passed\s+on|repeated|discussed"
    r"|mentioned"
    r"|broadcast|use\b|attribution|removed|taken\s+away|left|minut(?:ed|ing)|media\b|(?:the\s+)?(?:newsletter|website"
    r"|web"
    r"|press|media|public(?:\s+domain)?|minutes|bulletin|record|intranet|internet|notice ?board|outside world)\b)"
)
"""What a text says that is not for circulation, likewise."""

AMONG = (
    "(?:the |our |your |its )?(?:(?:board|panel|committee|council|forum|group|steering group|branch|team|union|core)"
    " )?(?:members?|trustees?|governors?|officers|managers|staff|board|panel|committee|forum|group|team|recipients?"
    "|named"
    " recipients?|addressees?|attendees|participants|those present|councillors|steering group|signatories|delegates)"
    "|your|members"
)
"""Among whom something is to stay, likewise."""

_CONTENTS = "(?:the )?contents? of (?:this|the (?:attached|enclosed))"
_THIS = (
    rf"(?:this|these|they|(?:the )?(?:attached|enclosed|following|foregoing|above|below)|what follows|none of (?:this"
    rf"|it"
    rf"|these)|{_CONTENTS}(?: (?:{PAPERS}))?|(?:this|these|the (?:attached|enclosed|following))(?: [\w-]+)? (?:{PAPERS}"
    r"|items?|section|part|page|discussion|conversation|announcement|news|thread|chat|call|meeting|copy|version"
    r"|notice))"
)
_IS = (
    r"(?:is|are|remains?|must (?:be|stay|remain)|should (?:be|stay|remain)|has been|have been|will be|to (?:be|stay"
    r"|remain)|stays?)"
)
_HOW = (
    r"(?:(?:strictly|highly|very|private and|personal and|still|also|meant to be|sent to you|shared|sent|given to you"
    r"|supplied|provided|issued|being shared|to be treated as|to be kept|marked|kept) )*"
)
_NOT_BE = (
    r"(?:(?:must|should|may|can|is|are|ought)(?: not|n't)(?: to)?|cannot|(?:is|are) never to) (?:be (?:shared"
    r"|circulated"
    r"|forwarded|passed|distributed|disseminated|disclosed|discussed|published|printed|quoted|repeated|copied|mentioned"
    r"|posted|attributed|used outside|taken (?:out|away))|leave (?:this|the) (?:room|group|building|team|office)"
    r"|go (?:beyond|outside|any further|further|in the|into the))\b"
)
_PASSING_ON = rf"(?:{SPREADING})(?:(?:, (?:{SPREADING}))*,? (?:or|and) (?:{SPREADING}))?"
_IN_CONFIDENCE = r"in (?:strict |the strictest )?confidence\b"
_OPENS = r"(?:\A|(?<=[.!?*] ))"
_NOT = r"(?:do not|don'?t|(?<!were told )(?<!was told )(?<!been told )not to|rather you did(?: not|n't)|never)"

_RULES = tuple(
    (triggers, re.compile(pattern))
    for triggers, pattern in (
        (("not for", "not to be"), rf"\b(?:{KEPT_FROM})"),
        (("none of",), r"\bnone of (?:this|it|these) (?:is|are) for the (?:newsletter|minutes|website|press|record)\b"),
        (
            (
                "confiden",
                "only",
                "restricted",
                "embargo",
                "private",
                "secret",
                "privileged",
                "record",
                "between",
                "within",
            ),
            (
                rf"\b{_THIS}(?: to [\w ]{{3,30}})? {_IS} {_HOW}(?:confidential|(?:for (?:the )?(?:{AMONG})[\w "
                rf"]{{0,20}} "
                rf"only)"
                r"|restricted to|(?:in|under) (?:strict |the strictest )?(?:confidence|embargo)|embargoed|private\b(?! "
                r"fund)"
                r"|secret|legally privileged|off the record|just between|strictly between|between (?:us|ourselves"
                r"|you and"
                r" me)|within (?:the|this) (?:room|group|team|building|committee|forum))"
            ),
        ),
        (
            ("not be ", "n't be ", "cannot be ", "not to be ", "not leave", "not go "),
            rf"\b{_THIS} (?:[\w ]{{0,20}} )?{_NOT_BE}",
        ),
        (("no further", "no farther"), rf"\b{_THIS} (?:should|must|may|can|will|ought to) go no f[ua]rther"),
        (
            ("do not", "don't", "dont ", "not to ", "rather you did", "never "),
            (
                rf"\b{_NOT} {_PASSING_ON}(?: (?:this|it|these|them|any of (?:this|it|these)|my name|our names?|the "
                rf"(?:minutes"
                r"|notes|e-?mail|document|paper|report|figures|attached|contents?|names?))\b|(?: (?:outside|beyond"
                r"|further"
                r"|any further|wider|more widely|on|online|or (?:forward|share|post|copy))\b|[.!]|$)|(?: (?:this |it "
                r")?with"
                r" (?:anyone|anybody|others|people|colleagues|families|partners|the (?:press|public|family))\b(?! who"
                r" needs)))"
            ),
        ),
        (
            ("do not", "don't"),
            (
                r"\b(?:do not|don't) (?:(?:put|post|place) (?:this|it|these|them|any of (?:this|it)) (?:online|up\b|on"
                r" (?:social|face|the|any|what|twitter|x\b|linked|insta)|in (?:the (?:newsletter|minutes|bulletin"
                r"|paper)"
                r"|print|writing))|(?:discuss|talk about|use|mention) (?:this|it|these|them|any of (?:this|it)) "
                r"(?:outside"
                r"|with|beyond|to|anywhere|elsewhere)|leave (?:this|it|these|copies|a copy) (?:lying|about|on|in|where)"
                r"|show (?:this|it|these) to)\b"
            ),
        ),
        (
            ("rather", "prefer"),
            (
                r"\b(?:i|we)(?:'?d| would) (?:rather|prefer)(?: that)? (?:you did(?: not|n't) (?:share|pass|forward"
                r"|quote"
                r"|print|mention|repeat)|(?:this|it) (?:was|were|did|went|is)?(?: not|n't| no) ?(?:go|shared|printed"
                r"|passed"
                r"|further|in|out|be)?)"
            ),
        ),
        (
            ("keep ", "treat ", "hold ", "regard ", "handle ", "consider "),
            (
                r"\b(?:please |kindly )(?:keep|treat|hold|regard|handle|consider) (?:this|it|the above|these|them"
                r"|all of"
                r" (?:this|it)|what follows|the (?:attached|enclosed|contents?)|(?:these|this|the|all) [\w ]{0,24}?"
                rf"(?:{PAPERS}|contents?|names?))(?: of (?:this|the|these) [\w-]+)?(?: \w+)? ?(?:(?:as |in "
                rf")?(?:strictly"
                r" |strict |the strictest )?(?:confidential|confidence)|to your(?:self|selves)|between (?:us"
                r"|ourselves|you"
                r" and me)|within (?:the|this|your) (?:room|team|group|forum|committee)|private|under your hats?|off "
                r"the"
                r" record|out of (?:the|print))\b"
            ),
        ),
        (
            ("keep ", "treat "),
            (
                r"\b(?:keep|treat) (?:this|it|the above|these)(?: \w+)? (?:(?:as )?(?:strictly )?confidential|in "
                r"confidence"
                r"|to your(?:self|selves)|between (?:us|ourselves)|within (?:the|this|your) (?:room|team|group|forum"
                r"|committee)|under your hats?|off the record)\b"
            ),
        ),
        (("kept within",), r"\b(?:be|is) kept within (?:the|this|these) (?:room|group|team|walls|committee)\b"),
        (
            ("circulation", "distribution"),
            r"\b(?:circulation|distribution) (?:of (?:this|these) [\w-]+ )?(?:is|to be) (?:restricted|limited) to\b",
        ),
        (("sensitive",), r"\bofficial[ –:-]+sensitive\b"),
        (("internal ",), r"\bfor internal (?:use|circulation)\b|\binternal use only\b"),
        (
            ("confidential",),
            rf"{_OPENS}(?:strictly |private and |highly )+confidential(?=[.!:,]| (?:{PAPERS})\b|\Z)",
        ),
        (
            ("embargo",),
            (
                r"\bembargoed until\b|\b(?:announcement|news|report|release|statement|story|findings|results) (?:is|are"
                r"|remains?) (?:strictly )?(?:under (?:strict )?embargo|embargoed)\b"
            ),
        ),
        (("without prejudice",), rf"{_OPENS}(?:written )?without prejudice\b"),
        ((" only",), r"\bfor (?:your|addressee'?s?) (?:eyes|ears) only\b"),
        (("must not leave",), r"\bmust not leave (?:this|the) (?:room|group|building|team|office)\b"),
        (
            ("confidence",),
            (
                r"\b(?:i|we)(?:'(?:m|re)| am| are)? (?:writing|write|tell(?:ing)? you(?: this)?|send(?:ing)? (?:you "
                r")?this"
                rf"|shar(?:e|ing) this) (?:to you )?{_IN_CONFIDENCE}|{_OPENS}(?:sent|shared|written|supplied|given) "
                rf"(?:with"
                rf" you |to you )?{_IN_CONFIDENCE}|\b(?:it|this) is (?:being )?(?:shared|sent|given|supplied) (?:with "
                rf"you |to"
                rf" you )?{_IN_CONFIDENCE}"
            ),
        ),
        (("from me",), r"\byou did(?: not|n't) (?:hear|get) (?:this|it|that) from me\b"),
        (("please ",), rf"\bplease (?:delete|destroy|shred|burn) (?:this|it|the (?:{PAPERS})|after|once)\b"),
        (
            ("me before", "us before"),
            (
                rf"{_OPENS}(?:please )?(?:ask|check with|speak to|contact) (?:me|us) before (?:you )?(?:shar|us|print"
                rf"|quot"
                r"|forward|publish|pass|circulat|post)"
            ),
        ),
        (
            ("without",),
            r"\bnot to be \w+ without (?:my|our|her|his|their) (?:permission|consent|say-so|leave|agreement)\b",
        ),
        (
            (" out of ",),
            r"\bplease (?:leave|keep) (?:this|it|me|us|my name|our names?) out of (?:the|any|your)\b",
        ),
    )
)
"""Words of which a text must hold one, and the pattern that it then may fit: a look for a few letters costs little."""

_UNASKED = re.compile(
    r"\b(?:have|has|had) (?:not|never) (?:yet |actually )?(?:asked|checked with|spoken to|told|heard back from)"
    r" (?:her|him|them|the (?:family|writer|author|sender)|[A-Z][a-z]+)\b"
    r"|\b(?:haven|hasn|hadn|didn|don|doesn)[’']?t (?:yet |actually )?(?:asked?|checked with|spoken to|told|got|have)"
    r" (?:her"
    r"|him|them|permission|consent|the (?:family|writer|author|sender))\b"
    r"|\bnobody has asked (?:her|him|them|the (?:family|writer|author|sender))\b"
    r"|\bwithout (?:asking|(?:her|his|their) (?:knowing|knowledge|consent|permission|say-so))\b"
    r"|\b(?:she|he|they|the family) (?:does|do|did)(?: not|n[’']t) know (?:that )?(?:I|we)\b"
    r"|\b(?:awaiting|waiting for|subject to|need|needs|needing|still need) (?:her|his|their|the family[’']s)"
    r" (?:consent|permission|agreement|ok|say-so)\b"
    r"|\b(?:ask|check with) (?:her|him|them|the family) (?:first|before)\b"
    r"|(?:\A|[.!?,;–-] ?|\b(?:but|maybe|perhaps|please|better|can you|could you|might|should|to) )(?:check|clear it"
    r"|run it past"
    r"|square it) ?(?:with )?(?:her|him|them|the (?:family|writer|author|sender))\b"
    r"|\b(?:if|as long as|provided|so long as|assuming) (?:she|he|they|the family)(?: is|[’']s| are|[’']re)? (?:ok"
    r"|okay|happy"
    r"|fine|agrees?|says? yes|does(?: not|n[’']t) mind|do(?: not|n[’']t) mind)\b"
    r"|\b(?:not sure|don[’']?t know|no idea) (?:if|whether) (?:she|he|they|the family)(?:[’']d| would)? (?:wants?"
    r"|mind|likes?|agrees?"
    r"|knows?|is happy|are happy)\b",
    re.IGNORECASE,
)


def is_to_be_kept(text: str) -> bool:
    """Whether a text says of itself, or of what it goes with, that it is not to be spread."""
    low = text.lower().replace("’", "'")
    return any(pattern.search(low) for triggers, pattern in _RULES if any(trigger in low for trigger in triggers))


def sets_terms(text: str) -> bool:
    """Whether the words with which somebody passes a text on keep it from being printed before somebody is asked."""
    return is_to_be_kept(text) or _UNASKED.search(text) is not None
