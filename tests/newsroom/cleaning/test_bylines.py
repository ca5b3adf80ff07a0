"""Whoever signs a document is named once, and the line that says so is no prose."""

from dataclasses import replace

import pytest

from flows.newsroom.cleaning import Cleaned, default_lexicon, finish, take_up
from flows.newsroom.model import Action
from tests.factories import a_raw_document

PROSE = "Carers met the council in Luton and told it what they need."
TITLE = "Carers meet the council"


def cleaned(*lines: str, author: str | None = None) -> Cleaned:
    raw = replace(a_raw_document(*lines), author=author)
    return finish(take_up(raw.blocks), raw, default_lexicon())


def left(document: Cleaned) -> list[str]:
    return [block.text for block in document.blocks]


def test_a_name_under_the_prose_is_a_signature() -> None:
    document = cleaned(PROSE, "Lilias Gillies")

    assert document.author.name == "Lilias Gillies"
    assert left(document) == [PROSE]
    assert [(c.action, c.rule) for c in document.changes] == [(Action.MOVED, "signature")]


@pytest.mark.parametrize("name", ["Siân O’Brien", "Kristine Olsen-Vetland", "Maria de Souza", "Tom McDonald, Chair"])
def test_names_of_many_kinds_sign(name: str) -> None:
    assert cleaned(PROSE, name).author.name == name.removesuffix(", Chair")


def test_the_job_under_a_name_goes_with_it() -> None:
    assert left(cleaned(PROSE, "Lilias Gillies", "Older People's Forum")) == [PROSE]


def test_two_names_sign_together() -> None:
    document = cleaned(PROSE, "Ann Archer", "Bob Lee")

    assert document.author.name == "Ann Archer and Bob Lee"


@pytest.mark.parametrize(
    "lines",
    [
        (PROSE, "Ann Archer", "Bob Lee", "Cyd Ray"),
        ("Present:", "Ann Archer"),
        (PROSE, "Ann Archer", "Ring 020 7946 0012"),
        (PROSE, "Next Steps"),
        (PROSE, "Anytown Carers Centre"),
        (PROSE, "Ann Archer", PROSE),
    ],
)
def test_members_contacts_headings_and_bodies_do_not_sign(lines: tuple[str, ...]) -> None:
    document = cleaned(*lines)

    assert document.author.name is None
    assert left(document) == list(lines)


def test_a_line_about_the_writer_at_the_end_is_a_byline() -> None:
    document = cleaned(PROSE, "Phil Wilshire is social work lead at an NHS trust")

    assert document.author.name == "Phil Wilshire"
    assert [(c.action, c.rule) for c in document.changes] == [(Action.MOVED, "byline")]


def test_a_line_by_the_writer_near_the_top_is_a_byline() -> None:
    assert cleaned(TITLE, "By Ann Archer, social worker", PROSE).author.name == "Ann Archer"


def test_several_lines_about_people_are_a_list_of_speakers() -> None:
    lines = (PROSE, "Ann Archer is a nurse", "Bob Lee is a social worker")

    assert left(cleaned(*lines)) == list(lines)


def test_a_standfirst_that_opens_with_a_name_and_a_job_says_who_writes() -> None:
    standfirst = "Ann Archer, social work lead at Anytown Council, on how a plan grew out of what carers had said"

    assert cleaned(TITLE, standfirst, PROSE).author.name == "Ann Archer"


def test_two_places_that_agree_are_no_doubt() -> None:
    author = cleaned(PROSE, "Ann Archer", author="Ann Archer").author

    assert (author.name, author.in_doubt) == ("Ann Archer", False)


def test_two_places_that_name_different_people_are_a_doubt_and_no_choice() -> None:
    author = cleaned(PROSE, "Ann Archer", author="Bob Lee").author

    assert (author.name, author.in_doubt) == (None, True)


