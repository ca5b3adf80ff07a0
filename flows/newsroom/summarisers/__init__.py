"""Summarisers: Article -> Summary.

To add one, add a module here that binds `plugin`; see `flows.newsroom.plugins`.
"""

from typing import Protocol

from flows.newsroom.model import Article, Form, Summary


class Summariser(Protocol):
    """Says what an article says, in the article's own sentences.

    One of its fields is `words`, about how long a summary is: the longest that is asked for. Other places print the
    best of it, by the rank of its extracts.
    """

    def __call__(self, article: Article, form: Form = Form.NEWS) -> Summary:
        """Summarise `article`, a document of the kind `form`; sentences under a privacy light are never chosen.

        Raises:
            EmptyDocumentError: No sentence of it may stand in a summary.
        """
        ...
