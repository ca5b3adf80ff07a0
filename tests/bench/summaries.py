"""Summaries: ours, the first sentences, and the peers, against what people wrote or would print."""

import csv
import datetime as dt
import hashlib
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from rich.console import Console
from rich.table import Table

from flows.newsroom.errors import DocumentError
from flows.newsroom.forms import form_of
from flows.newsroom.language.sentences import split
from flows.newsroom.language.words import WORD, stem
from flows.newsroom.model import (
    Article,
    ArticleId,
    Block,
    BlockKind,
    Confidence,
    DateBasis,
    Dated,
    DocumentId,
    Headline,
    HeadlineOrigin,
    Sentence,
    Source,
)
from flows.newsroom.summarisers.centroid import Centroid
from tests.bench import gov_uk
from tests.bench.public import public_data, why_skipped
from tests.bench.rouge import rouge
from tests.evaluation.chain import made_of
from tests.evaluation.corpus import Half
from tests.evaluation.scoring import holds, plain

Summariser = Callable[[Article, int], list[str]]

_CNN = ("model_hosting_e2e_decoder", "data", "cnn_dailymail_test.csv")
_INSHORTS = ("nlp_task1", "news_summary.csv")
_WORDS, _PUBLIC_WORDS = 85, 60
_NEARLY = 5  # words more that any of them may use
_FIRST_OF_CNN, _LONG_INSHORTS, _DEV_INSHORTS, _DEV_GOV_UK, _SEED = 500, 120, 120, 75, 7
_READABLE = (Half.DEVELOP, Half.PRACTICE)  # the judge half's sentences are for nobody's eyes, a peer's included
_DAY = Dated(date=dt.date(2026, 1, 1), basis=DateBasis.STATED, confidence=Confidence.HIGH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A text and the sentences in which a person told it."""

    article: Article
    reference: tuple[str, ...]


def show(screen: Console) -> None:
    """Print the tables."""
    screen.print(_own_documents())
    for table in public_tables():
        screen.print(table)


def public_tables() -> Iterator[Table | str]:
    """A table for each public set, or why there is none."""
    sets: tuple[tuple[str, tuple[str, ...], Callable[[Path], Iterator[Pair]]], ...] = (
        ("CNN/DailyMail, 250 of the test set", _CNN, _read_cnn),
        ("Inshorts, 198 of 120 words or more", _INSHORTS, _read_inshorts),
        ("GOV.UK, 76 pages", gov_uk.PARTS, _read_gov_uk),
    )
    for name, parts, read in sets:
        file = public_data(*parts)
        yield _public(name, list(read(file))) if file else why_skipped(name, *parts)


def summarisers() -> dict[str, Summariser]:
    """Ours, and the peers that are installed, by name."""
    ours = {
        "ours": lambda article, words: _ours(article, words, roles=True),
        "ours, without roles": lambda article, words: _ours(article, words, roles=False),
        "the first sentences": lambda article, words: _within([one.text for one in article.sentences], words),
    }
    return ours | _sumy() | _summa()


def _own_documents() -> Table:
    made = [one for half in _READABLE for one in made_of(half) if one.draft and not one.document.label.signpost]
    table = Table("summariser", "key sentences found", "summaries with two of them", "ms a document")
    table.title = f"Our own documents: {len(made)} labelled ones that may be read, {_WORDS} words"
    for name, summarise in summarisers().items():
        started = time.process_time()
        found = [
            (one.document.label.key_sentences, [plain(text) for text in summarise(one.draft.article, _WORDS)])
            for one in made
            if one.draft
        ]
        spent = 1000 * (time.process_time() - started) / len(made)
        hits = [sum(holds(texts, plain(key)) for key in keys) for keys, texts in found]
        wanted = sum(len(keys) for keys, _ in found)
        two = fmean(count >= 2 for count in hits)
        table.add_row(name, f"{sum(hits) / wanted:.3f}", f"{two:.3f}", f"{spent:.1f}")
    return table


def _public(name: str, pairs: Sequence[Pair]) -> Table:
    table = Table("summariser", "ROUGE-1", "ROUGE-2", "ROUGE-Lsum", "ms a text")
    table.title = f"{name}, {_PUBLIC_WORDS} words ({len(pairs)} texts)"
    for called, summarise in summarisers().items():
        started = time.process_time()
        made = [summarise(pair.article, _PUBLIC_WORDS) for pair in pairs]
        spent = 1000 * (time.process_time() - started) / max(1, len(pairs))
        scores = [rouge(texts, pair.reference) for texts, pair in zip(made, pairs, strict=True)]
        table.add_row(called, *(f"{100 * fmean(column):.2f}" for column in zip(*scores, strict=True)), f"{spent:.1f}")
    return table


def _ours(article: Article, words: int, *, roles: bool) -> list[str]:
    form = form_of(article.own_title, article.blocks, article.imprint)[0]
    try:
        return [extract.text for extract in Centroid(words=words, roles=roles)(article, form).extracts]
    except DocumentError:
        return []


def _within(texts: Sequence[str], words: int) -> list[str]:
    """The sentences in their order of merit, as long as they fit."""
    kept: list[str] = []
    for text in texts:
        if not kept or sum(len(one.split()) for one in (*kept, text)) <= words + _NEARLY:
            kept.append(text)
    return kept


def _sumy() -> dict[str, Summariser]:
    try:
        from sumy.models.dom import ObjectDocumentModel, Paragraph
        from sumy.models.dom import Sentence as Line
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.lsa import LsaSummarizer
        from sumy.summarizers.luhn import LuhnSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
    except ImportError:
        return {}

    class Words:
        """Our words, because sumy would download its own."""

        @staticmethod
        def to_words(text: str) -> tuple[str, ...]:
            return tuple(WORD.findall(text))

    def by(kind: Callable[[Callable[[str], str]], Any]) -> Summariser:
        def summarise(article: Article, words: int) -> list[str]:
            lines = [Line(one.text, Words()) for one in article.sentences]
            document = ObjectDocumentModel([Paragraph(lines)])
            for count in range(8, 0, -1):
                chosen = [str(line) for line in kind(stem)(document, count)]
                if count == 1 or sum(len(text.split()) for text in chosen) <= words + _NEARLY:
                    return chosen
            return []

        return summarise

    kinds = (LexRankSummarizer, TextRankSummarizer, LuhnSummarizer, LsaSummarizer)
    return {f"sumy {kind.__name__.removesuffix('Summarizer')}": by(kind) for kind in kinds}


def _summa() -> dict[str, Summariser]:
    try:
        from summa.summarizer import summarize
    except ImportError:
        return {}
    return {"summa TextRank": lambda article, words: list(summarize(article.text, words=words, split=True))}


def an_article(text: str) -> Article:
    """A text without a title, as an article whose day is known."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    sentences, offset = [], 0
    for number, line in enumerate(lines):
        for start, end in split(line):
            sentences.append(Sentence(text=line[start:end], start=offset + start, end=offset + end, block=number))
        offset += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=ArticleId(digest),
        source=Source(id=DocumentId(digest), path="text.txt", media_type="text/plain"),
        headline=Headline(text=None, origin=HeadlineOrigin.NONE),
        published=_DAY,
        blocks=tuple(Block(kind=BlockKind.PARAGRAPH, text=line) for line in lines),
        sentences=tuple(sentences),
    )