@pytest.mark.parametrize("nobody", ["admin", "Editor", "Communications team", "web team", "  "])
def test_an_office_is_no_author(nobody: str) -> None:
    assert cleaned(PROSE, author=nobody).author.name is None


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (("Forum", "Present: Cy Day, Ann Archer (notes)", PROSE), "Ann Archer"),
        (("Forum", "Chair: Cy Day. Minutes: Ann Archer", PROSE), "Ann Archer"),
        (("A title of our own", "Prepared by Ann Archer for all the members", PROSE), "Ann Archer"),
        (("Memorandum to all of you", "From: Ann Archer, director", PROSE), "Ann Archer"),
        ((TITLE, PROSE, "Ann Archer is a social worker in a fostering team."), "Ann Archer"),
    ],
)
def test_who_is_credited_writes(lines: tuple[str, ...], author: str) -> None:
    assert cleaned(*lines).author.name == author


def test_whoever_the_text_speaks_of_by_surname_does_not_write_it() -> None:
    lines = (TITLE, "It was Archer who lifted one down.", "Ann Archer is a social worker at a council")

    assert cleaned(*lines).author.name is None


def test_a_body_writes_only_where_no_person_does() -> None:
    assert cleaned(PROSE, author="Trust Communications").author.name == "Trust Communications"
    assert cleaned(PROSE, "Ann Archer", author="Trust Communications").author.name == "Ann Archer"


def test_a_note_on_where_it_was_printed_first_stands_under_a_signature_and_stays() -> None:
    note = "First printed in the Anytown Messenger, and sent to us by the family."

    document = cleaned(PROSE, "Josiah Penn", note)

    assert (document.author.name, left(document)) == ("Josiah Penn", [PROSE, note])


def test_the_job_behind_a_name_is_no_part_of_it() -> None:
    assert cleaned(PROSE, "Josiah Penn Secretary").author.name == "Josiah Penn"


def test_a_reviewer_is_the_author() -> None:
    assert cleaned(TITLE, "Reviewed by Josiah Penn (adults, Anytown) and others", PROSE).author.name == "Josiah Penn"


def test_a_body_that_signs_with_a_month_is_named() -> None:
    assert cleaned(PROSE, PROSE, "Adult Care, Anytown Council, February 2026").author.name == (
        "Adult Care, Anytown Council"
    )


@pytest.mark.parametrize("post", ["Communications Officer", "Local Democracy Writer", "Membership Manager"])
def test_the_post_behind_a_name_is_no_part_of_it(post: str) -> None:
    assert cleaned(PROSE, f"By Nerys Archer {post}", PROSE).author.name == "Nerys Archer"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Winifred Oyelaran, hospital social work team. Posted 11 February. Six-minute read", "Winifred Oyelaran"),
        ("Words: Fenella Hart, Research Communications | 14 May 2026 | 3 min read", "Fenella Hart"),
        ("Authors: D. Prender, S. Okonjo-Lyle", "D. Prender, S. Okonjo-Lyle"),
        ("By Ann Archer and Bob Lee", "Ann Archer and Bob Lee"),
        ("By our reporter Nell Sykes", "Nell Sykes"),
        ("Guest post by Priya Nair and Tom Lund", "Priya Nair and Tom Lund"),
        ("3 March 2026 · Hattie Moss", "Hattie Moss"),
        ("As told to Orla Dunmore | Monday, October 19, 2026", "Orla Dunmore"),
    ],
)
def test_a_line_of_credits_names_the_writers_as_it_writes_them(line: str, author: str) -> None:
    assert cleaned(TITLE, line, PROSE, PROSE).author.name == author


