"""Categorisers: Article -> Classification.

To add one, add a module here that binds `plugin`; see `flows.newsroom.plugins`.
"""

from typing import Protocol

from flows.newsroom.model import Article, Classification, Taxonomy


class Categoriser(Protocol):
    """Says what an article is about, why, and whether a person should decide."""

    def __call__(self, article: Article, taxonomy: Taxonomy) -> Classification:
        """Classify `article` among the categories of `taxonomy`."""
        ...
