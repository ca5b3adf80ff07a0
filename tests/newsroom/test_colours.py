"""Colours that a forum may not have."""

from pathlib import Path

import pytest

from flows.newsroom.errors import SettingsError
from flows.newsroom.settings import read_settings


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('brand = "#ff8800"', r"brand = #ff8800 has a contrast of 2\.39:1 .* 4\.5:1; the nearest .* is #"),
        ('brand = "#6a1b4d"\nbrand_dark = "#6a1b4d"', r"brand_dark = #6a1b4d has a contrast of 1\.\d\d:1"),
        ('people_dark = "#ffffff"', "people_dark goes with people"),
        ('brand = "red"', "six figures"),
        ('brand = "#fff;} body{display:none"', "six figures"),
    ],
)
def test_a_colour_that_cannot_be_read_or_is_none_is_refused_by_name(tmp_path: Path, line: str, words: str) -> None:
    (tmp_path / "newsletter.toml").write_text(f"[style]\n{line}\n")

    with pytest.raises(SettingsError, match=words):
        read_settings(tmp_path)
