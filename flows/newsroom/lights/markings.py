"""Words by which a document asks not to be passed on: whoever wrote them decides, not this newsletter."""

import re
from collections.abc import Iterator

from flows.newsroom.model import Action, Article, BlockKind, Colour, Light, LightKind

_MARKED = "The document asks not to be passed on."
_SECTION = "It stands under a heading that calls it confidential. It is not printed."
_FOOTER = "The footer of the message calls it confidential. Ask the sender before any of it is printed."

_LINE = re.compile(
    r"\W*(?:(?:item |part |section )?\d*[.)a-z]{0,3}\W*)?(?:strictly |highly |(?:private|personal) (?:and|&|/) "
    r"|staff |in |commercial(?:ly)?[ -]in[ -]|marked )*"
    r"(?:confidential(?:ity)?(?: (?:items?|matters?|business|session|part|section|minutes?|notes?|note|memo|report"
    r"|paper|document|draft|information))?|confidence|restricted"
    r"|official[ -–:]+sensitive|protected?(?: marking)?|internal(?: use)?(?: only)?|for internal (?:use"
    r"|circulation)(?: only)?|members[’']? only|not minuted|closed (?:session|item)s?"
    r"|embargo(?:ed)?(?: until [^.]*)?|sensitive|part (?:2|two|b)(?: \(?closed\)?)?)\b[^.]{0,60}\.?\W*",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"\bnot (?:for|to be) (?:onward |wider |general |public |further |external )?(?:circulat(?:ion|ed)|publication"
    r"|published|distribut(?:ion|ed)|shar(?:ing|ed)|release|forwarded|copied|quoted)\b"
    r"|\b(?:do not|don[’']t|not to) (?:forward|circulate|distribute|copy|publish|pass on|share)(?: (?:this|it|these"
    r"|any of this|the (?:minutes|notes|e-?mail|document|paper|report))\b"
    r"|(?: (?:outside|beyond|further|any further|wider|more widely|on))\b|[.!]|$)"
    r"|\bofficial[ –:-]+sensitive\b|\bfor internal (?:use|circulation)\b|\binternal use only\b|\b(?:strictly|private"
    r" and|private &) confidential\b|\bin (?:strict|the strictest) confidence\b"
    r"|\bembargoed until\b|\bwithout prejudice\b|\bfor (?:your|addressee[’']?s?) eyes only\b|\bthis (?:document"
    r"|paper|report|memo|note) is (?:strictly )?confidential\b",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\b(?:intended (?:solely|only|for)|addressee|named recipient|received (?:this|it) in error|in error,? please"
    r"|privileged|virus|contents? of this (?:e-?mail|message)|this (?:e-?mail|message) is|monitor(?:ed)? e-?mail)",
    re.IGNORECASE,
)
_CONFIDENTIAL = re.compile(r"\bconfidential\b", re.IGNORECASE)
_LONGEST_LINE = 12  # words of a marking that stands by itself
_NUMBERED = re.compile(r"\(?(?:item )?\d{1,2}[.):]?\s", re.IGNORECASE)


def marking_lights(article: Article) -> Iterator[Light]:
    """Red for a document that asks not to be passed on, and for a part of it that is kept from others."""
    texts = [article.headline.text or "", article.standfirst or "", *(block.text for block in article.blocks)]
    removed = [change.text for change in article.changes if change.action is not Action.MENDED]
    if any(_is_marking(text) for text in (*texts, *removed)):
        yield Light(colour=Colour.RED, kind=LightKind.RIGHTS, reason=_MARKED)
    if any(_is_disclaimer(text) for text in (*texts, *removed)):
        yield Light(colour=Colour.AMBER, kind=LightKind.RIGHTS, reason=_FOOTER)
    held = _held_blocks(article)
    for index, sentence in enumerate(article.sentences):
        if sentence.block in held:
            yield Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason=_SECTION, sentence=index)


def _is_marking(text: str) -> bool:
    if _is_disclaimer(text):
        return False
    is_line = len(text.split()) <= _LONGEST_LINE and _LINE.fullmatch(text) is not None
    return is_line or _PHRASE.search(text) is not None


def _is_disclaimer(text: str) -> bool:
    return _CONFIDENTIAL.search(text) is not None and _DISCLAIMER.search(text) is not None


def _held_blocks(article: Article) -> frozenset[int]:
    """The blocks that are a marking, and those below a marking that heads a part, up to the next heading."""
    held, is_below = set[int](), False
    for number, block in enumerate(article.blocks):
        is_marking = _is_marking(block.text)
        opens = block.kind is BlockKind.HEADING or _NUMBERED.match(block.text) is not None
        if is_marking or opens:
            is_below = is_marking and opens
        if is_marking or is_below:
            held.add(number)
    return frozenset(held)
