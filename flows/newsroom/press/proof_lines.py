"""The lines of a proof sheet: what is printed, what it is called, and what it stands on.

A line stands on sentences of a document, on an earlier issue, on what a person wrote, or it is ours: put in words by
the program, from what it knows of the document. Each says which.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.newsroom.model import Article, HeadlineOrigin, Light, Story
from flows.newsroom.press import wording
from flows.newsroom.press.galley import Context, Fact, SetStory
from flows.newsroom.press.passages import context_of

OURS, EDITORS = "Ours", "The editor’s"
SETTINGS, SOURCE_FILE = f"{EDITORS}: newsletter.toml", f"{EDITORS}: source.toml"
HEADLINES = {
    HeadlineOrigin.TITLE: "The document’s own title",
    HeadlineOrigin.SETTLED: SOURCE_FILE,
    HeadlineOrigin.MADE: f"{OURS}, made of the document’s first words",
    HeadlineOrigin.NONE: f"{OURS}: the document has no title",
}
TOLD_BY_THE_DOCUMENT = frozenset({"When", "When and where", "Have your say by"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLine:
    """A printed line, what it is called, and what it stands on."""

    name: str  # "1" of a sentence, "Headline", "When"
    printed: str
    ground: str  # "Sentence 3 of 20", "Ours: ...", "The editor’s: hello.md"
    contexts: tuple[Context, ...] = ()  # the sentences themselves
    document: str | None = None  # whose sentences they are, where the lines around stand on other documents
    language: str | None = None  # BCP 47, of what is printed and of its sentences
    lights: tuple[Light, ...] = ()


def story_lines(story: Story, told: SetStory) -> Iterator[ProofLine]:
    """Every line that a story prints; `told` is the story in type."""
    article = story.article
    yield ProofLine(
        name="Headline", printed=told.name, ground=HEADLINES[article.headline.origin], language=told.language
    )
    if told.archive:
        yield ProofLine(name="Label", printed=told.archive, ground=f"{OURS}. {told.basis}")
    if told.tongue:
        yield ProofLine(name="Language", printed=told.tongue, ground=f"{OURS}, read from its words")
    if told.signpost:
        yield ProofLine(name="Printed", printed=told.signpost, ground=f"{OURS}: no sentence of the document")
        if told.address:
            words = f"Read it at {wording.site(told.address)}: {told.address}"
            yield ProofLine(name="Link", printed=words, ground=SOURCE_FILE)
    for passage in told.passages:
        numbers = (passage.context.number, *passage.context.others)
        yield ProofLine(
            name=str(passage.number),
            printed=passage.text,
            ground=_place(passage.context, article),
            contexts=(passage.context,),
            language=told.language,
            lights=_on(story.lights, numbers),
        )
    if told.reworded:
        yield ProofLine(name="Note", printed=told.reworded, ground=OURS)
    if told.quotation:
        yield on_document("Quotation", f"“{told.quotation}” {told.speaker}", story, told.quoted)
    for fact in told.facts:
        yield _fact(fact, story)


def _fact(fact: Fact, story: Story) -> ProofLine:
    name = fact.name or "Published"
    if name in TOLD_BY_THE_DOCUMENT:
        return on_document(name, fact.words, story, fact.sentences)
    organisation = story.article.source.defaults.organisation
    grounds = {
        "By": "Who signs the document",
        "From": SOURCE_FILE if organisation else f"{OURS}: nobody has said from whom it is",
        "Published": f"{OURS}. {wording.basis(story.article.published)}",
    }
    return ProofLine(name=name, printed=fact.words, ground=grounds.get(name, OURS))


def on_document(
    name: str, printed: str, story: Story, sentences: Sequence[int], document: str | None = None
) -> ProofLine:
    """A line that stands on these sentences of a story's document, from 1; without any, on its title."""
    contexts = tuple(context_of(story.article, group) for group in _runs(sentences))
    return ProofLine(
        name=name,
        printed=printed,
        ground="; ".join(_place(context, story.article) for context in contexts) or "The document’s title",
        contexts=contexts,
        document=document,
        language=wording.foreign(story.article.language),
        lights=_on(story.lights, sentences),
    )


def _runs(sentences: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Sentences, those that follow each other together."""
    run: list[int] = []
    for number in sorted(set(sentences)):
        if run and number != run[-1] + 1:
            yield tuple(run)
            run = []
        run.append(number)
    if run:
        yield tuple(run)


def _place(context: Context, article: Article) -> str:
    return f"{wording.opening(context.place)} of {len(article.sentences)}"


def _on(lights: Iterable[Light], numbers: Iterable[int]) -> tuple[Light, ...]:
    """The lights on the sentences of these numbers, from 1."""
    places = {number - 1 for number in numbers}
    return tuple(light for light in lights if light.sentence in places)
