"""Words by which a document asks not to be passed on: whoever wrote them decides, not this newsletter."""

import re
from collections.abc import Iterator, Sequence

from flows.newsroom.language.terms import SET_BY_SENDER, is_to_be_kept
from flows.newsroom.model import Action, Article, BlockKind, Colour, Light, LightKind

_MARKED = "The document asks not to be passed on."
_SECTION = "It stands under a heading that calls it confidential. It is not printed."
_FOOTER = "The footer of the message calls it confidential. Ask the sender before any of it is printed."

_LINE = re.compile(
    r"\W*(?:(?:item |part |section |appendix )?\d*[.)a-z]{0,3}\W*)?(?:strictly |highly |(?:private|personal) (?:and|&"
    r"|/) "
    r"|staff |in |commercial(?:ly)?[ -]in[ -]|marked |item |part (?:2|two|b)\W+)*"
    r"(?:confidential(?:ity)?(?: (?:items?|matters?|business|session|part|section|minutes?|notes?|note|memo|report"
    r"|paper|document|draft|information))?|confidence|restricted"
    r"|official[ -–:]+sensitive|protect(?:ed)?(?: marking)?|internal(?: use)?(?: only)?|for internal (?:use"
    r"|circulation)(?: only)?|members[’']? only|not minuted|(?:closed|exempt) (?:session|item)s?"
    r"|embargo(?:ed)?|sensitive)"
    r"(?:\W*|(?:\s*[:–—/(,|\[-]|\s(?:until|to|between|within|not|and not|please)\b)[^.]{0,60})\.?\W*",
    re.IGNORECASE,
)
# The footer that every message of an office carries; one that says no more than "This e-mail is confidential" is a
# marking.
_DISCLAIMER = re.compile(
    r"\b(?:intended (?:solely|only|for)|(?:intended|named) recipient|addressee|addressed to|to whom it is addressed"
    r"|received (?:this|it) in error|in error,? please|privileged|virus|may (?:contain|be)|monitor(?:ed|s)?"
    r" e-?mails?)\b",
    re.IGNORECASE,
)
_CONFIDENTIAL = re.compile(r"\bconfidential\b", re.IGNORECASE)
_FOOTER_RULE = "disclaimer"
_LONGEST_LINE = 12  # words of a marking that stands by itself
_NUMBERED = re.compile(r"\(?(?:item )?\d{1,2}[.):]?\s", re.IGNORECASE)


def marking_lights(article: Article, notes: Sequence[str] = ()) -> Iterator[Light]:
    """Red for a document that asks not to be passed on, and for a part of it that is kept from others."""
    if SET_BY_SENDER in notes:
        yield Light(colour=Colour.RED, kind=LightKind.RIGHTS, reason=SET_BY_SENDER)
    texts = [article.headline.text or "", article.standfirst or "", *(block.text for block in article.blocks)]
    removed = list(_removed(article))
    if any(_is_marking(text) for text in (*texts, *removed)):
        yield Light(colour=Colour.RED, kind=LightKind.RIGHTS, reason=_MARKED)
    if any(_is_disclaimer(text) for text in (*texts, *removed)):
        yield Light(colour=Colour.AMBER, kind=LightKind.RIGHTS, reason=_FOOTER)
    held = _held_blocks(article)
    for index, sentence in enumerate(article.sentences):
        if sentence.block in held:
            yield Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason=_SECTION, sentence=index)


def _removed(article: Article) -> Iterator[str]:
    """What cleaning took out, with the lines of a footer as the one text that they are."""
    gone = [change for change in article.changes if change.action is not Action.MENDED]
    yield " ".join(change.text for change in gone if change.rule == _FOOTER_RULE)
    yield from (change.text for change in gone if change.rule != _FOOTER_RULE)


def _is_marking(text: str) -> bool:
    if _is_disclaimer(text):
        return False
    is_line = len(text.split()) <= _LONGEST_LINE and _LINE.fullmatch(text) is not None
    return is_line or is_to_be_kept(text)


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
