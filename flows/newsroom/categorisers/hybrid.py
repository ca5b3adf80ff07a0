"""Hybrid: the categories whose texts an article is like, whose words it holds, and to which its form leans.

Alone each of them is weak: likeness cannot see what kind of document it is, words are missed or mean
something else, and a form says nothing of most news. How much each counts was learned (`_evidence`), and of our own
categories what all other words say beside that (`_vocabulary`);
`docs/decisions/the-embedding-model.md` has the figures.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field

from flows.newsroom.categorisers._evidence import evidence_of, learned_weights, weighed
from flows.newsroom.categorisers._given import given_topics
from flows.newsroom.categorisers._lessons import Lesson, said_by
from flows.newsroom.categorisers._likeness import Likeness, likeness_of, vector_of, vectors_of
from flows.newsroom.categorisers._matching import matches_of
from flows.newsroom.categorisers._ranking import Candidate, candidates_of, closeness, topics_of
from flows.newsroom.categorisers._vocabulary import said_by_words
from flows.newsroom.categorisers.keywords import Keywords
from flows.newsroom.embedding import load_model
from flows.newsroom.forms import form_of
from flows.newsroom.model import Article, Classification, Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Hybrid:
    """Categoriser that needs the embedding model.

    Attributes:
        sure: The share of the first category from which no person is asked. On documents that the weights had not
            been learned from, 0.5 left 0.75 of them unasked: 0.87 of those were as labelled, 0.99 not wrong.
        lessons: What it has learned from corrections.
    """

    sure: Annotated[float, Field(ge=0, le=1)] = 0.5
    lessons: tuple[Lesson, ...] = ()

    def __call__(self, article: Article, taxonomy: Taxonomy) -> Classification:
        """Classify `article`; a category that a person gave to its folder wins, and leaves no doubt.

        Raises:
            ModelUnavailableError: The model cannot be used; `prepare` tells before the first article.
        """
        form, form_evidence = form_of(article.own_title, article.blocks, article.imprint)
        given = given_topics(article, taxonomy)
        topics, doubt = given, None
        if not given:
            matches = matches_of(article, taxonomy)
            vectors = vectors_of(article)
            likeness = likeness_of(vectors, taxonomy)
            evidence = evidence_of(article, taxonomy, form, likeness, matches)
            scores = _sum(
                weighed(evidence, learned_weights()),
                said_by_words(article, taxonomy),
                said_by(self.lessons, vectors[0], taxonomy),
            )
            candidates = candidates_of(scores, matches, taxonomy)
            topics = topics_of(candidates, form, form_evidence)
            doubt = self._doubt(article, candidates, likeness)
        return Classification(
            topics=topics, doubt=doubt, form=form, form_evidence=form_evidence, is_settled=bool(given)
        )

    def prepare(self) -> None:
        """Load the model, so that what is wrong with it is known before the first article.

        Raises:
            ModelUnavailableError: It cannot be used.
        """
        load_model()

    def without_model(self) -> Keywords:
        """What does its work where the model cannot be used."""
        return Keywords()

    def taught(self, corrected: Iterable[tuple[Article, str]]) -> "Hybrid":
        """The categoriser that knows these articles and the keys of the categories they belong to.

        Raises:
            ModelUnavailableError: The model cannot be used.
        """
        lessons = [
            Lesson(category=key, vector=tuple(round(float(number), 4) for number in vector_of(article)))
            for article, key in corrected
        ]
        return replace(self, lessons=(*self.lessons, *lessons))

    def _doubt(self, article: Article, candidates: Sequence[Candidate], likeness: Likeness) -> str | None:
        """Why a person should choose, in words."""
        first = candidates[0]
        if not article.sentences:
            return "Nothing in it speaks for any category."
        if article.language not in {None, "en"}:
            return "It is not in English, and only English can be compared."
        if likeness.is_strange and not first.telling:
            return f"Hardly anything in it speaks for {first.category.name}."
        return None if first.share >= self.sure else closeness(candidates)


def _sum(*parts: Sequence[float]) -> list[float]:
    return [round(sum(scores), 6) for scores in zip(*parts, strict=True)]


plugin = Hybrid
