"""Whether this computer can print."""

import shutil
from pathlib import Path

import pytest

from flows.newsroom.errors import MachineError
from flows.newsroom.press import machine
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.machine import CHECKSUMS, check_machine
from flows.newsroom.press.order import Outcome
from flows.newsroom.press.pdf import Printed

FONTS = house_templates() / "fonts"
GOOD = Outcome(chosen=0, sheets=1, has_good_tags=True)


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FONTS, tmp_path / "fonts"))


def test_every_font_is_in_the_list_of_checksums() -> None:
    listed = {line.split()[1] for line in (FONTS / CHECKSUMS).read_text().splitlines()}

    assert listed == {path.name for path in FONTS.glob("*.ttf")}


def test_a_missing_font_is_named(fonts: Path) -> None:
    (fonts / "text-700-normal.ttf").unlink()

    finding = check_machine(fonts)

    assert not finding.is_ready
    assert finding.words == "The font text-700-normal.ttf is missing."
    assert finding.remedy


def test_a_changed_font_is_named(fonts: Path) -> None:
    (fonts / "display-600-normal.ttf").write_bytes(b"another")

    assert check_machine(fonts).words == "The font display-600-normal.ttf is not as it was made."


def test_a_missing_list_of_fonts_is_told(fonts: Path) -> None:
    (fonts / CHECKSUMS).unlink()

    assert "SHA256SUMS" in check_machine(fonts).words


def test_another_release_of_weasyprint_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "version", lambda _: "71.0")

    finding = check_machine(FONTS)

    assert not finding.is_ready
    assert finding.words.startswith("WeasyPrint is release 71.0")


def test_a_press_that_cannot_print_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> Printed:
        raise MachineError("A library that draws text is missing. Type: apt-get")

    monkeypatch.setattr(machine, "print_order", broken)

    finding = check_machine(FONTS)

    assert not finding.is_ready
    assert "library" in finding.words


def test_a_missing_cutter_of_fonts_is_a_note_and_no_hindrance(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Printed(pdf=b"%PDF", outcome=GOOD, muttering="DeprecationWarning: HarfBuzz-Subset will be required")
    monkeypatch.setattr(machine, "print_order", lambda *_, **__: slow)

    finding = check_machine(FONTS)

    assert finding.is_ready
    assert "twice as long" in finding.notes[0]
