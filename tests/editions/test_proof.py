"""The proof sheet lets whoever signs compare each printed line with what it stands on."""

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from flows.newsroom.model import Colour, Defaults, Light, LightKind, Meaning, Rights
from flows.newsroom.renderers.pdf import Paper
from flows.newsroom.renderers.proof import ProofSheet
from tests.factories import a_section, a_story, a_summary, an_issue
from tests.newsroom.findings.articles import an_article_of
from tests.newsroom.renderers.sample_issues import SAMPLES, rendered

FURNITURE = {"See", "Ask the coordinator where to read it"}
"""Words of ours that lead from one place of an issue to another."""


def lit(sentence: int | None, reason: str) -> Light:
    return Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason=reason, sentence=sentence)


def proof_of_story(*lights: Light) -> BeautifulSoup:
    story = a_story("Carers met the minister.", "They spoke of breaks.", rights=Rights.OWN)
    issue = an_issue(a_section(replace(story, lights=lights)))
    return BeautifulSoup(ProofSheet()(issue).content, "lxml")


def rows_of(page: BeautifulSoup) -> dict[str, list[str]]:
    """The rows of its tables, by what their line is called: what is printed, and what it stands on."""
    rows = {}
    for row in page.select("tbody tr"):
        name, printed, ground, _ = (" ".join(cell.get_text(" ").split()) for cell in row.find_all(["td", "th"]))
        rows[name] = [printed, ground]
    return rows


def test_each_printed_sentence_stands_beside_its_source() -> None:
    page = proof_of_story()

    rows = rows_of(page)
    printed = ["Carers met the minister.", "They spoke of breaks."]
    assert [rows["1"][0], rows["2"][0]] == printed
    assert all(rows[number][1].startswith(f"Sentence {number} of 2") for number in ("1", "2"))
    assert [mark.get_text() for mark in page.select("mark")] == printed


def test_a_light_stands_with_its_sentence_and_the_rest_below_the_story() -> None:
    page = proof_of_story(lit(1, "Ask her first."), lit(None, "Who owns it?"))

    rows = rows_of(page)
    assert "Ask her first." not in rows["1"][1]
    assert "Ask her first." in rows["2"][1]
    assert not any("Who owns it?" in table.get_text() for table in page.select("table"))
    assert "Who owns it?" in page.get_text()


@pytest.fixture(scope="module")
def whole() -> BeautifulSoup:
    return BeautifulSoup(rendered("proof", "whole").content, "lxml")


@pytest.mark.parametrize("issue", ["rich", "whole"])
def test_nothing_is_printed_that_it_does_not_show(issue: str) -> None:
    paper = BeautifulSoup(Paper().page(SAMPLES[issue]()), "lxml").body
    assert paper
    for ours in paper.select("nav, h2, .sources, .fields, title"):  # the way through an issue, and room to write
        ours.decompose()

    proof = " ".join(BeautifulSoup(ProofSheet()(SAMPLES[issue]()).content, "lxml").get_text(" ").split())

    printed = [part for text in paper.stripped_strings for part in re.split(r"\s*\[\d+\]\s*", text)]
    told = [" ".join(part.replace("\u200b", "").split()).strip(" .,;:") for part in printed]
    assert [words for words in told if words not in proof.replace("\u200b", "") and words not in FURNITURE] == []


def test_it_says_what_a_line_stands_on(whole: BeautifulSoup) -> None:
    rows = rows_of(whole)

    assert rows["Thursday 3 December 2026"][0] == "Voluntary sector exchange, Tŷ Cymunedol"
    asked, ground = rows["By Friday 4 December 2026, 5pm"]
    assert asked.startswith("Consultation on day opportunities. Asked by Eastmarsh Council. Answer: https://")
    assert ground.startswith("Sentence 1 of 2, day centres.txt The consultation closes at 5pm on Friday")
    assert rows["Promised"][1] == rows["Still open"][1] == "An earlier issue, word for word"
    assert rows["Ann, a carer"][1] == "The editor’s: voices.toml, with the day of consent"
    assert rows["PSW"][1].startswith("Ours")
    assert rows["Name"][1] == "The editor’s: newsletter.toml"


def test_a_quotation_beside_a_story_stands_on_its_sentence() -> None:
    said = "Kwabena Frith said: “We waited nine years for this door to open.”"
    article = an_article_of("The hub opened to the public.", said)
    source = replace(article.source, defaults=Defaults(rights=Rights.OWN))
    story = replace(a_story(), article=replace(article, source=source), summary=a_summary(article, 0))

    page = BeautifulSoup(ProofSheet()(an_issue(a_section(story))).content, "lxml")

    printed, ground = rows_of(page)["Quotation"]
    assert printed == "“We waited nine years for this door to open.” Kwabena Frith"
    assert ground == f"Sentence 2 of 2 The hub opened to the public. {said}"


def test_letters_that_a_document_spells_out_stand_on_its_sentence() -> None:
    article = an_article_of("The Principal Social Worker (PSW) met the carers.")
    story = replace(a_story(), article=article, summary=a_summary(article, 0))
    meanings = (Meaning(letters="PSW", words="Principal Social Worker", story=article.id),)

    page = BeautifulSoup(ProofSheet()(replace(an_issue(a_section(story)), meanings=meanings)).content, "lxml")

    assert rows_of(page)["PSW"][1].startswith("Sentence 1 of 1")


def test_no_python_is_shown(whole: BeautifulSoup) -> None:
    assert not re.search(r"\b(None|True|False)\b", whole.get_text())
