"""A part that the settings name is found, or its absence is explained."""

import pytest

from flows.newsroom.errors import SettingsError
from flows.newsroom.plugins import load_plugin

RENDERERS = "flows.newsroom.renderers"


def test_a_part_is_found_by_its_name() -> None:
    assert load_plugin(RENDERERS, "record") == load_plugin(RENDERERS, "flows.newsroom.renderers.record")


def test_a_part_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(SettingsError, match=r"no 'papyrus' among the renderers. Choose one of: .*record"):
        load_plugin(RENDERERS, "papyrus")


def test_an_option_that_a_part_does_not_have_is_named() -> None:
    with pytest.raises(SettingsError, match="colour"):
        load_plugin(RENDERERS, "record", {"colour": "red"})
