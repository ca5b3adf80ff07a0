"""The corpus itself is sound: what a label quotes stands in its document, and nobody real is in it."""

import re
from collections import Counter
from dataclasses import fields

import pytest
from pydantic import ValidationError

from flows.newsroom.model import LightKind, Rights
from flows.newsroom.taxonomies import default_taxonomy
from tests.evaluation.corpus import DOCUMENTS, GATE, LABEL, Half, Kind, Label, Labelled, Status, documents, parse
from tests.evaluation.plain_text import decoded, everything_in, one_line, words_of

ALL = tuple(document for half in Half for document in documents(half))
GATED = tuple(document for half in GATE for document in documents(half))
STORIES = tuple(document for document in ALL if not document.label.turned_away)
FORMATS = {".txt": 24, ".md": 10, ".html": 16, ".eml": 6}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OPENING_MARKS = "\"'“‘„"
OPENING_BLOCKS = ("> ", "<blockquote>", "<blockquote><p>")

MAIL_DOMAIN = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
WEB_HOST = re.compile(r"https?://([\w.-]+)")
FICTIONAL_HOST = re.compile(r"(?:^|\.)(?:example|example\.(?:org|com|net)|schema\.org)$")
TELEPHONE = re.compile(r"(?<![\w/-])0\d[\d ]{8,12}\d(?!\w)")
DRAMA_RANGE = re.compile(r"01632960\d{3}|0207946\d{4}|07700900\d{3}")

each_document = pytest.mark.parametrize("document", ALL, ids=[document.name for document in ALL])
each_story = pytest.mark.parametrize("document", STORIES, ids=[document.name for document in STORIES])


def missing(document: Labelled, quoted: tuple[str, ...]) -> list[str]:
    """What of the quoted strings does not stand in the document's words."""
    words = words_of(document)
    return [text for text in quoted if one_line(text) not in words]


def opens_a_block(document: Labelled, text: str) -> bool:
    """Whether the text is the beginning of a block that is set off as a quotation, and needs no marks."""
    content = one_line(decoded(document))
    return any(f"{opening}{text}" in content for opening in OPENING_BLOCKS)


@pytest.mark.parametrize("half", GATE)
def test_a_half_has_28_documents_each_with_its_label(half: Half) -> None:
    names = {path.name for path in (DOCUMENTS / half).iterdir()}

    found = documents(half)

    assert len(found) == 28
    assert len(names) == 56
    assert {document.path.stem + LABEL for document in found} < names


@pytest.mark.parametrize("half", GATE)
def test_every_kind_stands_in_either_half(half: Half) -> None:
    kinds = Counter(document.label.kind for document in documents(half))

    assert set(kinds) == set(Kind)
    assert max(kinds.values()) <= 3


def test_the_halves_hold_the_same_kinds_and_formats() -> None:
    kinds = {half: Counter(document.label.kind for document in documents(half)) for half in GATE}
    formats = {half: Counter(document.path.suffix for document in documents(half)) for half in GATE}

    assert kinds[Half.DEVELOP] == kinds[Half.JUDGE]
    assert formats[Half.DEVELOP] == formats[Half.JUDGE]
    assert formats[Half.DEVELOP] + formats[Half.JUDGE] == FORMATS


@pytest.mark.parametrize("half", GATE)
def test_every_way_of_knowing_a_day_stands_in_either_half(half: Half) -> None:
    found = {event.status for document in documents(half) for event in document.label.events}

    assert found == set(Status)


@pytest.mark.parametrize("half", [Half.PRACTICE, Half.FRESH])
def test_each_document_beside_the_gate_has_its_label(half: Half) -> None:
    names = {path.name for path in (DOCUMENTS / half).iterdir()}

    found = documents(half)

    assert names == {name for document in found for name in (document.name, document.path.stem + LABEL)}


def test_a_name_stands_in_one_set_only() -> None:
    names = Counter(document.name for document in ALL)

    assert max(names.values()) == 1


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError, match="headline"):
        parse('kind = "blog"\nrights = "own"\nheadline = "On being watched"')


def test_an_unknown_key_of_an_event_is_refused() -> None:
    with pytest.raises(ValidationError, match="day"):
        parse('kind = "blog"\nrights = "own"\n[[events]]\nname = "a"\nwords = "b"\nstatus = "near"\nday = 1')


@each_document
def test_what_a_label_quotes_stands_in_the_document(document: Labelled) -> None:
    label = document.label
    own = tuple(text for text in (label.title, label.author) if text)
    quoted = (*own, *label.key_sentences, *label.body_lines, *label.figures, *label.furniture, *label.moved)

    lost = missing(document, quoted)

    assert lost == []


@each_document
def test_the_words_of_dates_promises_and_lights_stand_in_the_document(document: Labelled) -> None:
    label = document.label
    days = tuple(text for event in label.events for text in (event.words, *event.places))
    promises = tuple(text for promise in label.promises for text in (promise.text_start, promise.due or ""))
    lights = tuple(light.sentence_start or "" for light in label.lights)

    lost = missing(document, (*days, *promises, *lights))

    assert lost == []


@each_document
def test_a_quotation_opens_with_its_first_words_and_ends_with_its_last(document: Labelled) -> None:
    words = words_of(document)

    for quotation in document.label.quotations:
        start = words.find(quotation.text_start)
        end = words.find(quotation.text_end, start)

        assert start > 0, quotation
        assert words[start - 1] in OPENING_MARKS or opens_a_block(document, quotation.text_start), quotation
        assert end >= start, quotation
        assert not quotation.speaker or quotation.speaker in words, quotation


