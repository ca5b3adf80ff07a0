"""Abbreviations that a document spells out, and the bodies that it names."""

import pytest

from flows.newsroom.findings.abbreviations import find_abbreviations
from flows.newsroom.findings.organisations import find_organisations
from tests.factories import an_article


@pytest.mark.parametrize(
    ("text", "letters", "words"),
    [
        ("We met the Principal Social Worker (PSW) in May.", "PSW", "Principal Social Worker"),
        (
            "Networks of Approved Mental Health Professionals (AMHPs) met.",
            "AMHP",
            "Approved Mental Health Professionals",
        ),
        ("The PSW (Principal Social Worker) spoke.", "PSW", "Principal Social Worker"),
        ("The Deprivation of Liberty Safeguards (DoLS) changed.", "DoLS", "Deprivation of Liberty Safeguards"),
        ("A best interests assessor (BIA) called.", "BIA", "best interests assessor"),
        ("The British Association of Social Workers (BASW) wrote.", "BASW", "British Association of Social Workers"),
    ],
)
def test_letters_are_spelt_out_as_the_document_does(text: str, letters: str, words: str) -> None:
    (found,) = find_abbreviations(an_article(text).sentences)

    assert (found.letters, found.words, found.sentence) == (letters, words, 0)


@pytest.mark.parametrize("text", ["We met in Hull (UK).", "The PSW came.", "The group (Monday) met."])
def test_letters_that_nobody_spells_out_are_left(text: str) -> None:
    assert find_abbreviations(an_article(text).sentences) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The University of Bedfordshire and the Trust met.", ("University of Bedfordshire",)),
        ("Phil works at Avon and Wiltshire Partnership NHS Trust.", ("Avon and Wiltshire Partnership NHS Trust",)),
        ("Bristol City Council and BASW wrote.", ("Bristol City Council", "BASW")),
        ("The Ministry for Care and Communities wrote.", ("Ministry for Care and Communities",)),
        ("Social Workers of the Trust met a Steering Group on World Social Work Day.", ()),
    ],
)
def test_bodies_are_named_as_the_document_does(text: str, names: tuple[str, ...]) -> None:
    assert find_organisations(an_article(text).sentences, ()) == names
