"""The copy desk: from a document as it was read to an article that can be traced, dated and checked.

RawDocument | furniture out | English of two languages | dated | title, byline, mends | sentences | headline
    | events, people | findings | lights | Article
"""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.newsroom.cleaning import (
    Cleaned,
    Lexicon,
    finish,
    has_story,
    notes_on,
    remove_furniture,
    take_english,
    take_up,
)
from flows.newsroom.cleaning.proof import Proof
from flows.newsroom.dating import Telling, find_events, find_publication, is_letter, settle, settled, unknown_words
from flows.newsroom.errors import EmptyDocumentError
from flows.newsroom.findings import find_findings, with_particulars, with_programme, without_private_names
from flows.newsroom.headlines import headline
from flows.newsroom.language.sentences import split
from flows.newsroom.language.tongues import foreign_language_of, is_foreign, language_of
from flows.newsroom.language.words import WORD
from flows.newsroom.lights import find_lights
from flows.newsroom.model import (
    Article,
    ArticleId,
    Block,
    Dated,
    Defaults,
    Headline,
    HeadlineOrigin,
    RawDocument,
    Sentence,
)
from flows.newsroom.people import people

_TOP_LINES, _BOTTOM_LINES = 8, 3  # of a document, where its masthead may give a month
_NO_SUCH_DAY = "A day is settled for “{words}”, and these words do not stand in the text. Copy them from the report."
_TWO_AUTHORS = "Two places of the document name different authors. Check who signs it, or print no byline."


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedProof:
    """A document on its way over the desk, and when it was published."""

    proof: Proof
    published: Dated
    also_in: str | None  # the other language in which it says the same


def make_article(raw: RawDocument, *, lexicon: Lexicon, today: dt.date) -> Article:
    """Make the article of a document.

    Args:
        raw: The document as its reader found it.
        lexicon: What counts as furniture.
        today: No document is published after this day.

    Raises:
        EmptyDocumentError: Nothing but furniture is left of it.
    """
    dated = proof_of(raw, lexicon, today=today)
    cleaned = finish(dated.proof, raw, lexicon)
    text = "\n".join(block.text for block in cleaned.blocks)
    language = language_of(text)
    sentences = tuple(_sentences(cleaned.blocks, in_english=not is_foreign(language)))
    if not sentences or not has_story(cleaned.title, cleaned.blocks):
        raise EmptyDocumentError(
            "Nothing but menus, lists of other pages and the like was found in it. "
            "If it does hold a text, copy that text into a .txt file of its own."
        )
    said = raw.source.defaults
    published = settled(said.published) if said.published else dated.published
    edges = [block.text for block in (*raw.blocks[:_TOP_LINES], *raw.blocks[-_BOTTOM_LINES:])]
    tellings = _tellings(cleaned, sentences)
    chronicle = find_events(tellings, published, today=today, edges=edges)
    article = Article(
        id=_identity(text),
        source=raw.source,
        headline=_given(said.title) or headline(cleaned.title, ()),
        standfirst=cleaned.standfirst,
        byline=said.author or cleaned.author.name,
        published=chronicle.published,
        events=settle(chronicle.events, tellings, said.days),
        people=_people(cleaned, text, said.author),
        language=language,
        also_in=dated.also_in,
        blocks=cleaned.blocks,
        sentences=sentences,
        changes=cleaned.changes,
    )
    article = replace(article, events=with_programme(article))
    article = replace(article, events=with_particulars(article), findings=find_findings(article))
    notes = (*raw.notes, *notes_on(cleaned.changes, lexicon), *_doubts(cleaned, said, tellings))
    article = replace(article, lights=find_lights(article, notes))
    return _with_headline(replace(article, events=without_private_names(article)))


def proof_of(raw: RawDocument, lexicon: Lexicon, *, today: dt.date) -> DatedProof:
    """A document without its furniture and its date line: what its title is looked for in.

    Args:
        raw: The document as its reader found it.
        lexicon: What counts as furniture.
        today: No document is published after this day.
    """
    proof, other = take_english(remove_furniture(take_up(raw.blocks, lexicon.is_kept), lexicon))
    publication = find_publication(
        [line.block for line in proof.lines],
        raw.published,
        today=today,
        is_page=raw.source.media_type == "text/html",
        in_letter=is_letter(block.text for block in raw.blocks[:_TOP_LINES]),
    )
    return DatedProof(proof=proof.moved(publication.lines, "date line"), published=publication.dated, also_in=other)


def _doubts(cleaned: Cleaned, said: Defaults, tellings: Sequence[Telling]) -> Iterator[str]:
    """Where the document does not bear out what a person or the document itself says of it."""
    if cleaned.author.in_doubt and not said.author:
        yield _TWO_AUTHORS
    for words in unknown_words(tellings, said.days):
        yield _NO_SUCH_DAY.format(words=words)


def _given(title: str | None) -> Headline | None:
    return Headline(text=title, origin=HeadlineOrigin.SETTLED) if title else None


def _with_headline(article: Article) -> Article:
    """Where the document has no title of its own: one made of sentences that need no person's leave to be printed."""
    if article.headline.text:
        return article
    printable = [one.text for index, one in enumerate(article.sentences) if index not in article.sensitive]
    return replace(article, headline=headline(None, printable))


def _sentences(blocks: Sequence[Block], *, in_english: bool) -> Iterator[Sentence]:
    offset = 0
    for number, block in enumerate(blocks):
        for start, end in split(block.text):
            text = block.text[start:end]
            language = foreign_language_of(text) if in_english else None
            yield Sentence(text=text, start=offset + start, end=offset + end, block=number, language=language)
        offset += len(block.text) + 1


def _tellings(cleaned: Cleaned, sentences: Sequence[Sentence]) -> list[Telling]:
    title = [Telling(text=cleaned.title, sentence=None)] if cleaned.title else []
    return title + [
        Telling(text=sentence.text, sentence=index, stem=cleaned.blocks[sentence.block].stem or "")
        for index, sentence in enumerate(sentences)
    ]


def _people(cleaned: Cleaned, text: str, author: str | None) -> tuple[str, ...]:
    """Those whom the title, the text and a line about the writer name, and whoever signs."""
    named = people(f"{cleaned.title}\n{text}" if cleaned.title else text)
    return tuple(dict.fromkeys(filter(None, (*named, *cleaned.author.described, author or cleaned.author.name))))


def _identity(text: str) -> ArticleId:
    """The same for another file name, other line ends, capitals or punctuation: only the words count."""
    words = " ".join(WORD.findall(text.lower()))
    return ArticleId(hashlib.sha256(words.encode()).hexdigest())
