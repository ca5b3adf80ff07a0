"""Makers of model objects: each argument a test gives is one that the test is about."""

import datetime as dt
import hashlib

from flows.newsroom.model import (
    Article,
    ArticleId,
    Block,
    BlockKind,
    Classification,
    Dated,
    Defaults,
    DocumentId,
    Event,
    Extract,
    Form,
    Headline,
    HeadlineOrigin,
    Issue,
    Light,
    Masthead,
    RawDocument,
    Rights,
    Section,
    Sentence,
    Source,
    Story,
    Summary,
    Topic,
)

ISSUE_DAY = dt.date(2026, 11, 21)


def a_source(path: str = "notice.txt", *, media_type: str = "text/plain", defaults: Defaults | None = None) -> Source:
    """A source at `path`."""
    digest = hashlib.sha256(path.encode()).hexdigest()
    return Source(id=DocumentId(digest), path=path, media_type=media_type, defaults=defaults or Defaults())


def a_raw_document(*lines: str, source: Source | None = None, title: str | None = None) -> RawDocument:
    """A document of paragraphs, a line each."""
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, text=line) for line in lines)
    return RawDocument(source=source or a_source(), title=title, blocks=blocks)


def an_article(  # noqa: PLR0913 - each is something a test may be about
    *sentences: str,
    headline: str | None = "Headline",
    source: Source | None = None,
    published: Dated | None = None,
    events: tuple[Event, ...] = (),
    lights: tuple[Light, ...] = (),
    byline: str | None = None,
) -> Article:
    """An article of `sentences`, each a paragraph."""
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in sentences)
    placed, start = [], 0
    for number, text in enumerate(sentences):
        placed.append(Sentence(text=text, start=start, end=start + len(text), block=number))
        start += len(text) + 1
    digest = hashlib.sha256("\n".join((headline or "", *sentences)).encode()).hexdigest()
    return Article(
        id=ArticleId(digest),
        source=source or a_source(f"{digest[:8]}.txt"),
        headline=Headline(text=headline, origin=HeadlineOrigin.TITLE if headline else HeadlineOrigin.NONE),
        published=published or Dated(),
        events=events,
        byline=byline,
        blocks=blocks,
        sentences=tuple(placed),
        lights=lights,
    )


def a_classification(
    category: str = "events", *, form: Form = Form.NEWS, doubt: str | None = None, confidence: float = 0.8
) -> Classification:
    """A classification under `category`."""
    topic = Topic(category=category, confidence=confidence, evidence=("conference",))
    return Classification(topics=(topic,), form=form, doubt=doubt)


def a_summary(article: Article, *sentences: int) -> Summary:
    """A summary of the given sentences, of the first one if none is given."""
    extracts = (Extract(text=article.sentences[n].text, sentence=n, salience=1.0) for n in sentences or (0,))
    return Summary(extracts=tuple(extracts), method="test")


def a_story(
    *sentences: str,
    headline: str | None = "Headline",
    section: str = "events",
    signpost: bool = False,
    rights: Rights = Rights.ASK,
) -> Story:
    """A story that prints all its `sentences`, or a signpost that prints none."""
    told = sentences or ("Carers met the minister on Monday.",)
    digest = hashlib.sha256("\n".join((headline or "", *told)).encode()).hexdigest()
    source = a_source(f"{digest[:8]}.txt", defaults=Defaults(rights=rights))
    article = an_article(*told, headline=headline, source=source)
    summary = None if signpost else a_summary(article, *range(len(article.sentences)))
    return Story(
        article=article,
        summary=summary,
        classification=a_classification(section),
        section=section,
    )


def a_section(*stories: Story, title: str = "Events and networking", key: str = "events") -> Section:
    """A section of `stories`."""
    return Section(key=key, title=title, family="public", stories=stories)


def an_issue(*sections: Section, lead: Story | None = None, date: dt.date = ISSUE_DAY) -> Issue:
    """An issue of `sections`."""
    return Issue(masthead=Masthead(name="Practice Matters"), date=date, lead=lead, sections=sections)
