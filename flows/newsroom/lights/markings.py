"""Words by which a document asks not to be passed on: whoever wrote them decides, not this newsletter."""

import re
from collections.abc import Iterator, Sequence

from flows.newsroom.language.markings import MARKED, is_marked, names_marking
from flows.newsroom.language.terms import SET_BY_SENDER
from flows.newsroom.model import Action, Article, BlockKind, Colour, Light, LightKind

_MARKED = "The document asks not to be passed on."
_NAMED = "The name of its file says that it is not to be passed on."
_NOTED = (SET_BY_SENDER, MARKED)
_SECTION = "It stands under a heading that calls it confidential. It is not printed."
_FOOTER = "The footer of the message calls it confidential. Ask the sender before any of it is printed."

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
_NUMBERED = re.compile(r"\(?(?:item )?\d{1,2}[.):]?\s", re.IGNORECASE)


def marking_lights(article: Article, notes: Sequence[str] = ()) -> Iterator[Light]:
    """Red for a document that asks not to be passed on, and for a part of it that is kept from others."""
    yield from (Light(colour=Colour.RED, kind=LightKind.RIGHTS, reason=note) for note in notes if note in _NOTED)
    texts = [article.headline.text or "", article.standfirst or "", *(block.text for block in article.blocks)]
    removed = list(_removed(article))
    if any(_is_marking(text) for text in (*texts, *removed)):
        yield Light(colour=Colour.RED, kind=LightKind.RIGHTS, reason=_MARKED)
    elif names_marking(article.source.path):
        yield Light(colour=Colour.RED, kind=LightKind.RIGHTS, reason=_NAMED)
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
    return is_marked(text)


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
