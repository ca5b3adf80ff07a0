"""Sentences with the words of a promise that promise nothing: asked, foretold, wished, told to readers or past."""

import re

_WILL = r"(?:will|shall)"
_WILL_SHORT = r"(?: will| shall|[’']ll)"
_ASKED = (
    r"\?\s*[”’\"']?\Z"
    rf"|\b(?:[Ww]hat|[Hh]ow|who|whom|whether|if) (?:[Ww]e|I|they|she|he|it|[Tt]he \w+|this \w+) {_WILL}\b"
    rf"|\b[Ww]hat {_WILL}\b|\bwill do(?: about [^.;]+)?\W*\Z"
)
_IF = (
    rf"\A[“”\"'‘]*(?:If|When|Unless|Should)\b(?!.*[,;] (?:and )?(?:[Ww]e|I){_WILL_SHORT}\b)"
    r"(?! (?:you|any(?:body|one)|some(?:body|one)|[a-z]+ (?:is|are) an? (?:worry|problem|difficulty))\b"
    rf".*\b(?:[Ww]e|I){_WILL_SHORT}\b)"
    r"|\A(?:As|Although|Last|In 19)\b|\bwould\b[^.;]{0,120}\bif (?:they|we|he|she|it|I|you|the)\b"
)
# "You will need a laptop", "most will see no change": but nobody will be turned away.
_OF_ANYBODY = (
    r"\b(?:you|You|nobody|Nobody|no one|many|most|some) (?:will|won[’']t|[’']ll)\b"
    r"(?! be (?:asked|charged|turned|refused|made|forced|left|sent|moved|told to|evicted|penalised|named|lost|worse)\b)"
    r"|\b(?:[Pp]eople|[Ss]ome|[Mm]any \w+|[Mm]ost \w+|[Ss]ome of \w+|of whom \w+)"
    rf" {_WILL}\b"
    r"(?! be (?:asked|charged|turned|refused|offered|paid|told)\b)"
    r"|\b(?:[Nn]othing|[Nn]obody|[Nn]o one|[Nn]one) [^.;]{0,60}\b(?:is|are) to be\b"
    r"|\b(?:[Dd]elegates|[Pp]articipants|[Aa]ttendees|[Ll]earners|[Gg]uests|postholder|candidate|applicants?) will\b"
    r"|\b(?:[Ll]unch|[Rr]efreshments|[Tt]ea|[Cc]offee|[Ff]ood|[Pp]arking) (?:[a-z]+ ){0,3}will be\b"
)
_STATES = (
    r"\b(?:will|shall) (?:sooner or later"
    r"|not|never|no longer|have to|need to|only|always|often|usually|probably|already|want|know"
    r"|see(?! (?:what|if|whether|to))"
    r"|feel|find|recognise|remember|benefit|depend|become|continue to be|call (?:him|her|them|it)|call [A-Z])\b"
    r"|\bwon[’']t\b|[’']ll never\b|\b(?:will|shall|[’']ll) still (?:be|have|need)\b|\bwill (?:was|is|were)\b"
    rf"|\b{_WILL} have (?!the\b|an?\b|no\b|to\b)\w+(?:ed|ft|ne|en|un|id|ld)\b"
    r"|\b(?:[Cc]ourse|[Dd]ay|[Ss]ession|[Ww]orkshop|[Tt]raining|[Ss]tudy|[Gg]uide) aims to\b"
)
# "I'll be honest", "we will say 'Come'": words that are done by saying them.
_SAID = (
    rf"\bI{_WILL_SHORT}(?: \w+ly| just| also| now)? (?:be (?:honest|brief|frank)|never|say|tell you|admit|confess"
    r"|believe|bet|grant|spare|put it|explain|leave (?:it|you) (?:there|with)|have a word)\b"
    rf"|\b[Ww]e{_WILL_SHORT} say\b"
)
_WISHED = r"\bhopes? that\b|\bno plans? to\b|\b(?:who|that|which) (?:is|are) about to\b"
# Whom to ring, and what happens then.
_TOLD_TO_READERS = (
    r"\A(?:Ring|Call|E-?mail|Write|Send|Download|Contact|Ask|Phone|Telephone|Text|Visit)\b"
    r".*\band (?:we|she|he|they|I)\b"
    r"|\bor (?:send|ring|telephone|phone|e-?mail|call|write)\b.*\band (?:we|she|he|they) will\b"
    r"|\bask for [A-Z].*\band (?:we|she|he|they) will\b|\b(?:number|line|address|e-mail) (?:on|at|to) which\b"
)
_PAST = re.compile(r"\basked for [^.;]{1,30} to be\b|\b(?:first|last|only) [^.;]{1,60} to be\b")
_NO_PROMISE = re.compile(f"{_ASKED}|{_IF}|{_OF_ANYBODY}|{_STATES}|{_SAID}|{_WISHED}|{_TOLD_TO_READERS}")


def promises_nothing(text: str) -> bool:
    """Whether a sentence, whatever it says will be, is nobody's word for it."""
    return _NO_PROMISE.search(text) is not None or is_told_of_the_past(text)


def is_told_of_the_past(text: str) -> bool:
    """Whether its "to be" is long over: "the first clerk to be sent", "she asked for hers to be sent"."""
    return _PAST.search(text) is not None
