"""Links that were lost or cut, and links that say nothing."""

import re
from collections.abc import Iterator

from flows.newsroom.model import Article, Colour, FaultyLink, Light, LightKind, LinkFault

_CUT = re.compile(r"\bwww\.[\w-]+(?![\w.-]|/)|\b(?:https?://|www\.)\S*(?:…|\.\.\.)")
_POINTS_AT_A_LINK = re.compile(  # in small letters
    r"\b(?:click|tap|press) here\b|\b(?:follow|click|use|see) (?:on )?(?:this|the) link\b|\blink below\b"
    r"|\b(?:read|found|find out more|download(?:ed)?|view(?:ed)?|seen?|available|accessed|watch(?:ed)?|heard|register"
    r"|book|apply|sign up|let us know|more information(?: is)?|details)(?: \w+)? here\b"
)
_SAYS_NOTHING = re.compile(
    r"(?:(?:click|tap|read(?: it)?) )?here|(?:read|find out|see|learn) more|more|this (?:link|page|website)|link"
    r"|download|website",
    re.IGNORECASE,
)


_REASONS = {
    LinkFault.CUT: "A web address is cut off here. Complete it, or do not print the sentence.",
    LinkFault.MISSING: "The text points at a link that is not there. Find it, or do not print the sentence.",
    LinkFault.MUTE: "A link here does not say where it leads. Give it words that do.",
}


def link_lights(article: Article) -> Iterator[Light]:
    """One for each link that is faulty."""
    for link in find_faulty_links(article):
        yield Light(colour=Colour.AMBER, kind=LightKind.LINK, reason=_REASONS[link.fault], sentence=link.sentence)


def find_faulty_links(article: Article) -> Iterator[FaultyLink]:
    """One for each sentence with a cut address or a lost link, one for each block with a link that says nothing."""
    for index, sentence in enumerate(article.sentences):
        if cut := _CUT.search(sentence.text.lower()):
            text = sentence.text[cut.start() : cut.end()]
            yield FaultyLink(fault=LinkFault.CUT, text=text, sentence=index)
        elif not article.blocks[sentence.block].links and (lost := _pointer(sentence.text.lower())):
            text = sentence.text[lost.start() : lost.end()]
            yield FaultyLink(fault=LinkFault.MISSING, text=text, sentence=index)
    for number, block in enumerate(article.blocks):
        mute = next((link for link in block.links if _SAYS_NOTHING.fullmatch(link.text.strip(" ."))), None)
        if mute:
            first = next((index for index, sentence in enumerate(article.sentences) if sentence.block == number), None)
            yield FaultyLink(fault=LinkFault.MUTE, text=mute.text, sentence=first)


def _pointer(text: str) -> re.Match[str] | None:
    has_word = "here" in text or "link" in text  # few sentences have one, and the pattern is slow
    return _POINTS_AT_A_LINK.search(text) if has_word else None
