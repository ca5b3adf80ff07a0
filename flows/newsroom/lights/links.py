"""Links that were lost or cut, and links that say nothing."""

import re
from collections.abc import Iterator

from flows.newsroom.model import Article, Colour, Light, LightKind

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


def link_lights(article: Article) -> Iterator[Light]:
    """One for each sentence with a cut address or a lost link, one for each block with a link that says nothing."""
    for index, sentence in enumerate(article.sentences):
        text = sentence.text.lower()
        if _CUT.search(text):
            yield _amber("A web address is cut off here. Complete it, or do not print the sentence.", index)
        elif not article.blocks[sentence.block].links and _points_at_a_link(text):
            yield _amber("The text points at a link that is not there. Find it, or do not print the sentence.", index)
    for number, block in enumerate(article.blocks):
        if any(_SAYS_NOTHING.fullmatch(link.text.strip(" .")) for link in block.links):
            first = next((index for index, sentence in enumerate(article.sentences) if sentence.block == number), None)
            yield _amber("A link here does not say where it leads. Give it words that do.", first)


def _points_at_a_link(text: str) -> bool:
    has_word = "here" in text or "link" in text  # few sentences have one, and the pattern is slow
    return has_word and _POINTS_AT_A_LINK.search(text) is not None


def _amber(reason: str, sentence: int | None) -> Light:
    return Light(colour=Colour.AMBER, kind=LightKind.LINK, reason=reason, sentence=sentence)
