"""Terms on which a text was given: that it be kept to oneself, or that nobody has asked the one who wrote it."""

import re

SET_BY_SENDER = "Who passed this message on set terms: it is not to be spread, or its writer has not been asked."
"""What the reader of a message notes where the words of whoever passed it on, which are left out, set terms."""

_KEPT = re.compile(
    r"\bnot (?:for|to be) (?:onward |wider |general |public |further |external |any )?(?:circulat(?:ion|ed)|publication"
    r"|publish(?:ed|ing)|distribut(?:ion|ed|ing)|shar(?:ing|ed)|release[d]?|forward(?:ed|ing)|copied|copying|quoted"
    r"|quotation|quoting|print(?:ed|ing)?\b|posted|reproduced|passed on|the (?:newsletter|website|press|public"
    r"|minutes))\b"
    r"|\b(?:do not|don[’']t|not to) (?:forward|circulate|distribute|copy|publish|pass on|share|print"
    r"|quote"
    r"|reproduce|post)(?: (?:this|it|these|any of (?:this|it)|my name|the (?:minutes|notes|e-?mail|document|paper"
    r"|report))\b"
    r"|(?: (?:outside|beyond|further|any further|wider|more widely|on))\b|[.!]|$)"
    r"|\bofficial[ –:-]+sensitive\b|\bfor internal (?:use|circulation)\b|\binternal use only\b|\b(?:strictly|private"
    r" and|private &) confidential\b|\bin (?:strict|the strictest) confidence\b"
    r"|\bembargoed until\b|\bwithout prejudice\b|\bfor (?:your|addressee[’']?s?) eyes only\b"
    r"|\b(?:the )?(?:contents? of )?this (?:document|paper|report|memo|note|e-?mail|message|letter|draft|file) (?:is"
    r"|are)"
    r" (?:strictly |private and |highly )?confidential\b"
    r"|\b(?:please )?(?:keep|treat) (?:this|it|the above|these)(?: \w+)? (?:(?:as )?(?:strictly )?confidential|in"
    r" confidence"
    r"|to your(?:self|selves)|between (?:us|ourselves)|within (?:the|this|your) (?:team|group|forum|committee)|private"
    r"|under your hats?|off the record)\b"
    r"|\bmust not leave (?:this|the) (?:room|group|building|team|office)\b"
    r"|\b(?:sent|shared|written|writing|write|tell you this|telling you this) in confidence\b",
    re.IGNORECASE,
)
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
    r"|\b(?:ask|check with) (?:her|him|them|the family) (?:first|before)\b",
    re.IGNORECASE,
)


def is_to_be_kept(text: str) -> bool:
    """Whether a text says of itself, or of what it goes with, that it is not to be spread."""
    return _KEPT.search(text) is not None


def sets_terms(text: str) -> bool:
    """Whether the words with which somebody passes a text on keep it from being printed before somebody is asked."""
    return is_to_be_kept(text) or _UNASKED.search(text) is not None
