"""The proof sheet lets whoever signs compare each printed sentence with its source."""

import re
from dataclasses import replace

from bs4 import BeautifulSoup

from flows.newsroom.model import Colour, Light, LightKind, Rights
from flows.newsroom.renderers.proof import ProofSheet
from tests.factories import a_section, a_story, an_issue
from tests.newsroom.renderers.sample_issues import rich_issue


def lit(sentence: int | None, reason: str) -> Light:
    return Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason=reason, sentence=sentence)


def proof_of_story(*lights: Light) -> BeautifulSoup:
    story = a_story("Carers met the minister.", "They spoke of breaks.", rights=Rights.OWN)
    issue = an_issue(a_section(replace(story, lights=lights)))
    return BeautifulSoup(ProofSheet()(issue).content, "lxml")


def test_each_printed_sentence_stands_beside_its_source() -> None:
    rows = proof_of_story().select("tbody tr")

    cells = [[" ".join(cell.get_text(" ").split()) for cell in row.find_all(["td", "th"])][:3] for row in rows]
    assert [(number, printed) for number, printed, _ in cells] == [
        ("1", "Carers met the minister."),
        ("2", "They spoke of breaks."),
    ]
    assert all("of 2" in source and printed in source for _, printed, source in cells)
    assert [mark.get_text() for mark in proof_of_story().select("mark")] == [printed for _, printed, _ in cells]


def test_a_light_stands_with_its_sentence_and_the_rest_below_the_story() -> None:
    page = proof_of_story(lit(1, "Ask her first."), lit(None, "Who owns it?"))

    rows = page.select("tbody tr")
    assert "Ask her first." not in rows[0].get_text()
    assert "Ask her first." in rows[1].get_text()
    assert "Who owns it?" not in page.table.get_text()  # type: ignore[union-attr]
    assert "Who owns it?" in page.get_text()


def test_it_shows_every_story_of_an_issue() -> None:
    issue = rich_issue()

    page = BeautifulSoup(ProofSheet()(issue).content, "lxml")

    assert len(page.select("main section")) == len(issue.stories)
    assert not re.search(r"\b(None|True|False)\b", page.get_text())
