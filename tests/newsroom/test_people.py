"""People are listed by name for the coordinator; bodies, places and days are not."""

import pytest

from flows.newsroom.people import people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trust CEO Dr Navina Evans opened the conference.", ("Navina Evans",)),
        ("Kristine Olsen-Vetland then described the day.", ("Kristine Olsen-Vetland",)),
        (
            "Sonya Chee, a graduate in City CAMHS interviewed Gill Williams, Borough Director.",
            ("Sonya Chee", "Gill Williams"),
        ),
        ("Director of Integrated Care Richard Fradgley said: “Good.”", ("Richard Fradgley",)),
        ("My colleague Isabelle Trowler, Chief Social Worker, has published it.", ("Isabelle Trowler",)),
        ("They appointed a new chief executive, Iain Tulley, in May.", ("Iain Tulley",)),
        ("Siân O’Brien, who is chair of the group, thanked Zoë McDonald.", ("Siân O’Brien", "Zoë McDonald")),
        ("The chair, Mary J. Hall, thanked Maria de Souza.", ("Mary J. Hall", "Maria de Souza")),
        ("Mrs Patel spoke.", ("Mrs Patel",)),
    ],
)
def test_a_person_is_known_by_title_job_or_deed(text: str, names: tuple[str, ...]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Tower Hamlets joined the scheme.",
        "Wandsworth Forum discussed it with Age Concern.",
        "Staff spoke with Adult Services and Mental Health Trusts.",
        "World Social Work Day said it all.",
        "We met on Monday in South Hackney. May Day was fun.",
        "Su attends the meetings.",
        "The Village Hall manager wrote to the Town Council.",
        "",
    ],
)
def test_bodies_places_days_and_first_names_are_nobody(text: str) -> None:
    assert people(text) == ()


def test_each_person_is_named_once_in_the_order_of_appearance() -> None:
    text = "Dr Bob Lee spoke. Ann Archer said yes. Then Dr Lee thanked Ann Archer."

    assert people(text) == ("Bob Lee", "Ann Archer")
