"""What the newsroom makes of a labelled document: the stages of the flow, one after another, without Prefect."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cache

from flows.newsroom import categorisers, summarisers
from flows.newsroom.categorisers import Categoriser
from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.desk import compose
from flows.newsroom.errors import DocumentError
from flows.newsroom.forms import form_of
from flows.newsroom.model import Article, Defaults, DocumentId, Draft, Issue, Masthead, RawDocument, Source
from flows.newsroom.openings import opening_of
from flows.newsroom.plugins import load_plugin
from flows.newsroom.press.galley import SetStory
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.readers import media_types, read
from flows.newsroom.selection import waits_for
from flows.newsroom.settings import PluginChoice, Settings
from flows.newsroom.summarisers import Summariser
from flows.newsroom.taxonomies import default_taxonomy
from tests.evaluation.corpus import Half, Labelled, documents

TODAY = dt.date(2026, 11, 21)
"""After every date of publication in the corpus; the day on which the labels say which words have gone stale."""

_MASTHEAD = Masthead(name="Evaluation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A labelled document and the issue of this one story.

    Without both it was turned away; without the issue it waits until a person has decided.
    """

    document: Labelled
    draft: Draft | None = None
    issue: Issue | None = None


@cache
def made_of(half: Half) -> tuple[Made, ...]:
    """What the newsroom makes of each document of a half, in the corpus's order."""
    return tuple(make(document) for document in documents(half))


def article_of(document: Labelled) -> Article:
    """Read and clean one document, under the rights that its label states.

    Raises:
        DocumentError: It is turned away.
    """
    return make_article(raw_of(document), lexicon=default_lexicon(), today=TODAY)


def raw_of(document: Labelled) -> RawDocument:
    """Read one document, furniture and all.

    Raises:
        DocumentError: It cannot be read.
    """
    content = document.path.read_bytes()
    source = Source(
        id=DocumentId(hashlib.sha256(content).hexdigest()),
        path=document.name,
        media_type=media_types()[document.path.suffix],
        defaults=Defaults(rights=document.label.rights),
    )
    return read(source, content)


def make(document: Labelled) -> Made:
    """Send one document through all stages."""
    taxonomy = default_taxonomy()
    try:
        article = article_of(document)
        form = form_of(article.own_title, article.blocks, article.imprint)[0]
        summary = opening_of(article) if article.is_foreign else _summariser()(article, form)
    except DocumentError:
        return Made(document=document)
    draft = Draft(article=article, summary=summary, classification=_categoriser()(article, taxonomy))
    issue = None if waits_for(article) else compose(_MASTHEAD, TODAY, [draft], [], taxonomy)
    return Made(document=document, draft=draft, issue=issue)


def printed(issue: Issue) -> str:
    """All words of an issue that an edition may show: a line each, the neighbours of the extracts among them."""
    galley = set_issue(issue)
    diary = tuple(f"{line.day}: {line.name or ''} {line.places or ''}" for line in galley.diary)
    return "\n".join((*(line for story in galley.stories for line in _lines(story)), *diary))


def _lines(story: SetStory) -> tuple[str, ...]:
    facts = tuple(fact.words for fact in story.facts)
    contexts = tuple(passage.context for passage in story.passages)
    around = tuple(text for context in contexts for text in (context.before, context.sentence, context.after) if text)
    return (story.name, story.signpost or "", *facts, *around)


@cache
def _summariser() -> Summariser:
    choice: PluginChoice = Settings.model_fields["summary"].default
    summariser: Summariser = load_plugin(summarisers.__name__, choice.method, choice.options)
    return summariser


@cache
def _categoriser() -> Categoriser:
    choice: PluginChoice = Settings.model_fields["categories"].default
    categoriser: Categoriser = load_plugin(categorisers.__name__, choice.method, choice.options)
    return categoriser