def test_a_name_under_a_picture_whom_the_text_tells_of_is_no_writer() -> None:
    assert (
        cleaned(TITLE, "Ann Archer, director. Posted 11 February", PROSE, "Ms Archer thanked them.").author.name is None
    )


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (("Gavin Thripp, Internal Communications",), "Gavin Thripp"),
        (("Deshawn P., panel member",), "Deshawn P."),
        (("Yours, still, and from below,", "Ann Archer", "Joint chair"), "Ann Archer"),
        (("Ann Archer", "Head of Inclusion", "Questions: hardship@anytown.example"), "Ann Archer"),
        (("— Hattie Osgood",), "Hattie Osgood"),
        (("T. Baines, secretary",), "T. Baines"),
        (("Ann Pell (Mrs)", "Chair"), "Ann Pell"),
        (("T.W.P.",), "T.W.P."),
        (("Wilf",), "Wilf"),
    ],
)
def test_people_sign_in_many_ways(lines: tuple[str, ...], author: str) -> None:
    assert cleaned(PROSE, *lines).author.name == author


def test_initials_stand_for_the_only_name_that_has_them() -> None:
    assert (
        cleaned("In the chair: Ottilie Vance", "Taking part: Beatrix Sumner", PROSE, "BS").author.name
        == "Beatrix Sumner"
    )


def test_a_mailbox_yields_to_whoever_signs() -> None:
    raw = replace(a_raw_document(PROSE, "Ann Archer", "Secretary"), author="The Kettle Club")
    mail = replace(raw, source=replace(raw.source, media_type="message/rfc822"))

    assert finish(take_up(mail.blocks), mail, default_lexicon()).author.name == "Ann Archer"


def test_a_page_that_says_from_whom_it_is_names_that_body() -> None:
    assert cleaned(TITLE, "From: Register for Fair Practice", PROSE, PROSE).author.name == "Register for Fair Practice"


def test_a_body_signs_under_a_sign_off() -> None:
    assert (
        cleaned(TITLE, PROSE, PROSE, "Love from all of us,", "The Lantern Project").author.name == "The Lantern Project"
    )


def test_a_post_that_a_page_takes_for_a_second_writer_is_none() -> None:
    assert cleaned(PROSE, author="Sam Okafor and Local Democracy Reporter").author.name == "Sam Okafor"


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        ((PROSE, "Ann Archer (kitchen volunteer, Mill Street)", "typed up by her son"), "Ann Archer"),
        ((PROSE, "Every blessing,", "Rev. Lucius Archer & Ann Lee"), "Rev. Lucius Archer & Ann Lee"),
        ((PROSE, "Every blessing, Rev. Lucius Archer & Ann Lee"), "Rev. Lucius Archer & Ann Lee"),
        ((PROSE, "Ann Archer and the Lamp team"), "Ann Archer"),
        (
            ("Ann Archer and Zebulon Lee, Centre for Care, Anytown University", PROSE, PROSE),
            "Ann Archer and Zebulon Lee",
        ),
        (("Zebulon Archer", "Deputy Director of Patient Experience", PROSE, PROSE), "Zebulon Archer"),
        (("The judge Zoe Lee talks to Ann Archer about courts and tears", PROSE, PROSE), "Ann Archer"),
        (("Held in the canteen. Chair: Ann Lee. Notes: Hugh (duty team).", PROSE, PROSE), "Hugh"),
        ((PROSE, PROSE, "kev"), "kev"),
        ((PROSE, PROSE, "From the Lamp committee"), "the Lamp committee"),
    ],
)
def test_whoever_the_edges_of_a_text_name_and_nothing_tells_of_is_the_writer(
    lines: tuple[str, ...], author: str
) -> None:
    raw = a_raw_document(*lines, title="What the kitchen taught us")

    assert finish(take_up(raw.blocks), raw, default_lexicon()).author.name == author


def test_a_name_and_a_longer_form_of_it_are_one_writer() -> None:
    raw = replace(a_raw_document(PROSE, "Best wishes", "Ann", "Professor Ann Archer"), author="Ann Archer")

    assert finish(take_up(raw.blocks), raw, default_lexicon()).author.name == "Ann Archer"
