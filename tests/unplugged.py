"""A categoriser whose model is never there: how the newsroom behaves on a machine without it."""

from dataclasses import dataclass

from flows.newsroom.categorisers import Categoriser
from flows.newsroom.categorisers.keywords import Keywords
from flows.newsroom.errors import ModelUnavailableError
from flows.newsroom.model import Article, Classification, Taxonomy

REASON = "The package no-such-weights is not installed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplugged:
    """Categoriser that cannot work."""

    def __call__(self, article: Article, taxonomy: Taxonomy) -> Classification:
        """Nothing is ever classified."""
        raise ModelUnavailableError(f"{REASON} {article.id} {len(taxonomy.categories)}")

    def prepare(self) -> None:
        """Fail before the first article."""
        raise ModelUnavailableError(REASON)

    def without_model(self) -> Categoriser:
        """Keywords do its work."""
        return Keywords()


plugin = Unplugged
