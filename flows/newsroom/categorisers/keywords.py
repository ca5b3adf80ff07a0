"""Keywords: the categories whose words and phrases an article holds, and to which its form leans.

What decides is not the score but how far it lies above the scores of the other categories.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from flows.newsroom.categorisers._given import given_topics
from flows.newsroom.categorisers._matching import matches_of
from flows.newsroom.categorisers._ranking import (
    Candidate,
    candidates_of,
    closeness,
    is_at_home,
    leaning,
    standard,
    topics_of,
)
from flows.newsroom.forms import form_of
from flows.newsroom.model import Article, Classification, Form, Taxonomy

_FORM_WEIGHT = 0.6  # beside the words; 0.4 to 1 do about as well on the documents to practise on
_FEWEST_WORDS = 2  # one word proves little, however often it comes and however far its score lies above none


@dataclass(frozen=True, slots=True, kw_only=True)
class Keywords:
    """Categoriser that needs nothing but the taxonomy.

    Attributes:
        sure: The share of the first category from which no person is asked to choose.
    """

    sure: Annotated[float, Field(ge=0, le=1)] = 0.55

    def __call__(self, article: Article, taxonomy: Taxonomy) -> Classification:
        """Classify `article`; a category that a person gave to its folder wins, and leaves no doubt."""
        form, form_evidence = form_of(article.own_title, article.blocks, article.imprint)
        given = given_topics(article, taxonomy)
        topics, doubt = given, None
        if not given:
            candidates = _candidates(article, taxonomy, form, is_told=bool(form_evidence))
            topics = topics_of(candidates, form, form_evidence)
            doubt = self._doubt(candidates, form)
        return Classification(
            topics=topics, doubt=doubt, form=form, form_evidence=form_evidence, is_settled=bool(given)
        )

    def _doubt(self, candidates: Sequence[Candidate], form: Form) -> str | None:
        """Why a person should choose, in words."""
        if not candidates:
            return "Nothing in it speaks for any category."
        first = candidates[0]
        if len(first.telling) + is_at_home(form, first.category) < _FEWEST_WORDS:
            return f"Hardly anything in it speaks for {first.category.name}."
        return None if first.share >= self.sure else closeness(candidates)


def _candidates(article: Article, taxonomy: Taxonomy, form: Form, *, is_told: bool) -> list[Candidate]:
    """The categories for which some word speaks, or a form that was told by words."""
    matches = matches_of(article, taxonomy)
    scores = standard([sum(match.score for match in found) for found in matches])
    lean = leaning(form, taxonomy)
    weighed = [score + _FORM_WEIGHT * leant for score, leant in zip(scores, lean, strict=True)]
    return [
        candidate
        for candidate in candidates_of(weighed, matches, taxonomy)
        if candidate.telling or (is_told and is_at_home(form, candidate.category))
    ]


plugin = Keywords
