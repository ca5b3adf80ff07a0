"""Where a page says that it stands, and against what it resolves its links."""

from lxml.html import HtmlElement

from flows.newsroom.formats.addresses import whole_address


def canonical_address(tree: HtmlElement) -> str | None:
    """The address under which a page wishes to be known; None where it names none that is whole."""
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return whole_address(link.get("href") or "")
    return None


def base_address(tree: HtmlElement, address: str | None) -> str | None:
    """The address against which a page that stands at `address` resolves its links."""
    base = tree.find(".//base[@href]")
    return address if base is None else whole_address(base.get("href") or "", address) or address
