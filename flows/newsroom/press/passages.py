"""The sentences of a story as they are printed, each with where it stands in its document."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from flows.newsroom.language.housekeeping import is_housekeeping
from flows.newsroom.model import Article, Rewording, Rights, Story
from flows.newsroom.press import wording
from flows.newsroom.press.galley import Context, Passage

OMITTED = "[…]"


def paragraphs_of(story: Story) -> tuple[tuple[Passage, ...], ...]:
    """The extracts in order; those that follow each other in a paragraph of the document stay together."""
    if story.summary and story.summary.rewordings:
        return (tuple(_reworded(story.article, story.summary.rewordings)),)
    article, paragraphs = story.article, list[list[Passage]]()
    last: int | None = None
    for number, extract in enumerate(story.summary.extracts if story.summary else (), start=1):
        if last is None or not _goes_on(article, last, extract.sentence):
            paragraphs.append([])
        context = _context(article, extract.sentence)
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


def _reworded(article: Article, rewordings: Sequence[Rewording]) -> Iterator[Passage]:
    """A language model's sentences, each with those of the document that it stands on."""
    for number, rewording in enumerate(rewordings, start=1):
        first, *others = rewording.sentences
        parts = [article.sentences[first].text]
        for last, place in pairwise(rewording.sentences):
            parts += [article.sentences[place].text] if place == last + 1 else [OMITTED, article.sentences[place].text]
        context = Context(
            before=_neighbour(article, first - 1),
            sentence=" ".join(parts),
            after=_neighbour(article, rewording.sentences[-1] + 1),
            number=first + 1,
            others=tuple(place + 1 for place in others),
        )
        yield Passage(number=number, text=rewording.text, context=context)


def _goes_on(article: Article, sentence: int, following: int) -> bool:
    """Whether one sentence follows the other in the same paragraph of the document."""
    return following == sentence + 1 and article.sentences[sentence].block == article.sentences[following].block


def _context(article: Article, sentence: int) -> Context:
    return Context(
        before=_neighbour(article, sentence - 1),
        sentence=article.sentences[sentence].text,
        after=_neighbour(article, sentence + 1),
        number=sentence + 1,
    )


def _neighbour(article: Article, sentence: int) -> str | None:
    """A sentence that nobody chose for print: of a text that is ours, and neither private nor housekeeping."""
    is_ours = article.source.defaults.rights in {Rights.OWN, Rights.OGL}
    if not is_ours or not 0 <= sentence < len(article.sentences):
        return None
    text = article.sentences[sentence].text
    return OMITTED if sentence in article.sensitive or is_housekeeping(text) else text
