"""What abbreviations stand for, and who says so."""

from dataclasses import replace

import pytest

from flows.newsroom.errors import SettingsError
from flows.newsroom.findings.abbreviations import find_abbreviations
from flows.newsroom.glossary import default_glossary, meanings_in, read_glossary
from flows.newsroom.model import Colour, Findings, Light, LightKind, Meaning, Story
from tests.factories import a_story

GLOSSARY = read_glossary(
    '[abbreviations]\nMCA = "Mental Capacity Act"\nAMHP = "Approved Mental Health Professional"', "g"
)


def a_story_of(*sentences: str, lights: tuple[Light, ...] = ()) -> Story:
    story = a_story(*sentences)
    found = Findings(abbreviations=find_abbreviations(story.article.sentences))
    return replace(story, article=replace(story.article, findings=found, lights=lights))


def told(*stories: Story) -> list[tuple[str, str]]:
    return [(meaning.letters, meaning.words) for meaning in meanings_in(stories, GLOSSARY)]


def test_the_glossary_answers_where_the_document_does_not() -> None:
    found = meanings_in([a_story_of("Two AMHPs spoke about the MCA.")], GLOSSARY)

    assert found == (
        Meaning(letters="AMHP", words="Approved Mental Health Professional", story=None),
        Meaning(letters="MCA", words="Mental Capacity Act", story=None),
    )


def test_a_document_is_right_about_its_own_letters() -> None:
    story = a_story_of("The Moor Carers Association (MCA) met in May.")

    (found,) = meanings_in([story], GLOSSARY)

    assert (found.words, found.story) == ("Moor Carers Association", story.article.id)


def test_letters_of_two_documents_have_two_meanings() -> None:
    stories = [a_story_of("The Moor Carers Association (MCA) met in May."), a_story_of("The MCA is law.")]

    assert told(*stories) == [("MCA", "Mental Capacity Act"), ("MCA", "Moor Carers Association")]


@pytest.mark.parametrize("text", ["They met in May.", "The MCAB met.", "Ring O’MCA.", "The amhp came."])
def test_letters_that_are_not_printed_are_not_explained(text: str) -> None:
    assert told(a_story_of(text)) == []


def test_what_a_private_sentence_spells_out_is_not_told() -> None:
    light = Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason="A person.", sentence=0)

    assert told(a_story_of("Mary’s Carer Ann (MCA) is ill.", "The MCA came.", lights=(light,))) == [
        ("MCA", "Mental Capacity Act")
    ]


def test_what_a_forum_adds_goes_before_the_glossary_of_the_field() -> None:
    own = read_glossary('[abbreviations]\nPSW = "Peer Support Worker"', "own")

    extended = dict(default_glossary().extended(own).entries)

    assert (extended["PSW"], extended["AMHP"]) == ("Peer Support Worker", "Approved Mental Health Professional")


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("[abbreviations", "cannot be understood"),
        ('[abbreviation]\nPSW = "x"', "abbreviation"),
        ("[abbreviations]\nPSW = 3", "PSW"),
        ('[abbreviations]\n"P.S.W." = "Principal Social Worker"', "P.S.W."),
    ],
)
def test_a_glossary_that_does_not_fit_is_refused_by_its_line(toml: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        read_glossary(toml, "seeds/glossary.toml")
