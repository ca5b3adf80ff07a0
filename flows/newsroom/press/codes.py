"""A QR code that leads to an address, as a drawing for a page."""

import segno
from markupsafe import Markup

BORDER = 4  # modules of quiet around it (ISO/IEC 18004, 6.3.8)


def qr_code(address: str) -> Markup:
    """The code for `address`, which a reader of tags hears described. It mends what a drop of rain takes away."""
    code = segno.make(address, error="m", micro=False)
    drawing = code.svg_inline(border=BORDER, omitsize=True, title=f"QR code that leads to {address}")
    return Markup(drawing)  # noqa: S704 - segno escapes the title; the rest is its drawing
