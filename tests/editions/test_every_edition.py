"""What every edition owes: the same bytes, no harm, and no machine's word for nothing."""

import io
import re

import pypdfium2
import pytest

from flows.newsroom import renderers
from flows.newsroom.model import Edition
from flows.newsroom.plugins import load_plugin, plugin_names
from tests.newsroom.renderers.sample_issues import rendered, rich_issue

NAMES = tuple(plugin_names(renderers))
PARTS = ("noticeboard", "briefing", "calendar", "email_html", "email_text")  # which hold a part of an issue
WHOLE = tuple(name for name in NAMES if name not in PARTS)
FOR_READERS = tuple(name for name in NAMES if name != "record")  # issue.json is for programs


def words(edition: Edition) -> str:
    if edition.media_type != "application/pdf":
        return edition.content.decode()
    with pypdfium2.PdfDocument(io.BytesIO(edition.content)) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_issue_gives_the_same_bytes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendered(name)
    monkeypatch.setenv("PYTHONHASHSEED", "12345")

    second = load_plugin(renderers.__name__, name)(rich_issue())

    assert second == first


def test_no_two_editions_have_the_same_file_name() -> None:
    names = [rendered(name).filename for name in NAMES]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", FOR_READERS)
@pytest.mark.parametrize("issue", ["rich", "hostile"])
def test_nothing_unknown_is_printed_as_a_word_of_the_machine(name: str, issue: str) -> None:
    text = words(rendered(name, issue))

    assert not re.search(r"\b(None|null|nan|Undefined|True|False)\b", text)
    assert "datetime." not in text


@pytest.mark.parametrize("name", WHOLE)
def test_an_issue_built_to_harm_is_printed_in_full(name: str) -> None:
    text = words(rendered(name, "hostile"))

    assert "Story 0" in text
    assert "Story 36" in text
    assert "W" * 30 in text


@pytest.mark.parametrize("name", FOR_READERS)
def test_a_private_sentence_beside_a_printed_one_stays_out(name: str) -> None:
    assert "Mill Lane" not in words(rendered(name))


@pytest.mark.parametrize("name", FOR_READERS)
def test_a_signposted_document_is_never_quoted(name: str) -> None:
    text = words(rendered(name))

    assert name not in WHOLE or "How a grassroots movement reinvigorated social workers" in " ".join(text.split())
    assert "the profession." not in text


@pytest.mark.parametrize("name", FOR_READERS)
def test_a_year_that_only_follows_from_clues_is_never_printed(name: str) -> None:
    assert "2014" not in words(rendered(name))


@pytest.mark.parametrize("name", FOR_READERS)
def test_an_empty_section_leaves_no_trace(name: str) -> None:
    assert "Policy and law" not in words(rendered(name))
