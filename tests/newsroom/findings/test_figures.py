"""Figures with their hedges, and the numbers that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.findings.figures import find_figures
from flows.newsroom.model import Figure
from tests.factories import an_article


def figures(*sentences: str) -> tuple[Figure, ...]:
    return find_figures(an_article(*sentences).sentences)


def texts(sentence: str) -> list[str]:
    return [figure.text for figure in figures(sentence)]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("We now have around 220 social workers working in the Trust.", "around 220 social workers"),
        ("It was attended by social workers including 3 or 4 information staff.", "3 or 4 information staff"),
        ("There is a high turnover and, I think, at present 14 % agency workers.", "I think, at present 14 %"),
        ("Over 17,000 social workers support people.", "Over 17,000 social workers"),
        ("They help around 1.5 million people with complex needs.", "around 1.5 million people"),
        ("Sixteen social workers met.", "Sixteen social workers"),
        ("Another 900 or so pay nothing.", "900 or so"),
        ("It cost £1.4 million to convert.", "£1.4 million"),
        ("The salary is £47,181 to £50,269.", "£47,181 to £50,269"),
        ("The council pays 45p a mile.", "45p a mile"),
        ("A hearing costs on average £7,900.", "on average £7,900"),
        ("It is more than the £862 of the grant.", "more than the £862"),
        ("Ninety per cent of normal pay is due.", "Ninety per cent"),
        ("Two more teams are being measured up.", "Two more teams"),
        ("Eight quid is my dinner out.", "Eight quid"),
        ("They charge £4.80 an hour.", "£4.80 an hour"),
        ("Almost a third of councils broke it.", "Almost a third of councils"),
        ("Seven in ten applications are late.", "Seven in ten applications"),
        ("They are roughly twice as likely to stay.", "roughly twice as likely"),
        ("She led a team of 26 in criminal justice.", "a team of 26"),
        ("Places go from 24 to 48.", "from 24 to 48"),
        ("We gave 28 days' notice.", "28 days' notice"),
        ("Two hundred and four people were visited.", "Two hundred and four people"),
        ("A six-bed house opened.", "six-bed"),
        ("Two-thirds of the team left.", "Two-thirds"),
        ("It takes about an hour.", "about an hour"),
        ("Roughly one carer in eight leaves.", "Roughly one carer in eight"),
        ("Waits fell from 41 days to 26.", "from 41 days to 26"),
        ("From four to nineteen, the staff grew.", "From four to nineteen"),
        ("25-30 people came.", "25-30 people"),
        ("1,500+ people signed.", "1,500+ people"),
        ("31 no longer exist.", "31"),
        ("There were twenty-four in the team.", "twenty-four"),
        ("That is 74 more than last year.", "74 more"),
        ("The fee has more than doubled.", "more than doubled"),
        ("A committee of eleven has the keys.", "A committee of eleven"),
        ("Maybe half were visitors.", "Maybe half"),
        ("The wait was one working day.", "one working day"),
        ("It is not less than £68 a night.", "not less than £68 a night"),
        ("I went on eight Friday evenings.", "eight Friday evenings"),
        ("Of these 1,212 happened.", "1,212"),
        ("Twelve of our 16 newly qualified social workers came.", "Twelve of our 16 newly qualified social workers"),
    ],
)
def test_a_figure_keeps_its_hedge_and_its_noun(sentence: str, text: str) -> None:
    (found,) = texts(sentence)

    assert found.startswith(text)


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("We asked someone in four teams.", "four teams"),
        ("It was often in ten places.", "ten places"),
        ("The idea half of the group had was kept.", "half"),
        ("On behalf of the 40 members she said yes.", "40 members"),
        ("The panda third of the row is 40 years old.", "40 years"),
    ],
)
def test_the_end_of_a_word_is_no_part_of_a_share(sentence: str, text: str) -> None:
    assert texts(sentence) == [text]


def test_hedge_number_and_noun_are_told_apart() -> None:
    (found,) = figures("We now have around 220 social workers in the Trust.")

    assert (found.hedge, found.number, found.noun) == ("around", "220", "social workers")


@pytest.mark.parametrize(
    "sentence",
    [
        "It opened on Wednesday 19 June 2019.",
        "The plan runs to 2019/20 and 2026-27.",
        "In 2024 it closed.",
        "Ring 01632 960114 or 020 7946 0321.",
        "Call +44 20 7946 0958 at any time.",
        "See section 42, Part 2 and paragraph 4.2 of the Act.",
        "Reference MCC/2025/07-11 and case 13-05-2241.",
        "Doors open at 10.30am and close at 4pm.",
        "We meet 10.30 to 12.45 in Committee Room 2.",
        "Come from 10 to 3.",
        "She lives at 14 Elm Close.",
        "Write to team4@example.org or see www.example.org/2024.",
        "1. Read the minutes.",
        "It is the 21st year.",
        "One of us stayed.",
        "The two met.",
        "One day we went out.",
        "An hour later it rained.",
        "The hall doubled as a kitchen.",
    ],
)
def test_what_counts_nothing_is_no_figure(sentence: str) -> None:
    assert texts(sentence) == []


def test_the_figures_of_the_first_sentence_about_attendance_say_how_many_came() -> None:
    found = figures("The plan has 16 sides.", "It was attended by 16 social workers.", "Some 40 people came to tea.")

    assert [figure.is_attendance for figure in found] == [False, True, False]


def test_years_sums_and_tables_do_not_come() -> None:
    found = figures("In nine years he took part in much.", "Some 40 people came to 4 tables and gave £300.")

    assert [(figure.text, figure.is_attendance) for figure in found] == [
        ("nine years", False),
        ("Some 40 people", True),
        ("4 tables", False),
        ("£300", False),
    ]


@given(st.text(alphabet="0123456789 ,.%£/-abof", max_size=40))
def test_a_figure_is_a_slice_of_its_sentence(text: str) -> None:
    sentence = text.strip() or "None."

    assert all(figure.text in sentence for figure in figures(sentence))
