"""The bodies that a document names, in its own words: those whose name says that they are one.

Rules rather than a model: precision 0.76 on unseen documents against 0.38 of a small language model at 60
times the cost (design measurements on the five seeds). A body's bare letters are found only where they are
well known or spelt out.
"""

import re
from collections.abc import Iterator, Sequence

from flows.newsroom.language.words import word_set
from flows.newsroom.model import Abbreviation, Sentence

_WORD = r"(?:[A-Z][\w’'-]*|NHS|UK)"
_LINK = r"(?: (?:of|for|and|&|in)(?: the)?)?"
_RUN = re.compile(rf"\b{_WORD}(?:{_LINK} {_WORD}){{0,7}}")
_BODY = (
    r"(?:Trust|Council|University|Association|College|Partnership|Department|Agency|Commission|Committee|Union|Institute"
    r"|Society|Foundation|Charity|Network|Board|Authority|Hospital|Ministry|Federation|Alliance|Academy|Forum|Group"
    r"|Federation|Hospice|Fund|Company)"
)
_ENDS = re.compile(rf"\b{_BODY}\Z")
_OPENS = re.compile(
    r"\A(?:University|College|Council|Association|Department|Ministry|Institute|Court|House|School) (?:of|for) "
)
_LEADING = re.compile(
    r"\A(?:The|In|At|And|My|Our|When|It|A|An|For|From|With|As|But|On|By|Of|Dr|Mr|Mrs|Ms|Last|This|Local|Each|Every) "
)
_PARTS = re.compile(r"(?<=Trust) and |(?<=Council) and |(?<=University) and ")
_OF_ANOTHER = re.compile(
    r" and (?:the )?(?:Trust|Council|Board|Forum|Group|Ministry|Department)\Z|\A(?:Social )?Workers? .*"
)
_KNOWN = word_set("BASW NHS CQC ADASS ADCS SWE SCIE NICE UNISON LGA UKHSA HCPC NSPCC")
_GENERAL = re.compile(
    r"\A(?:Social Workers?|Mental (?:Health|Capacity)|Principal Social|Voluntary|World Social|Steering|Working|Task"
    r"|Focus|Support|Peer|Foster|Foundation|Safeguarding|Action|Management|Project|Reference|Advisory"
    r"|Planning|Scrutiny) "
    r"(?:Board|Group|Network|Committee|Forum|Partnership|Trust)\Z"
)


def find_organisations(sentences: Sequence[Sentence], abbreviations: Sequence[Abbreviation]) -> tuple[str, ...]:
    """The names of bodies, each once, in the order in which they first appear."""
    spelt_out = {one.letters for one in abbreviations if _ENDS.search(one.words.title())}
    known = _KNOWN | spelt_out
    return tuple(dict.fromkeys(name for sentence in sentences for name in _in_text(sentence.text, known)))


def _in_text(text: str, known: frozenset[str]) -> Iterator[str]:
    for run in _RUN.finditer(text):
        for part in _PARTS.split(run.group()):
            name = _LEADING.sub("", _OF_ANOTHER.sub("", part))
            is_named = " " in name and (_ENDS.search(name) or (_OPENS.match(name) and name.count(" ") > 1))
            if (is_named and not _GENERAL.match(name)) or name in known:
                yield name
