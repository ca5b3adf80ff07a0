"""A person's decision about a document holds exactly, is taken back by taking it out, and is read strictly."""

import pytest

from flows.newsroom.corrections import Corrections, read_corrections
from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Form
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import a_classification, a_source

NOTES = a_source("minutes/carers forum.txt")


def read(toml: str) -> Corrections:
    return read_corrections(toml, default_taxonomy())


def test_a_corrected_document_is_what_the_person_said() -> None:
    corrections = read('["minutes/carers forum.txt"]\ncategory = "voluntary"\nform = "meeting note"')

    made = corrections.apply(NOTES, a_classification("services", doubt="Two are close.", form=Form.NEWS))

    assert [(topic.category, topic.confidence) for topic in made.topics] == [("voluntary", 1.0)]
    assert (made.form, made.doubt, made.is_settled) == (Form.MEETING_NOTE, None, True)


def test_a_correction_of_the_form_leaves_the_subject() -> None:
    found = a_classification("services", doubt="Two are close.")

    made = read('["minutes/carers forum.txt"]\nform = "meeting note"').apply(NOTES, found)

    assert (made.topics, made.doubt, made.is_settled) == (found.topics, found.doubt, False)
    assert made.form is Form.MEETING_NOTE


def test_other_documents_are_left_alone() -> None:
    found = a_classification("services")

    assert read('["minutes/carers.txt"]\ncategory = "voices"').apply(NOTES, found) == found
    assert Corrections().apply(NOTES, found) == found


def test_a_document_may_be_named_by_its_id_whatever_its_path() -> None:
    corrections = read(f'["{NOTES.id}"]\ncategory = "voices"\n["minutes/carers forum.txt"]\ncategory = "services"')

    assert corrections.of(NOTES).category == "voices"


def test_a_document_within_another_concerns_the_other() -> None:
    corrections = read('["letter.eml/minutes.pdf"]\ncategory = "voices"')

    assert corrections.concern(a_source("letter.eml"))
    assert not corrections.concern(a_source("letter"))


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('["a.txt"\ncategory = "voices"', "cannot be understood"),
        ('["a.txt"]\ncategory = "voicse"', "there is no category 'voicse' (for 'a.txt'). Did you mean 'voices'?"),
        ('["a.txt"]\ncategory = "qqq"', "Choose one of: voices, have-your-say"),
        ('["a.txt"]\nform = "essay"', "'form' (for 'a.txt') does not fit. The forms are: event report"),
        ('["a.txt"]\nsubject = "voices"', "'subject' (for 'a.txt') is not known"),
        ('category = "voices"', "'category' must be a table"),
    ],
)
def test_what_is_wrong_is_named(toml: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read(toml)

    assert message in str(caught.value)