@each_document
def test_what_must_never_be_printed_stands_in_the_file(document: Labelled) -> None:
    everything = everything_in(document)

    lost = [text for text in document.label.never if one_line(text) not in everything]

    assert lost == [] or document.label.mojibake


@each_story
def test_no_key_sentence_holds_what_must_never_be_printed(document: Labelled) -> None:
    label = document.label
    private = tuple(
        light.sentence_start for light in label.lights if light.kind is LightKind.PRIVACY and light.sentence_start
    )

    clashes = [
        (sentence, text)
        for sentence in label.key_sentences
        for text in (*label.never, *label.furniture)
        if text in sentence
    ]

    assert clashes == []
    assert not [text for text in label.key_sentences if text.startswith(private)]


@each_story
def test_a_story_says_what_its_editor_would_print(document: Labelled) -> None:
    label = document.label

    assert 3 <= len(label.key_sentences) <= 6
    assert 2 <= len(label.body_lines) <= 4
    assert label.form
    assert label.title or document not in GATED
    assert label.form not in label.also_form
    assert not [line for line in label.body_lines if any(text in line for text in label.furniture)]
    assert not set(label.body_lines) & set(label.moved)


@each_story
def test_categories_are_the_forum_s(document: Labelled) -> None:
    keys = {category.key for category in default_taxonomy().categories}
    label = document.label

    assert {label.category, *label.also} <= keys
    assert label.category not in label.also


@each_document
def test_a_page_without_a_story_has_nothing_to_print(document: Labelled) -> None:
    label = document.label

    assert label.turned_away == (label.kind is Kind.NO_STORY)
    assert not label.turned_away or not (label.key_sentences or label.category or label.form)


@each_document
def test_a_weekday_fits_its_date_unless_the_label_says_conflict(document: Labelled) -> None:
    for event in document.label.events:
        named = {day for day in WEEKDAYS if day in event.words.lower()}
        dates = {day for day in (event.date, event.last_day) if day}

        assert (event.date is None) == (event.status in {Status.CONFLICT, Status.UNKNOWN}), event
        assert not dates or named <= {WEEKDAYS[day.weekday()] for day in dates}, event
        assert not event.last_day or min(dates) == event.date, event


@each_document
def test_an_uncertain_day_is_lit(document: Labelled) -> None:
    label = document.label
    is_uncertain = any(
        event.status in {Status.INFERRED, Status.CONFLICT, Status.UNKNOWN} for event in label.events
    ) or not (label.published or label.turned_away)

    assert not is_uncertain or any(light.kind is LightKind.DATE for light in label.lights)


@each_document
def test_rights_that_nobody_settled_are_lit(document: Labelled) -> None:
    label = document.label
    is_lit = any(light.kind is LightKind.RIGHTS for light in label.lights)

    assert is_lit == (label.rights in {Rights.ASK, Rights.PRESS})
    assert label.signpost == (label.rights is Rights.PRESS)


@each_document
def test_relatives_of_a_document_stand_in_the_same_half(document: Labelled) -> None:
    for name in (document.label.duplicate_of, document.label.update_of):
        assert name is None or (document.path.with_name(name).is_file() and name != document.name)


@each_document
def test_addresses_and_telephone_numbers_are_fictional(document: Labelled) -> None:
    everything = everything_in(document)
    hosts = MAIL_DOMAIN.findall(everything) + WEB_HOST.findall(everything)
    numbers = [re.sub(r"\D", "", number) for number in TELEPHONE.findall(everything)]

    assert [host for host in hosts if not FICTIONAL_HOST.search(host)] == []
    assert [number for number in numbers if not DRAMA_RANGE.fullmatch(number)] == []


def test_only_the_document_labelled_so_is_not_utf_8() -> None:
    others = {document.name: document.label.encoding for document in GATED if document.label.encoding != "utf-8"}

    assert others == {"autism-strategy-have-your-say.txt": "cp1252", "fwd-bogus-care-letters.eml": "iso-8859-1"}
    for name in others:
        document = next(document for document in GATED if document.name == name)
        with pytest.raises(UnicodeDecodeError):
            document.path.read_bytes().decode("utf-8")


def test_one_document_is_garbled_and_can_be_read_again() -> None:
    (garbled,) = (document for document in GATED if document.label.mojibake)

    mended = decoded(garbled)

    assert "â€™" in garbled.path.read_text(encoding="utf-8")
    assert "â€" not in mended
    assert "isn’t" in mended


def test_lengths_reach_from_a_note_to_long_minutes() -> None:
    lengths = {document.name: len(words_of(document).split()) for document in GATED if not document.label.turned_away}

    assert min(lengths.values()) <= 65
    assert max(lengths.values()) >= 2_500


def test_three_languages_are_labelled() -> None:
    languages = Counter(document.label.language for document in GATED)

    assert languages == {"en": 54, "cy": 1, "pl": 1}


@pytest.mark.parametrize("key", [field.name for field in fields(Label)])
def test_the_readme_explains_every_key(key: str) -> None:
    readme = (DOCUMENTS.parent / "README.md").read_text(encoding="utf-8")

    assert f"`{key}`" in readme
