"""From the words before or after "said" to who said it, as the text names them.

A role is never turned into a name, and "one colleague" names nobody.
"""

import re
from collections.abc import Sequence

from flows.newsroom.findings.cast import Cast, Mention
from flows.newsroom.language.names import FULL_NAME, HONORIFIC, JOB, NAME, is_personal

# "Her answer was" speaks of her, "her mother said" of somebody else.
_OF_WORDS = (
    r"(?= (?:own |first |last |favourite |usual |only )?"
    r"(?:sayings?|lines?|words|answer|reply|advice|motto|message|rule|phrase|response|verdict)\b)"
)
_PRONOUN = re.compile(rf"(?:(?:she|he|they)\b|(?:her|his|their){_OF_WORDS})", re.IGNORECASE)
_OWNERS = {"her": "she", "his": "he", "their": "they"}
_NOBODY = re.compile(
    r"(?:it|i|we|you|this|that|these|those|there|someone|somebody|anyone|anybody|nobody|who|which|what|how|others?|some"
    r"|people|many|several|most|all|both|each|the (?:first|second|third|fourth|other|others|last|next|latter|former"
    r"|lady|gentleman|man|woman|girl|boy|person|guest"
    r"|visitor|caller|participants?|respondents?|rest|topmost|top|youngest|eldest|oldest)\b"
    r"(?! [a-z]*(?:er|or|ist|man|woman|person|member|officer)\b))\b",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"(?:a|an|one|another|two|three|un|jeden|jedna)\b", re.IGNORECASE)
# "Tenants", "staff": a crowd is nobody, unless somebody says whose: "our reviewers", "members of the disability forum".
_CROWD = re.compile(
    r"(?:(?:many|most|several|few|some|other|older|younger|local|former|new|young|disabled|unpaid|family) )*"
    r"(?:[Ss]taff|[Pp]eople|[A-Za-z]+[^su\W]s|[Mm]en|[Ww]omen|[Cc]hildren)(?: (?:had|have|also|then|often))*"
)
_WRITING = re.compile(
    r"\b(?:letter|card|note|e-?mail|form|poster|leaflet|sign|message|website|page|post|survey|questionnaire|banner"
    r"|placard"
    r"|slide|headline|notice|diary|entry|app|machine|computer)(?: (?:of|on|by|from|about) .*)?(?: (?:ends|begins"
    r"|reads|goes|runs|opens|closes))?\Z",
    re.IGNORECASE,
)
_OF_A_BODY = re.compile(r"(?<!\bone)(?<!\btwo)(?<!\bthree) (?:of|for|from|at) (?:the )?[A-Z]")
_NUMBERED = re.compile(r"\(?\d{1,3}(?:\.\d{1,2})*[.)]?\s+")
_LEADING = re.compile(
    r"(?:(?:and|but|then|so|lastly|finally|later|meanwhile|however|afterwards|as|yesterday|today|while|when|where"
    r"|here[’']s what|this is what|what)\b\s*,?\s*)+",
    re.IGNORECASE,
)
# "At the launch, Jane Brown", "In case number 13 a judge": the scene is not who speaks.
_SCENE = re.compile(
    r"(?:Commenting|Speaking|Responding|Reacting|Asked|Writing|Reflecting|Addressing|"
    r"In|At|On|After|During|For|By|With|Since|From) [^,]{2,80}?"
    r"(?:, | (?=(?:a|an|one|the|our) [a-z]+ [a-z]+\Z)|(?=(?:a|an|one) [a-z]))"
)
# "At the joint meeting on 6 October the Assistant Director": whoever stands last.
_SCENE_OF_A_ROLE = re.compile(
    r"(?:In|At|On|After|During|For|By|With|Since|From|Before|Over|Outside|Inside|Last|Next|This)\b[^,]{2,80} "
    rf"(?=(?:the|our|my|their|his|her|its) (?:[A-Za-z’'-]+ ){{0,4}}{JOB}(?: \w+)?\Z)"
)
_ROLE_ENDS = re.compile(
    r"[,;:()]|\s[–—-]\s|\s(?:who|whose|which|that|has|have|had|was|were|is|are|will|would|could|can|in|on|at|last|this"
    r"|when|after|before|during|about|also|then)\s"
)
_MENTIONED_IN_PASSING = re.compile(r"\b(?:of|to|with|for|by|from|about|told|asked|met|succeeds|thanked|and)\s+\Z")
_JOINED = re.compile(r"\s+and\s+\Z")
_NAME_ALONE = re.compile(rf"(?:{HONORIFIC} )?(?:{NAME} )?{FULL_NAME}")
_APPOSED = re.compile(rf"[^,]{{2,60}}, (?P<who>(?:{HONORIFIC} )?{FULL_NAME})(?: [A-Z]{{2,4}}\b)?(?:,|\Z)")
# "My supervisor, Ilse,": a first name that stands beside whose she is.
_OF_SOMEBODY = re.compile(
    rf"(?:[Mm]y|[Oo]ur|[Hh]er|[Hh]is|[Tt]heir) (?:[a-z][\w’'-]* ){{0,3}}[a-z][\w’'-]*, (?P<who>{NAME}(?: "
    rf"{NAME})?)(?:,.*)?"
)
_SPOKESPERSON = re.compile(
    r"[Aa]n? (?:(?:[\w’'-]+ ){1,5}spokes(?:man|woman|person)|spokes(?:man|woman|person) (?:for|of|from) .{2,50})\Z"
)
_SAID_IN = re.compile(
    r"(?:In (?:an?|his|her|their|its) (?:[a-z]+ )?(?:statement|report|letter|response|reply|speech|e-?mail) "
    r"|(?:(?:[Aa]|[Tt]he) )?(?:statement|question|comment|message|Question|Comment|Message) (?:from|by) )(?=the |[A-Z])"
)
_BEFORE_SAYING = re.compile(r" (?:used to|always|often|once|simply|then|also|still|later|just|reads?)\Z")
_ANY_JOB = (
    rf"(?:{JOB}|judge|sheriff|magistrate|coroner|inspector|sergeant|constable|solicitor|barrister|clerk|caretaker"
    rf"|driver"
    r"|porter|matron|ward sister|sister|vicar|priest|rabbi|imam|teacher|headteacher|tutor|receptionist|planner|doctor"
    r"|GP"
    r"|psychiatrist|surgeon|dentist|midwife|health visitor|key ?worker|advocate|interpreter|landlord|warden|cook"
    r"|cleaner"
    r"|facilitator|trainer|speaker|councillor|mayor|registrar|paramedic|pharmacist|supervisor|assessor|trainee)"
)
_ROLE_ALONE = re.compile(rf"\b(?:[Tt]he|[Oo]ur|[Mm]y) (?:[a-z][\w’'-]* ){{0,3}}{_ANY_JOB}\b(?! (?:of|for|and)\b)")
_NO_ROLE = re.compile(
    r"\A(?![A-Za-z])|\A(?:will|would|can|could|shall|should|may|might|must|is|are|was|were|has|have|had|does|do|did"
    r"|not|in|at|on|after|before|during|for|by|with|since|from|of|to|as|if|when|where|while|that|than)\b|\b(?:I|we"
    r"|you|it|anybody|anyone|everybody|everyone|nobody|somebody|someone|whoever|people|those"
    r"|they|she|he)\Z"
)
_LONGEST_ROLE = 9  # words
_REACH = 20  # characters behind a role in which its body must begin


