"""Fonts cut to a page's letters."""

import base64
import io
import re
import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from flows.newsroom.errors import MachineError
from flows.newsroom.press import fonts
from flows.newsroom.press.house import house_templates

FOLDER = house_templates() / "fonts"


def test_the_same_letters_in_any_order_give_the_same_fonts_with_those_and_the_common_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "FACES", fonts.FACES[:1])

    rules = fonts.font_faces(FOLDER, "ł Bela¶")

    assert rules == fonts.font_faces(FOLDER, "Bała le¶")
    (packed,) = re.findall(r"base64,([\w+/=]+)", rules)
    letters = TTFont(io.BytesIO(base64.b64decode(packed))).getBestCmap()
    assert set(map(chr, letters)) == {*fonts.COMMON, "ł", "¶"}


def test_a_cut_font_carries_its_licence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FACES", fonts.FACES[-1:])

    (packed,) = re.findall(r"base64,([\w+/=]+)", fonts.font_faces(FOLDER, "a"))

    names = TTFont(io.BytesIO(base64.b64decode(packed)))["name"]
    assert "Open Font License" in names.getDebugName(13)


def test_a_missing_font_is_named(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "display-400-normal.ttf", tmp_path)

    with pytest.raises(MachineError, match=r"text-400-normal\.ttf is missing or spoilt"):
        fonts.font_faces(tmp_path, "a")


def test_a_folder_without_fonts_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="no fonts"):
        fonts.known_letters(tmp_path)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ttf")), ids=lambda path: path.stem)
def test_a_font_may_be_embedded_and_keeps_to_the_names_it_may_bear(path: Path) -> None:
    font = TTFont(path, lazy=True)

    assert font["OS/2"].fsType == 0
    assert not any("Source" in str(font["name"].getDebugName(number)) for number in (1, 3, 4, 6, 16))
