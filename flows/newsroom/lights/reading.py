"""Whether the document was read as it was meant."""

import re
from collections.abc import Iterator, Sequence

from flows.newsroom.language.instructions import HIDDEN_INSTRUCTION
from flows.newsroom.language.markings import MARKED
from flows.newsroom.language.terms import SET_BY_SENDER
from flows.newsroom.language.tongues import name_of
from flows.newsroom.model import OTHER_LANGUAGE, Action, Article, Block, Colour, Light, LightKind

_MOST_REMOVED = 0.4  # of the words
_FEWEST_LEFT = 40  # words
# "Margaret I," in a list of members is nobody's own word.
_FIRST_PERSON = re.compile(r"\b(?:I(?= [a-z]|['’](?:m|ve|d|ll)\b)|(?:[Mm]y|[Ww]e|[Oo]ur)\b)")
_THE_TRUST = re.compile(r"\b[Tt][Hh][Ee] [Tt](?:rust|RUST)\b")
_NAMED_TRUST = re.compile(
    r"\b(?!(?:The|Our|This|That|Each|Every|Your|Their|Any|An?|NHS|In|At|For|From|By|And|Both|While|When|As|If) )"
    r"[A-Z][\w’'-]+ (?:(?:NHS|Foundation|Partnership|Healthcare|Hospitals?) )*Trust\b"
)
_MARK = re.compile(r"[“”\"]")
_NO_LOSS = frozenset({"title", OTHER_LANGUAGE})
_OF_OTHER_LIGHTS = frozenset({HIDDEN_INSTRUCTION, SET_BY_SENDER, MARKED})
_SIGNED = frozenset({"signature", "byline"})


def reading_lights(article: Article, notes: Sequence[str]) -> Iterator[Light]:
    """What reader and copy desk noted, and what a careful reader would stumble over."""
    yield from (_amber(note) for note in notes if note not in _OF_OTHER_LIGHTS)
    yield from _extraction(article)
    yield from _languages(article)
    yield from _unsigned(article)
    yield from _unnamed_trust(article)
    for block in _unbalanced(article.blocks):
        reason = "A quotation here opens or closes only once. Find where it ends before any of it is printed."
        yield _amber(reason, _first_sentence(article, block))


def _languages(article: Article) -> Iterator[Light]:
    if article.is_foreign:
        yield _amber(
            f"The text seems to be in {name_of(str(article.language))}. Its title and its first sentences are printed "
            "as they are. Dates and names are read as if they were English: have somebody who reads it check them all."
        )
    if article.also_in:
        yield _amber(
            f"The document is in {name_of(article.also_in)} as well. The English is printed: does it say the same?"
        )
    for index, sentence in enumerate(article.sentences):
        if sentence.language:
            yield _amber(
                f"This sentence seems to be in {name_of(sentence.language)}. Is it to be printed as it is?", index
            )


def _extraction(article: Article) -> Iterator[Light]:
    left = sum(len(block.text.split()) for block in article.blocks)
    gone = sum(len(c.text.split()) for c in article.changes if c.action is not Action.MENDED and c.rule not in _NO_LOSS)
    if gone > _MOST_REMOVED * (gone + left):
        share = round(100 * gone / (gone + left))
        yield _amber(
            f"{share} % of the words were taken for menus and the like. Compare with the document: is the text whole?"
        )
    elif left < _FEWEST_LEFT:
        yield _amber(f"Only {left} words are left. Compare with the document: is the text whole?")


def _unsigned(article: Article) -> Iterator[Light]:
    """First person in the prose itself, quotations aside, and nobody who says "I"."""
    if (
        article.byline
        or article.source.defaults.organisation
        or any(change.rule in _SIGNED for change in article.changes)
    ):
        return
    offset = 0
    for block in article.blocks:
        if found := _FIRST_PERSON.search(_MARK.split(block.text, maxsplit=1)[0]):
            place = offset + found.start()
            index = next((n for n, sentence in enumerate(article.sentences) if place < sentence.end), None)
            yield _amber(
                "The text says “I” or “we”, and nobody signs it: readers may take it for us. "
                "Name its organisation in source.toml.",
                index,
            )
            return
        offset += len(block.text) + 1


def _unnamed_trust(article: Article) -> Iterator[Light]:
    first = next((n for n, sentence in enumerate(article.sentences) if _THE_TRUST.search(sentence.text)), None)
    if first is None or article.source.defaults.organisation:
        return
    if not _NAMED_TRUST.search(f"{article.headline.text}\n{article.text}"):
        yield _amber(
            "The text speaks of “the Trust” and never names it. Print “the trust”, or name it in source.toml.",
            first,
        )


def _unbalanced(blocks: Sequence[Block]) -> Iterator[int]:
    """Blocks with a mark that lacks its partner; a quotation may open every paragraph and close once."""
    ends_open = [_depth(block.text) for block in blocks]
    for number, depth in enumerate(ends_open):
        goes_on = number + 1 < len(blocks) and _takes_up(blocks[number + 1].text)
        went_on = number > 0 and ends_open[number - 1] > 0
        if (depth > 0 and not goes_on) or (depth < 0 and not went_on):
            yield number


def _depth(text: str) -> int:
    """How many quotations a line leaves open; -1 if it closes one that it did not open."""
    depth = 0
    for mark in _MARK.finditer(text):
        depth += 1 if _opens(text, mark) else -1
        if depth < 0:
            return depth
    return depth


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() != '"':
        return mark.group() == "“"
    before = text[mark.start() - 1 : mark.start()] if mark.start() else ""
    return not before or before.isspace() or before in "([–—-‘“"


def _takes_up(text: str) -> bool:
    """Whether a line goes on with the quotation of the line before: its first mark opens it again or closes it."""
    first = _MARK.search(text)
    return first is not None and (first.start() == 0 or not _opens(text, first))


def _first_sentence(article: Article, block: int) -> int | None:
    return next((index for index, sentence in enumerate(article.sentences) if sentence.block == block), None)


def _amber(reason: str, sentence: int | None = None) -> Light:
    return Light(colour=Colour.AMBER, kind=LightKind.READING, reason=reason, sentence=sentence)
