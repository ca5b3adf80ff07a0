"""How well one colour stands out from another (WCAG 2.2, "contrast ratio"), and the nearest shade that does."""

import re

HEX = re.compile(r"#[0-9a-fA-F]{6}")
LEAST_FOR_TEXT = 4.5  # WCAG 2.2, 1.4.3; a band of colour with words on it is text as well
WHITE, NIGHT = "#ffffff", "#12191d"
"""The paper of the stylesheets, by day and in the dark."""

_STEPS = 255


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours such as "#0b3c49": from 1, for the same, to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def nearest_shade(colour: str, paper: str, least: float = LEAST_FOR_TEXT) -> str:
    """The nearest shade of `colour` that stands out from `paper`: darker on light paper, lighter on dark.

    Its contrast is at least `least`. It is `colour` itself, if that is enough.
    """
    end = "#000000" if contrast("#000000", paper) > contrast("#ffffff", paper) else "#ffffff"
    shades = (_mixed(colour, end, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if contrast(shade, paper) >= least), end)


def _luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]  # noqa: PLR2004 - of the definition
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(one: str, other: str, share: float) -> str:
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
