"""Renderers: Issue -> Edition.

To add one, add a module here that binds `plugin`; see `flows.newsroom.plugins`. An edition
depends on the issue and the templates alone: no clock, no network, no chance.
"""

from typing import Protocol

from flows.newsroom.model import Edition, Issue


class Renderer(Protocol):
    """Gives an issue one form; the same issue always takes the same form."""

    def __call__(self, issue: Issue) -> Edition | None:
        """Render `issue`; None: there is nothing in it for this edition, which is no fault.

        Raises:
            IssueError: The edition cannot be made of this issue.
            MachineError: This computer lacks what the edition needs.
        """
        ...


MADE_LAST = frozenset({"web", "email_html", "email_text"})
"""The editions that speak of the others: of what there is, and of its size."""
