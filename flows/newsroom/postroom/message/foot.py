"""The foot of a mail: why somebody gets it, how to leave the list, where the PDF is, and who sends.

In the editions themselves a link by which one member leaves would be a broken one; it comes in here, as a `GAP` that
each copy fills with its member's token.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from flows.newsroom.errors import IssueError
from flows.newsroom.model import Masthead
from flows.newsroom.model.postroom import Sender
from flows.newsroom.postroom.message.parts import GAP
from flows.newsroom.press.environment import fill, house_style
from flows.newsroom.press.inlining import inline_fragment
from flows.newsroom.press.mailing import LEAVE_BY_HAND

_PLACE = re.compile(r"<!--foot-->.*?<!--/foot-->", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """The foot in both its forms."""

    text: str
    html: str

    def below_text(self, text: str) -> str:
        """A plain text with the foot below it, in the place of the edition's own way to leave."""
        lines = [line for line in _without_gap(text).splitlines() if line != LEAVE_BY_HAND]
        return "\n".join(lines).rstrip() + "\n\n\n" + self.text.strip() + "\n"

    def below_html(self, page: str) -> str:
        """A page with the foot in its place: between the marks, else at the end."""
        whole = _without_gap(page)
        if _PLACE.search(whole):
            return _PLACE.sub(lambda _: self.html, whole)
        before, end, after = whole.rpartition("</body>")
        return f"{before}{self.html}{end}{after}" if end else whole + self.html


def make_foot(
    masthead: Masthead, sender: Sender, *, is_attached: bool, pdf_address: str | None, templates: Path
) -> Foot:
    """Fill the templates of the foot.

    Args:
        masthead: Whose newsletter it is.
        sender: Who sends it.
        is_attached: Whether the PDF comes with the mail.
        pdf_address: Where it stands on the web, if it was too large for that.
        templates: The folder of templates.

    Raises:
        IssueError: A template is at fault.
    """
    values = {
        "masthead": masthead,
        "sender": sender,
        "is_attached": is_attached,
        "pdf_address": pdf_address,
        "leave_address": leave_address(sender, GAP),
        "token": GAP,
    }
    text = fill(templates, "mail_foot.txt.jinja", **values)
    html = inline_fragment(fill(templates, "mail_foot.html.jinja", **values), house_style(templates, "email.css"))
    if GAP not in text or GAP not in html:
        raise IssueError(
            "A template of the mail's foot (mail_foot.html.jinja, mail_foot.txt.jinja) gives no way to leave the list. "
            "Undo the last change to it."
        )
    return Foot(text=text, html=html)


def leave_address(sender: Sender, token: str) -> str:
    """The link by which the member with that token leaves: the page, where there is one, else a mail."""
    return leave_page(sender, token) or leave_by_mail(sender, token)


def leave_page(sender: Sender, token: str) -> str | None:
    """The page through which the member with that token leaves; None: there is none."""
    return f"{sender.leave_page.rstrip('/')}/{token}" if sender.leave_page else None


def leave_by_mail(sender: Sender, token: str) -> str:
    """The mail by which the member with that token leaves, as a link."""
    return f"{letter_to(sender.leave)}?subject=unsubscribe%20{token}"


def letter_to(address: str) -> str:
    """An address as a link that opens a new mail (RFC 6068)."""
    return f"mailto:{quote(address, safe='@')}"


def _without_gap(text: str) -> str:
    """No word of a document may pass for the place of a token."""
    return text.replace(GAP, "")
