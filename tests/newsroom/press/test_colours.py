"""Every pair of colours that text is set in differs by 7:1 or more (WCAG 2.2, 1.4.6)."""

import re

import pytest

from flows.newsroom.contrast import NIGHT, WHITE
from flows.newsroom.press.house import house_templates

WEB = (house_templates() / "web.css").read_text(encoding="utf-8")
PRINT = (house_templates() / "print.css").read_text(encoding="utf-8")
ON_PAPER = ("ink", "muted", "brand", "link", "public", "practice", "people")
ON_COLOUR = ("brand", "public", "practice", "people")


def colours(css: str) -> dict[str, str]:
    """The variables that are colours, whole and by name."""
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", css))
    return {
        name: value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:])
        for name, value in found.items()
    }


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


LIGHT = colours(WEB.partition("@media screen and (prefers-color-scheme: dark)")[0])
DARK = {**LIGHT, **colours(WEB.partition("@media screen and (prefers-color-scheme: dark)")[2])}
PAPER = {"paper": "#ffffff", **colours(PRINT)}


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PAPER], ids=["light", "dark", "print"])
def test_text_stands_out_from_the_paper(scheme: dict[str, str]) -> None:
    weak = {name: contrast(scheme[name], scheme["paper"]) for name in ON_PAPER}

    assert min(weak.values()) >= 7, weak


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PAPER], ids=["light", "dark", "print"])
def test_a_band_can_be_read(scheme: dict[str, str]) -> None:
    weak = {name: contrast(scheme[name], scheme["on-colour"]) for name in ON_COLOUR}

    assert min(weak.values()) >= 7, weak


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_traced_sentence_and_what_has_the_focus_can_be_read(scheme: dict[str, str]) -> None:
    assert contrast(scheme["ink"], scheme["tint"]) >= 7
    assert contrast(scheme["ink"], scheme["mark"]) >= 7
    assert contrast(scheme["on-focus"], scheme["focus"]) >= 7


def test_the_house_has_the_same_colours_in_print_as_on_the_screen() -> None:
    assert {name: value for name, value in colours(PRINT).items() if LIGHT.get(name) != value} == {}


def test_nothing_on_paper_is_smaller_than_12pt() -> None:
    sizes = [float(size) * 12 for size in re.findall(r"(?:font: [^;}]*?|font-size: )([\d.]+)rem", PRINT)]
    points = [float(size) for size in re.findall(r"(?:font: [^;}]*?|font-size: )([\d.]+)pt", PRINT)]

    assert sizes
    assert min(sizes + points) >= 12
    assert not re.search(r"font(-size)?: [^;}]*[\d.]+(px|em|%)", PRINT.replace("rem", ""))


def test_a_forums_own_colours_are_checked_against_the_paper_that_they_stand_on() -> None:
    assert (LIGHT["paper"], DARK["paper"]) == (WHITE, NIGHT)
    assert (LIGHT["on-colour"], DARK["on-colour"]) == (WHITE, NIGHT)
