"""The sentences of a story as they are printed, each with where it stands in its document."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from flows.newsroom.language.housekeeping import is_housekeeping
from flows.newsroom.model import Article, Rewording, Rights, Story
from flows.newsroom.press import wording
from flows.newsroom.press.galley import Context, Passage

OMITTED = "[…]"
A_RUN = 3  # numbers that follow each other, and are named by the first and the last


def paragraphs_of(story: Story) -> tuple[tuple[Passage, ...], ...]:
    """The extracts in order; those that follow each other in a paragraph of the document stay together."""
    if story.summary and story.summary.rewordings:
        return (tuple(_reworded(story.article, story.summary.rewordings)),)
    article, paragraphs = story.article, list[list[Passage]]()
    last: int | None = None
    for number, extract in enumerate(story.summary.extracts if story.summary else (), start=1):
        if last is None or not _goes_on(article, last, extract.sentence):
            paragraphs.append([])
        context = context_of(article, [extract.sentence + 1])
        paragraphs[-1].append(
            Passage(
                number=number,
                text=extract.text,
                context=context,
                language=wording.foreign(article.sentences[extract.sentence].language or article.language),
            )
        )
        last = extract.sentence
    return tuple(map(tuple, paragraphs))


def places_of(passages: Sequence[Passage], sentences: int) -> str:
    """Where passages stand in a document of so many sentences: "[1] to [3]: sentences 1, 4 and 9 of 20"."""
    if not passages:
        return ""
    if len(passages) == 1 or any(passage.context.others for passage in passages):
        told = ", ".join(f"[{passage.number}] {passage.context.place}" for passage in passages)
        return f"{told} of {sentences}"
    joint = "to" if len(passages) >= A_RUN else "and"
    numbers = _listed([passage.context.number for passage in passages])
    return f"[{passages[0].number}] {joint} [{passages[-1].number}]: sentences {numbers} of {sentences}"


def _listed(numbers: Sequence[int]) -> str:
    """Numbers in words: "1 and 4", "1 to 5", "1, 4 and 9"."""
    if len(numbers) >= A_RUN and list(numbers) == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]} to {numbers[-1]}"
    *others, last = map(str, numbers)
    return f"{', '.join(others)} and {last}" if others else last


def _reworded(article: Article, rewordings: Sequence[Rewording]) -> Iterator[Passage]:
    """A language model's sentences, each with those of the document that it stands on."""
    for number, rewording in enumerate(rewordings, start=1):
        context = context_of(article, [place + 1 for place in rewording.sentences])
        yield Passage(number=number, text=rewording.text, context=context)


def context_of(article: Article, numbers: Sequence[int]) -> Context:
    """Sentences of `article`, counted from 1, between the one before the first and the one after the last."""
    first, *others = numbers
    parts = [article.sentences[first - 1].text]
    for last, number in pairwise(numbers):
        text = article.sentences[number - 1].text
        parts += [text] if number == last + 1 else [OMITTED, text]
    return Context(
        before=_neighbour(article, first - 2),
        sentence=" ".join(parts),
        after=_neighbour(article, numbers[-1]),
        number=first,
        others=tuple(others),
    )


def _goes_on(article: Article, sentence: int, following: int) -> bool:
    """Whether one sentence follows the other in the same paragraph of the document."""
    return following == sentence + 1 and article.sentences[sentence].block == article.sentences[following].block


def _neighbour(article: Article, sentence: int) -> str | None:
    """A sentence that nobody chose for print: of a text that is ours, and neither private nor housekeeping."""
    is_ours = article.source.defaults.rights in {Rights.OWN, Rights.OGL}
    if not is_ours or not 0 <= sentence < len(article.sentences):
        return None
    text = article.sentences[sentence].text
    return OMITTED if sentence in article.sensitive or is_housekeeping(text) else text