def _pair(text: str, reference: str) -> Pair:
    told = tuple(one.text for one in an_article(reference).sentences)
    return Pair(article=an_article(text), reference=told)


def _rows(file: Path, encoding: str) -> Iterator[dict[str, str]]:
    csv.field_size_limit(10_000_000)
    with file.open(encoding=encoding, newline="") as stream:
        yield from csv.DictReader(stream)


def _read_cnn(file: Path) -> Iterator[Pair]:
    for number, row in zip(range(_FIRST_OF_CNN), _rows(file, "utf-8"), strict=False):
        if number % 2 == 0:
            yield _pair(row["article"], row["highlights"])


def _read_inshorts(file: Path) -> Iterator[Pair]:
    rows = [row for row in _rows(file, "latin-1") if len((row["ctext"] or "").split()) >= _LONG_INSHORTS]
    random.Random(_SEED).shuffle(rows)  # noqa: S311 - no secret
    for row in rows[_DEV_INSHORTS : _DEV_INSHORTS + 198]:
        yield _pair(row["ctext"], row["text"])


def _read_gov_uk(file: Path) -> Iterator[Pair]:
    told = [page for page in gov_uk.read_pages(file) if page.description]
    for page in told[_DEV_GOV_UK : _DEV_GOV_UK + 76]:
        yield _pair(page.text, page.description)
