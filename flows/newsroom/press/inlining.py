"""Styles into the tags of an e-mail: Outlook and others read no stylesheet but for what is in the tags."""

from css_inline import CSSInliner, InlineError

from flows.newsroom.errors import IssueError

AT_FAULT = "The e-mail could not be made: its stylesheet email.css cannot be understood. Undo the last change to it."


def inline_page(page: str) -> str:
    """`page` with the styles of its own `<style>` in its tags; what only newer programs know stays above.

    Raises:
        IssueError: The stylesheet is at fault.
    """
    try:
        return _inliner().inline(page)
    except (InlineError, ValueError) as error:
        raise IssueError(AT_FAULT) from error


def inline_fragment(fragment: str, style: str) -> str:
    """Part of a page, with the rules of `style` in its tags.

    Raises:
        IssueError: The stylesheet is at fault.
    """
    try:
        return _inliner().inline_fragment(fragment, style)
    except (InlineError, ValueError) as error:
        raise IssueError(AT_FAULT) from error


def _inliner() -> CSSInliner:
    return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False, resolve_css_variables=True)
