"""A document's kind is told by its words, and the words that told it are shown."""

import re
import tomllib
from importlib.resources import files

import pytest

from flows.newsroom.forms import form_of
from flows.newsroom.model import Block, BlockKind, Form

DOCUMENTS = {
    Form.EVENT_NOTICE: "Join us at the Willow Centre on Tuesday 4 June from 10am. All welcome, no need to book.",
    Form.CONSULTATION: "The forum has opened a consultation on parking. Tell us what you think. It closes on 3 May.",
    Form.POLICY_NEWS: "The Department for Homes has published statutory guidance on leaving care. A minister spoke.",
    Form.OBITUARY: "Margaret Okafor, a social worker for 41 years, died on 2 May, aged 78. Tributes have been paid.",
    Form.APPOINTMENT: "Riverside is recruiting a social worker. Full-time. The closing date for applications is 3 May.",
    Form.RESEARCH_DIGEST: "Researchers followed a sample of 214 carers. The findings suggest that groups help.",
    Form.OPINION: "I was nineteen when I met a social worker. I hope that my story helps. I think we should listen.",
    Form.EVENT_REPORT: "More than 200 people attended the open day. There were stalls, and a keynote by the mayor.",
    Form.FEATURE: "Inside the night shift. “I never sleep,” says Ada. She laughs and explains why. It is early.",
    Form.MEETING_NOTE: "Notes and actions, 12 May. Apologies from A Khan. It was agreed to chase the grant. AOB: none.",
    Form.NEWS: "The council has bought a minibus for the day centre. It will carry twelve people.",
}


def paragraphs(*texts: str) -> list[Block]:
    return [Block(kind=BlockKind.PARAGRAPH, text=text) for text in texts]


@pytest.mark.parametrize("form", DOCUMENTS)
def test_each_form_is_told_by_its_words(form: Form) -> None:
    assert form_of(None, paragraphs(DOCUMENTS[form]))[0] is form


def test_a_title_tells_as_much_as_the_text() -> None:
    form, evidence = form_of("Minutes of the forum meeting", paragraphs("Present: J Smith. Apologies from A Khan."))

    assert form is Form.MEETING_NOTE
    assert evidence[0] == "Minutes of the forum meeting"


def test_evidence_stands_in_the_document_word_for_word() -> None:
    text = DOCUMENTS[Form.EVENT_REPORT]

    _, evidence = form_of(None, paragraphs(text))

    assert evidence
    assert all(words in text for words in evidence)


PLAIN = (
    "The family centre has moved to the first floor, and there is a lift. Staff packed for a week. The council says "
    "that the new rooms are warmer and cost less, and that visitors will find the old telephone number unchanged. The "
    "ground floor will be let to a charity that lends tools."
)


def test_one_weak_cue_decides_nothing() -> None:
    assert form_of("Centre moves upstairs", paragraphs(PLAIN, "The doors are open until 10pm."))[0] is Form.NEWS


@pytest.mark.parametrize(
    "quoted", ["“I think I feel that I am heard,” says Jo. “I hope my sister is.”", '"I was there. I am glad']
)
def test_a_quoted_i_makes_no_blog(quoted: str) -> None:
    assert form_of("Centre moves upstairs", paragraphs(PLAIN, quoted))[0] is Form.NEWS


def test_a_quotation_block_makes_no_blog() -> None:
    quotation = Block(kind=BlockKind.QUOTATION, text="I think I feel that I am heard. I hope my sister is.")

    assert form_of("Centre moves upstairs", [*paragraphs(PLAIN), quotation])[0] is Form.NEWS


def test_an_i_now_and_then_makes_no_blog() -> None:
    notice = "I hope you can come. " + "The hall has a ramp, a kitchen and a quiet room with a sofa for all. " * 20

    assert form_of(None, paragraphs(notice))[0] is not Form.OPINION


def test_news_outdoes_a_form_that_has_fewer_cues() -> None:
    text = "The council has agreed to double the places. Councillors approved the plan, and a spokesperson said so."

    assert form_of("Centre moves upstairs", paragraphs(PLAIN, text, "A ticket for the car park is £2."))[0] is Form.NEWS


def test_the_title_alone_may_tell_it() -> None:
    assert form_of("Rosa Lindqvist, 1948-2024", paragraphs("She sang."))[0] is Form.OBITUARY


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Dewch draw ddydd Iau. Croeso i bawb. Mae te am 2pm.", Form.EVENT_NOTICE),
        ("Fundacja zaprasza. Zapraszamy w czwartek, 11.00-13.30.", Form.EVENT_NOTICE),
    ],
)
def test_an_invitation_is_known_in_welsh_and_polish(text: str, form: Form) -> None:
    assert form_of(None, paragraphs(text))[0] is form


def test_nothing_is_news() -> None:
    assert form_of(None, []) == (Form.NEWS, ())


def test_every_choice_of_a_wording_stands_in_brackets_so_that_it_opens_in_one_way() -> None:
    cues = tomllib.loads(files("flows.newsroom.forms").joinpath("cues.toml").read_text(encoding="utf-8"))["cue"]

    wordings = [wording for cue in cues for wording in cue["any"]]

    assert not [wording for wording in wordings if "|" in without_brackets(wording)]


def without_brackets(pattern: str) -> str:
    bare = re.sub(r"\\.|\[[^\]]*\]", "", pattern)
    while bare != (bare := re.sub(r"\([^()]*\)", "", bare)):
        pass
    return bare


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("Lunch club: reopening postponed", Form.EVENT_NOTICE),
        ("Assessor course - 3 places left", Form.EVENT_NOTICE),
        ("housing and schools liaison - quick note", Form.MEETING_NOTE),
    ],
)
def test_a_title_may_say_what_the_text_does_not(title: str, form: Form) -> None:
    text = "Most of it was about damp. Gail has the key, and somebody in the office knows who to ring."

    assert form_of(title, paragraphs(text, f"{title}."))[0] is form


def test_a_few_weak_cues_tell_nothing() -> None:
    before = "Money is kept in an account of its own, and looked at every month. " * 6
    text = "You will need a letter from the bank. Pensions are not touched."

    assert form_of("When the council keeps somebody's money", paragraphs(before, text))[0] is Form.NEWS


def test_a_death_that_is_told_in_passing_makes_no_obituary() -> None:
    text = "The box is for children whose parent has died. It helps when a grandparent has died, too."

    assert form_of("The memory box", paragraphs(f"{PLAIN} A new box is in every library.", text))[0] is Form.NEWS
