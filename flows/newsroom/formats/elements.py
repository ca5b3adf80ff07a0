"""The elements of HTML, by what they are to whoever reads a page."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = _names("h1 h2 h3 h4 h5 h6")
LISTS = _names("ul ol menu")
TABLES = _names("table dl")
ROWS = _names("tr dt")
"""What starts a row of a table; a term starts one of its list."""

CELLS = _names("td th dd")
BOXES = (
    HEADINGS
    | LISTS
    | TABLES
    | ROWS
    | CELLS
    | _names("address article aside blockquote body caption center details dialog div fieldset figcaption figure")
    | _names("footer form header hr html legend li main nav p pre search section summary tbody tfoot thead")
)
"""What a browser draws on lines of its own."""

STRUCK_OUT = _names("del s strike")
"""Words that their author took back."""

UNREAD = (
    STRUCK_OUT
    | _names("applet audio button canvas datalist embed frame frameset head iframe math meta noembed noframes noscript")
    | _names("object script select style svg template textarea title video")
)
"""What holds no words for a reader."""

FLAT = _names("area base br col embed hr img input link meta param source track wbr p li td tr th option dt dd")
"""What has no closing tag, or one that authors leave out: it says nothing about how deep a page nests."""

SHAPES = _names("circle defs ellipse g image line path polygon polyline rect stop use")
"""Parts of a drawing; they may close themselves."""