def pronoun_in(words: str) -> str | None:
    """The pronoun that a phrase begins with, in small letters: "she", "he" or "they"."""
    found = _PRONOUN.match(_LEADING.sub("", words.strip(" ,–—-"), count=1))
    return _OWNERS.get(found.group().lower(), found.group().lower()) if found else None


def who_is(words: str, cast: Cast) -> str | None:
    """Whom a phrase names: a person before a role or a body; None where it names nobody."""
    stripped = _NUMBERED.sub("", words.strip(" ,–—-\n"), count=1)
    lead = _LEADING.match(stripped)
    subject = stripped[lead.end() :] if lead else stripped
    if scene := _SCENE.match(subject) or _SCENE_OF_A_ROLE.match(subject):
        subject = subject[scene.end() :]
    subject = _SAID_IN.sub("", subject, count=1)
    return _person(subject, cast) or _role(subject)


def role_in(text: str) -> str | None:
    """The one role that a text speaks of, such as "The manager"; None where it speaks of none or of two."""
    roles = {match.group().lower(): match.group() for match in reversed(list(_ROLE_ALONE.finditer(text)))}
    return next(iter(roles.values())) if len(roles) == 1 else None


def _person(subject: str, cast: Cast) -> str | None:
    if (kept := _OF_SOMEBODY.fullmatch(subject)) and is_personal(kept["who"]):
        return kept["who"]
    named = [one for one in cast.mentions(subject) if not _is_in_passing(subject, one)]
    if not named:
        match = _NAME_ALONE.match(subject)
        if match is None and (apposed := _APPOSED.match(subject)) and is_personal(apposed["who"].split(". ")[-1]):
            return apposed["who"]
        return match.group() if match and is_personal(match.group().split(". ")[-1]) else None
    return subject[named[0].start : _end_of_pair(subject, named[0], cast.mentions(subject))]


def _is_in_passing(subject: str, mention: Mention) -> bool:
    return _MENTIONED_IN_PASSING.search(subject[: mention.start]) is not None


def _end_of_pair(subject: str, first: Mention, mentions: Sequence[Mention]) -> int:
    """Where the name ends: of two that speak together ("Una Brown and Isla Grey") the second."""
    following = next((one for one in mentions if one.start > first.end), None)
    if following and _JOINED.fullmatch(subject[first.end : following.start]):
        return following.end
    return first.end


def _role(subject: str) -> str | None:
    ends = _ROLE_ENDS.search(subject)
    role = _BEFORE_SAYING.sub("", (subject[: ends.start()] if ends else subject).strip(" .,"))
    if (
        _NO_ROLE.search(role)
        or _CROWD.fullmatch(role)
        or _PRONOUN.match(role)
        or _NOBODY.match(role)
        or len(role.split()) > _LONGEST_ROLE
    ):
        return None
    if _INDEFINITE.match(role):
        return role if _SPOKESPERSON.match(role) else _of_a_body(subject, role)
    return None if _WRITING.search(role) else role


def _of_a_body(subject: str, role: str) -> str | None:
    """The role and its body: "a nurse at the children’s hospital" can be told from others, "one colleague" cannot."""
    end = len(role)
    belongs = _OF_A_BODY.search(subject[: end + _REACH])
    if belongs is None or belongs.start() > end:
        return None
    following = _ROLE_ENDS.search(subject, belongs.end())
    return subject[: following.start() if following else len(subject)].strip(" .,")
