"""A logo is written anew, told in words, and refused by name where it is no picture."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from flows.newsroom.errors import SettingsError
from flows.newsroom.logo import read_logo
from flows.newsroom.settings import read_settings


def a_logo(folder: Path, width: int = 900, height: int = 600) -> Path:
    about = PngInfo()
    about.add_text("Author", "somebody at home")
    Image.new("RGB", (width, height), "#6a1b4d").save(folder / "logo.png", pnginfo=about)
    return folder / "logo.png"


def test_only_the_pixels_are_kept_and_no_more_than_are_printed(tmp_path: Path) -> None:
    logo = read_logo(a_logo(tmp_path), "Anytown Council")

    assert (logo.width, logo.height) == (450, 300)
    assert b"somebody" not in logo.png
    assert Image.open(io.BytesIO(logo.png)).format == "PNG"
    assert read_logo(a_logo(tmp_path), "Anytown Council") == logo


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither a PNG nor a JPEG.*exported"),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "neither a PNG nor a JPEG"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 40, r"logo.png (cannot be read|is neither)"),
        (b"0" * 2_000_001, "more than 2 MB"),
    ],
)
def test_what_is_no_picture_is_refused_by_name(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "logo.png").write_bytes(content)

    with pytest.raises(SettingsError, match=words):
        read_logo(tmp_path / "logo.png", "Anytown Council")


def test_a_logo_that_is_missing_or_too_wide_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="Is the file there"):
        read_logo(tmp_path / "logo.png", "Anytown Council")
    with pytest.raises(SettingsError, match="4000 pixels"):
        read_logo(a_logo(tmp_path, 4_001, 10), "Anytown Council")


def test_a_logo_without_words_is_refused(tmp_path: Path) -> None:
    (tmp_path / "newsletter.toml").write_text('[style]\nlogo = "logo.png"\n')

    with pytest.raises(SettingsError, match="logo_shows"):
        read_settings(tmp_path)
