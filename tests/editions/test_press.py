"""The press: what it prints, and how it says that it cannot."""

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest

from flows.newsroom.errors import IssueError, MachineError, NewsletterError
from flows.newsroom.press.child import REFUSED, TOO_LARGE
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.machine import check_machine
from flows.newsroom.press.order import Order
from flows.newsroom.press.pdf import SECONDS, Printed, failure, press_environment, print_order

PAGE = """<!DOCTYPE html><html lang="cy"><head><title>Proof</title><style>
@page {{ size: 400px 200px; margin: 0 }}
@font-face {{ font-family: ForumText; src: url(fonts/text-400-normal.ttf) }}
body, h1 {{ margin: 0; font: 400 40px/100px ForumText }}
</style></head><body>{body}</body></html>"""


def printed(page: str, **limits: float) -> Printed:
    return print_order(Order(pages=(page,)), house_templates(), seconds=limits.get("seconds", SECONDS))


def ink(pdf: bytes) -> npt.NDArray[np.bool_]:
    """Where the first page is dark, a row a pixel."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        picture = document[0].render(scale=4 / 3, grayscale=True).to_numpy()
    return np.asarray(picture.reshape(picture.shape[:2]) < 128)


def test_welsh_letters_are_drawn_as_plain_ones_with_a_roof() -> None:
    pdf = printed(PAGE.format(body="<h1>Dŵr a thŷ</h1><div>Dwr a thy</div>")).pdf

    dark = ink(pdf)
    welsh, plain = dark[:100], dark[100:200]
    assert (welsh & plain).sum() > 0.9 * plain.sum() > 0
    assert welsh.sum() > 1.01 * plain.sum()


def test_a_page_that_reaches_for_a_file_of_this_computer_is_not_printed() -> None:
    page = PAGE.format(body='<h1>x</h1><a rel="attachment" href="file:///etc/hostname">x</a>')

    with pytest.raises(IssueError, match="outside the templates folder"):
        printed(page)


def test_a_page_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(IssueError, match=r"not ready after 0\.01 seconds"):
        printed(PAGE.format(body="<h1>x</h1>"), seconds=0.01)


@pytest.mark.parametrize(
    ("status", "said", "kind", "words"),
    [
        (-11, "", MachineError, "crashed: .*type: "),
        (139, "", MachineError, "crashed: .*type: "),
        (1, "OSError: cannot load library 'libpango-1.0-0'", MachineError, "library that draws text is missing"),
        (1, "ModuleNotFoundError: No module named 'weasyprint'", MachineError, "not installed"),
        (REFUSED, "", IssueError, "outside the templates folder"),
        (TOO_LARGE, "", IssueError, "more memory"),
        (-5, "GLib-ERROR **: creating thread '[pango] FcInit': Error creating thread: none", IssueError, "more memory"),
        (1, "AssertionError: Mrs Jones of Mill Lane", IssueError, "no words for"),
    ],
)
def test_why_the_press_stopped_is_told_with_the_remedy(
    status: int, said: str, kind: type[NewsletterError], words: str
) -> None:
    error = failure(status, said)

    assert isinstance(error, kind)
    with pytest.raises(kind, match=words):
        raise error
    assert "Mill Lane" not in str(error)


def test_the_press_is_offered_our_fonts_and_no_others(tmp_path: Path) -> None:
    fonts = tmp_path / "ours & theirs"
    fonts.mkdir()

    environment = press_environment(fonts, tmp_path)

    conf = Path(environment["FONTCONFIG_FILE"]).read_text(encoding="utf-8")
    assert conf.count("<dir>") == 1
    assert "ours &amp; theirs</dir>" in conf
    assert f"<cachedir>{tmp_path}" in conf


def test_a_computer_with_everything_is_ready() -> None:
    finding = check_machine(house_templates() / "fonts")

    assert finding.is_ready
    assert finding.remedy is None
