"""From a score for each category to topics with evidence, and to the doubts that are left."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from flows.newsroom.categorisers._matching import Match
from flows.newsroom.model import Category, Form, Taxonomy, Topic

BESIDE_THE_FIRST = 0.3  # of the first topic's share: a second one is a topic too

_MOST_TOPICS = 3
_MOST_EVIDENCE = 4
SHARPNESS = 2.0
"""Of the softmax: how fast shares grow with scores."""
_RARELY = 0.25  # of ten documents: how many of a form belong to a category that does not name it
_SOME = 1.0  # of ten: from here a form is evidence for a category


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A category that an article may belong to."""

    category: Category
    matches: Sequence[Match]  # the weightiest first
    share: float  # of all categories, between 0 and 1

    @property
    def telling(self) -> tuple[Match, ...]:
        """The matches that speak for it by themselves."""
        return tuple(match for match in self.matches if match.is_telling)


def candidates_of(scores: Sequence[float], matches: Sequence[Sequence[Match]], taxonomy: Taxonomy) -> list[Candidate]:
    """The categories with their shares, the likeliest first; a tie goes to the earlier in the taxonomy."""
    candidates = [
        Candidate(category=category, matches=found, share=share)
        for category, found, share in zip(taxonomy.categories, matches, _shares(scores), strict=True)
    ]
    return sorted(candidates, key=lambda candidate: -candidate.share)


def standard(scores: Sequence[float]) -> list[float]:
    """Scores as distances from their mean, in standard deviations; noughts where all are alike."""
    spread = pstdev(scores or [0.0]) or 1.0
    return [(score - fmean(scores)) / spread for score in scores]


def leaning(form: Form, taxonomy: Taxonomy) -> list[float]:
    """How far a form speaks for each category: the logarithm of its chance, noughts where none names the form."""
    chances = [dict(category.forms).get(form) for category in taxonomy.categories]
    if all(chance is None for chance in chances):
        return [0.0] * len(chances)
    logarithms = [math.log(max(_RARELY, chance or 0.0)) for chance in chances]
    return [logarithm - fmean(logarithms) for logarithm in logarithms]


def is_at_home(form: Form, category: Category) -> bool:
    """Whether documents of this form are often found in `category`."""
    return dict(category.forms).get(form, 0.0) >= _SOME


def topics_of(candidates: Sequence[Candidate], form: Form, form_evidence: tuple[str, ...]) -> tuple[Topic, ...]:
    """The first topic, and those close behind it, at most three."""
    return tuple(
        Topic(
            category=each.category.key,
            confidence=each.share,
            evidence=_evidence(each, form_evidence if is_at_home(form, each.category) else ()),
        )
        for each in candidates[:_MOST_TOPICS]
        if each.share >= BESIDE_THE_FIRST * candidates[0].share
    )


def closeness(candidates: Sequence[Candidate]) -> str:
    """That the first candidate is not far enough ahead of the others, in words."""
    first = candidates[0]
    if len(candidates) > 1 and candidates[1].share >= BESIDE_THE_FIRST * first.share:
        return f"{first.category.name} and {candidates[1].category.name} are close."
    return f"{first.category.name} is likely, but far from certain."


def _evidence(candidate: Candidate, form_evidence: tuple[str, ...]) -> tuple[str, ...]:
    """Its own words; those that tell the form follow where there is room."""
    own = (match.words for match in candidate.telling)
    return tuple(dict.fromkeys((*own, *form_evidence)))[:_MOST_EVIDENCE]


def _shares(scores: Sequence[float]) -> list[float]:
    """How likely each score makes its category beside the others, to four places."""
    highest = max(scores, default=0.0)
    weights = [math.exp(SHARPNESS * (score - highest)) for score in scores]
    return [round(weight / math.fsum(weights), 4) for weight in weights]
