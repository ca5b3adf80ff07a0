"""Our fonts: what they can draw, and cut to the letters that a page uses and carried inside it."""

import base64
import io
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from flows.newsroom.errors import MachineError

FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"]  # what sets running text; the rest is never asked for

NAMES = [0, 1, 2, 4, 6, 13, 14]  # its own name, its makers' and its licence, with which a font must travel


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One cut of a family, as a stylesheet knows it."""

    family: str
    weight: int
    file: str


COMMON = "".join(map(chr, range(0x20, 0x7F))) + "£€§°·½–—‘’“”…•àáâäçèéêëìíîïñòóôöùúûüŵŷÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜŴŶ"
"""Letters that a page in English or Welsh is likely to want; every page carries them, so that most share one cut."""

FACES = (
    Face(family="ForumText", weight=400, file="text-400-normal.ttf"),
    Face(family="ForumText", weight=700, file="text-700-normal.ttf"),
    Face(family="ForumDisplay", weight=400, file="display-400-normal.ttf"),
    Face(family="ForumDisplay", weight=600, file="display-600-normal.ttf"),
)


def font_faces(fonts: Path, letters: str) -> Markup:
    """The `@font-face` rules for a page, with every font inside them, cut to the common letters and to `letters`.

    The same letters in any order give the same bytes.

    Raises:
        MachineError: A font is missing from the folder `fonts`.
    """
    wanted = known_letters(fonts).intersection(COMMON + letters)
    rules = (_rule(face, _cut(fonts / face.file, wanted)) for face in FACES)
    return Markup("\n".join([*rules, ""]))  # noqa: S704 - our own fonts, in letters of base64


@cache
def known_letters(fonts: Path) -> frozenset[str]:
    """The letters that every one of the fonts in the folder `fonts` can draw.

    Raises:
        MachineError: There are no fonts, or one is spoilt.
    """
    shapes = [set(_open(path).getBestCmap()) for path in sorted(fonts.glob("*.ttf"))]
    if not shapes:
        raise MachineError("There are no fonts in the templates folder. Put templates/fonts back, or install again.")
    return frozenset(map(chr, set.intersection(*shapes)))


def _rule(face: Face, woff2: bytes) -> str:
    address = "data:font/woff2;base64," + base64.b64encode(woff2).decode("ascii")
    return (
        f"@font-face {{ font-family: {face.family}; font-weight: {face.weight}; font-display: swap; "
        f"src: url({address}) format('woff2') }}"
    )


@lru_cache(maxsize=4 * len(FACES))
def _cut(path: Path, letters: frozenset[str]) -> bytes:
    """A font with only `letters` in it, packed as WOFF2; most pages want the same ones."""
    from fontTools import subset

    font = _open(path)
    cutter = subset.Subsetter(subset.Options(layout_features=FEATURES, name_IDs=NAMES))
    cutter.populate(text="".join(sorted(letters)))
    cutter.subset(font)
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()


def _open(path: Path) -> Any:  # noqa: ANN401 - fonttools ships no types
    from fontTools.ttLib import TTFont, TTLibError

    try:
        return TTFont(path, lazy=True, recalcTimestamp=False)
    except (OSError, TTLibError) as error:
        raise MachineError(f"The font {path.name} is missing or spoilt. Install the program again.") from error
