"""Numbers that identify one person, and dates of birth, make a story wait in every form in which people write them."""

from flows.newsroom.lights.identity import (
    CASE_NUMBER,
    DATE_OF_BIRTH,
    NATIONAL_INSURANCE,
    NHS_NUMBER,
    Detail,
    identities,
)

FRAMES = ("{0}", "Mr Brown ({0}) came on Monday.", "JB, {0}, is still on the ward.", "Name: J Brown | {0}", "See: {0}.")


def found(text: str) -> set[Detail]:
    return set(identities(text))


def missed(kind: Detail, forms: tuple[str, ...]) -> list[str]:
    texts = [frame.format(form) for frame in FRAMES for form in forms]
    return [text for text in texts if kind not in found(text)]


def test_nhs_numbers_are_known_however_they_are_written() -> None:
    numbers = ("999 052 8160", "999-052-8160", "9990528160", "999.052.8160", "999 0528160", "99 90 52 81 60")
    names = (
        "NHS number",
        "NHS no.",
        "NHS No",
        "NHS no",
        "NHS:",
        "NHS",
        "nhs number is",
        "NHS Number -",
        "N.H.S. number",
    )
    also = ("CHI number 0101600123", "CHI 010160 0123", "H&C no 320 123 4567", "her NHS number, which is 999 052 8160")

    assert missed(NHS_NUMBER, tuple(f"{name} {number}" for name in names for number in numbers)) == []
    assert missed(NHS_NUMBER, also) == []
    assert missed(NHS_NUMBER, ("999 052 8160", "999-052-8160")) == []


def test_other_long_numbers_are_no_nhs_numbers() -> None:
    texts = (
        "Ring 020 7946 0012 or 01632 960114.",
        "Ring us on 0300 123 4567.",
        "Meeting ID: 812 345 6789, passcode 4411.",
        "Join on Zoom, meeting ID 812 345 6789.",
        "From abroad call +1 555 123 4567.",
        "ISBN 0-306-40615-2 and ISBN 978-0-306-40615-7",
        "The grant is number 9434765918.",
        "Registered charity number 1234567, company number 12345678.",
        "The NHS has 1,300,000 staff and spends £180,000,000,000.",
        "NHS England published it on 14/05/2026 at 10.30.",
        "In 2019, 2020, 2021 and 2022 the NHS lost beds.",
    )

    assert [text for text in texts if NHS_NUMBER in found(text)] == []


def test_national_insurance_numbers_are_known_however_they_are_written() -> None:
    forms = (
        "QQ 12 34 56 C",
        "QQ123456C",
        "QQ 123456 C",
        "QQ-12-34-56-C",
        "QQ.12.34.56.C",
        "AB123456C",
        "NI number QQ 12 34 56 C",
        "NI no. qq123456c",
        "National Insurance number: qq 12 34 56 c",
        "NINO QQ123456",
        "N.I. number AB 12 34 56",
    )

    assert missed(NATIONAL_INSURANCE, forms) == []


def test_other_letters_and_figures_are_no_national_insurance_numbers() -> None:
    texts = (
        "Form CC 12 34 will do.",
        "Rooms B12, B34 and B56 are free.",
        "National Insurance goes up to 13.25 per cent from April 2026.",
        "The bus is the AB12 to 34 Mill Lane at 5.45.",
        "Post it to CB1 2AB by 12/03/2026.",
    )

    assert [text for text in texts if NATIONAL_INSURANCE in found(text)] == []


def test_dates_of_birth_are_known_however_they_are_written() -> None:
    days = (
        "03/04/1961",
        "3.4.61",
        "3-4-1961",
        "3 April 1961",
        "3rd April 1961",
        "3 Apr 61",
        "April 3, 1961",
        "1961-04-03",
    )
    names = (
        "DOB",
        "dob",
        "D.O.B.",
        "DoB:",
        "d.o.b",
        "date of birth",
        "Date of birth:",
        "born",
        "born on",
        "birth date",
        "b.",
    )
    phrases = tuple(f"{name} {day}" for name in names for day in days if not (name == "b." and not day[0].isdigit()))
    also = ("born on the 3rd of April 1961", "born in Hull on 3 April 1961", "KW, 14/02/1971", "Mr Brown (3.4.51)")

    assert missed(DATE_OF_BIRTH, phrases) == []
    assert [text for text in also if DATE_OF_BIRTH not in found(text)] == []


def test_birthdays_of_projects_lives_that_are_over_and_other_days_are_no_dates_of_birth() -> None:
    texts = (
        "The hospital has its 80th birthday on Sunday.",
        "He was born in Strathlorne, the third son of an engineer.",
        "Born Port Sorrel 3 March 1952, died Tarrowby 9 August 2026.",
        "The forum was born at a meeting of carers in 2009.",
        "A form without a date of birth is sent back.",
        "The date of birth made the baby minus two.",
        "Children born after the law changed have a right to it.",
        "Approved by CS, 14/02/2026.",
        "The charter was signed by Ann Archer on 3 April 1961.",
        "The rules of 1 April 1948 are still in force.",
    )

    assert [text for text in texts if DATE_OF_BIRTH in found(text)] == []


def test_numbers_of_a_record_are_known_and_those_of_a_court_are_public() -> None:
    forms = (
        "case ref. 2024/00871",
        "Mosaic ID 1234567",
        "hospital number A123456",
        "Crime ref 22/45123",
        "RiO no 998877",
    )
    texts = (
        "In case number 13-05-2241 a judge of the Court of Protection said so.",
        "Job ref: 2024/0087",
        "Case studies 1",
    )

    assert missed(CASE_NUMBER, forms) == []
    assert [text for text in texts if CASE_NUMBER in found(text)] == []
