"""Categorisers: Article -> Classification.

To add one, add a module here that binds `plugin`; see `flows.newsroom.plugins`.
"""

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from flows.newsroom.model import Article, Classification, Taxonomy


class Categoriser(Protocol):
    """Says what an article is about, why, and whether a person should decide."""

    def __call__(self, article: Article, taxonomy: Taxonomy) -> Classification:
        """Classify `article` among the categories of `taxonomy`."""
        ...


@runtime_checkable
class NeedsModel(Categoriser, Protocol):
    """A categoriser that is lost without the embedding model, and knows who can do its work instead."""

    def prepare(self) -> None:
        """Load the model.

        Raises:
            ModelUnavailableError: It cannot be used.
        """
        ...

    def without_model(self) -> Categoriser:
        """The categoriser that does without."""
        ...


@runtime_checkable
class Learner(Categoriser, Protocol):
    """A categoriser that learns from what a person corrected."""

    def taught(self, corrected: Iterable[tuple[Article, str]]) -> Categoriser:
        """The categoriser that knows these articles and the keys of the categories they belong to."""
        ...
