"""Whole small documents, made up: what was published when, and what happens on which day. No year is ever invented."""

import datetime as dt
import re
from functools import cache

import pytest

from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.model import Article, Confidence, DateBasis
from tests.factories import a_raw_document

TODAY = dt.date(2026, 11, 21)
STATED, NEAR, INFERRED = DateBasis.STATED, DateBasis.NEAR, DateBasis.INFERRED
CONFLICT, UNKNOWN = DateBasis.CONFLICT, DateBasis.UNKNOWN
HIGH, MEDIUM, LOW, NONE = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW, Confidence.NONE

# A document, a line a line; its day of publication; and of each day in it: words, date, basis, confidence.
CASES: list[tuple[str, str, str | None, list[tuple[str, str | None, DateBasis, Confidence]]]] = [
    (
        "a notice names a day in the same month",
        "Notice to all members of the forum\n1 March 2026\nThe next meeting is on 14 March at 2pm in the library.",
        "2026-03-01",
        [("14 March", "2026-03-14", NEAR, HIGH)],
    ),
    (
        "a short weekday and a short month",
        "20 October 2026\nThe forum will meet on Tues 3rd Nov at the Civic Centre.",
        "2026-10-20",
        [("Tues 3rd Nov", "2026-11-03", NEAR, HIGH)],
    ),
    (
        "a short weekday without any year",
        "The forum will meet on Tues 3rd Nov at the Civic Centre.",
        None,
        [("Tues 3rd Nov", None, UNKNOWN, NONE)],
    ),
    (
        "a span of days with its year",
        "The summer school runs from 19-21 June 2026 in Leeds. Book now.",
        None,
        [("19-21 June 2026", "2026-06-19", STATED, HIGH)],
    ),
    (
        "a date in figures, day first",
        "3/11/26\nThe hub opened on 2 November and it is busy.",
        "2026-11-03",
        [("2 November", "2026-11-02", NEAR, HIGH)],
    ),
    (
        "a verb that looks like a month",
        "You may 2 or three times a year ask for a review. They march 10 miles.",
        None,
        [],
    ),
    (
        "half term, a financial year and a sum",
        "1 March 2026\nMay half term is for play. In the 2025/26 year we spent £2019 on it.",
        "2026-03-01",
        [],
    ),
    ("a day of an update", "Updated 3 May 2026\nThe policy on visits was changed in a few places.", None, []),
    (
        "a day of publication beside one of an update",
        "Published 1 May 2026, last updated 3 May 2026\nThe policy on visits was changed in a few places.",
        "2026-05-01",
        [],
    ),
    (
        "a weekday that does not fit the year of the notice",
        "1 November 2026\nThe annual meeting will be held on Thursday 20 November at the Guildhall.",
        "2026-11-01",
        [("Thursday 20 November", None, CONFLICT, NONE)],
    ),
    (
        "a weekday that does not fit the year beside it",
        "The conference was held on Wednesday 19 June 2018 in Leeds.",
        None,
        [("Wednesday 19 June 2018", None, CONFLICT, NONE)],
    ),
    (
        "a leap day in a leap year",
        "15 March 2024\nWe met on 29 February to talk about housing.",
        "2024-03-15",
        [("29 February", "2024-02-29", NEAR, HIGH)],
    ),
    (
        "a leap day in another year",
        "1 March 2026\nWe met on 29 February to talk about housing.",
        "2026-03-01",
        [("29 February", None, CONFLICT, NONE)],
    ),
    (
        "a day that no year has",
        "The workshop takes place on 31 June 2026 in Leeds.",
        None,
        [("31 June 2026", None, CONFLICT, NONE)],
    ),
    (
        "a date alone that is still to come",
        "3 May 2027\nAll are welcome to sing with us in the park.",
        None,
        [("3 May 2027", "2027-05-03", STATED, HIGH)],
    ),
    (
        "the day of an event with its time below",
        "Winter fair for carers\nSaturday 12 December 2026\n2pm to 4pm\nVenue: Anytown Hall\nAll are welcome.",
        None,
        [("Saturday 12 December 2026", "2026-12-12", STATED, HIGH)],
    ),
    (
        "the day of a past event with its time below",
        "Autumn fair for carers\nSaturday 3 October 2026\n2pm to 4pm\nVenue: Anytown Hall\nAll are welcome.",
        None,
        [("Saturday 3 October 2026", "2026-10-03", STATED, HIGH)],
    ),
    (
        "a list of meetings",
        "Meeting dates for members\n3 March 2026\n7 April 2026\nAll meetings are in the library.",
        None,
        [("3 March 2026", "2026-03-03", STATED, HIGH), ("7 April 2026", "2026-04-07", STATED, HIGH)],
    ),
    (
        "a report in January about December",
        "5 January 2026\nWe held our winter party on 12 December and it was loud.",
        "2026-01-05",
        [("12 December", "2025-12-12", NEAR, HIGH)],
    ),
    (
        "a notice in December about January",
        "10 December 2025\nWe will meet on Wednesday 14 January in the library.",
        "2025-12-10",
        [("Wednesday 14 January", "2026-01-14", NEAR, HIGH)],
    ),
    (
        "a meeting that was held after its own report",
        "Meeting on 17 August with voluntary groups\nThis was convened by the council. Many came.\n27 July 2018",
        "2018-07-27",
        [("17 August", None, CONFLICT, NONE)],
    ),
    (
        "a meeting to come that is over",
        "22 March 2026\nThe group will meet on 19 March in the library.",
        "2026-03-22",
        [("19 March", None, CONFLICT, NONE)],
    ),
    (
        "last year and next year",
        "28 May 2026\nThe rule came in on 1 April last year. A review is due on 1 May next year.",
        "2026-05-28",
        [("1 April last year", "2025-04-01", NEAR, HIGH), ("1 May next year", "2027-05-01", NEAR, HIGH)],
    ),
    (
        "last year without a date of the document",
        "The rule came in on 1 April last year.",
        None,
        [("1 April last year", None, UNKNOWN, NONE)],
    ),
    (
        "a year that stands elsewhere in the document",
        "Social work conference on 3 December\nThe conference is on Thursday 3 December 2026 at the Guildhall.",
        None,
        [("Thursday 3 December 2026", "2026-12-03", STATED, HIGH)],
    ),
    (
        "a span into the next month",
        "10 May 2026\nFrom 30 May to 2 June we will be in Hull.",
        "2026-05-10",
        [("30 May to 2 June", "2026-05-30", NEAR, HIGH)],
    ),
    (
        "several days in one month",
        "12 October 2026\nThe sessions will be on 5, 12 and 19 November in Ely.",
        "2026-10-12",
        [
            ("5, 12 and 19 November", "2026-11-05", NEAR, HIGH),
            ("5, 12 and 19 November", "2026-11-12", NEAR, HIGH),
            ("5, 12 and 19 November", "2026-11-19", NEAR, MEDIUM),
        ],
    ),
    (
        "a weekday between two years that the text speaks of",
        "Wednesday 15 July saw carers gather in Hull. In 2018 the forum began. The Act will change in 2021.",
        None,
        [("Wednesday 15 July", "2020-07-15", INFERRED, LOW)],
    ),
    (
        "a weekday without any clue",
        "Sunday 5 July saw carers gather in Hull. It was sunny.",
        None,
        [("Sunday 5 July", None, UNKNOWN, NONE)],
    ),
    (
        "a day without a weekday between two years",
        "On 15 July carers met in Hull. In 2018 the forum began. The rules will change in 2021.",
        None,
        [("15 July", None, UNKNOWN, NONE)],
    ),
    (
        "a day far off without a tense",
        "10 January 2026\nKey day for all: 14 August.",
        "2026-01-10",
        [("14 August", None, UNKNOWN, NONE)],
    ),
    (
        "a day near by without a tense",
        "10 January 2026\nKey day for all: 14 February.",
        "2026-01-10",
        [("14 February", "2026-02-14", NEAR, MEDIUM)],
    ),
    (
        "minutes with a next meeting",
        "Minutes of the carers' forum\nDate: 3 March 2026\nTime: 10am\nThe group agreed to meet again on 7 April.",
        None,
        [("3 March 2026", "2026-03-03", STATED, HIGH), ("7 April", "2026-04-07", NEAR, MEDIUM)],
    ),
    (
        "minutes that agree on a day in the past tense",
        "2 March 2026\nIt was agreed that the next meeting will be on 7 April.",
        "2026-03-02",
        [("7 April", "2026-04-07", NEAR, MEDIUM)],
    ),
    (
        "a document that gives two days for itself, which lie so near each other that the year is the same",
        "27 June 2019\nCarers met on Tuesday 18 June and talked about breaks for all.\nAnn Archer\n28 June 2019",
        None,
        [("Tuesday 18 June", "2019-06-18", NEAR, MEDIUM)],
    ),
    (
        "a document that gives two days for itself, a year apart",
        "27 June 2018\nCarers met on Tuesday 18 June and talked about breaks for all.\nAnn Archer\n28 June 2019",
        None,
        [("Tuesday 18 June", None, UNKNOWN, NONE)],
    ),
    (
        "a masthead with a day and more",
        "STAFF BRIEFING\nIssued 19 October 2026   For: all teams, Number 31\nDrop-in sessions start on 28 October.",
        None,
        [("19 October 2026", "2026-10-19", STATED, HIGH), ("28 October", "2026-10-28", NEAR, MEDIUM)],
    ),
    (
        "minutes whose own day has a wrong weekday: another weekday that fits bears out the year",
        (
            "Notes of our meeting, Weds 12th March 2026\nThere: Ann, Bo\n"
            "The summer day is Saturday 18 July.\nThe letter goes out by 31 March."
        ),
        None,
        [
            ("Weds 12th March 2026", None, CONFLICT, NONE),
            ("Saturday 18 July", "2026-07-18", NEAR, MEDIUM),
            ("31 March", "2026-03-31", NEAR, MEDIUM),
        ],
    ),
    (
        "a parish magazine of a season",
        "THE LINK\nThe parish magazine, free, Advent 2025\nThe bench is to be blessed on Sunday 8 March after ten.",
        None,
        [("Sunday 8 March", "2026-03-08", NEAR, MEDIUM)],
    ),
    (
        "a magazine of a month, and a day of next year on no weekday: that it is to come does not tell its year",
        "THE LINK\nIssue 41, November 2026\nThe course starts on 3 February.\nIt was planned on 12 October.",
        None,
        [("3 February", None, UNKNOWN, NONE), ("12 October", "2026-10-12", NEAR, MEDIUM)],
    ),
    (
        "the day on which a page was changed settles nothing",
        "The new hub\nIt goes live on Monday 2 March.\nBring your questions.\nPage last updated: 4 February 2026",
        None,
        [("Monday 2 March", None, UNKNOWN, NONE)],
    ),
    (
        "a weekday that fits beside a day with its year, in another part of a text without a date",
        (
            "Remembering Ivy\nIvy died on Sunday 9 November 2025 with her sister beside her.\nShe sang.\n"
            "She drove.\nShe swore.\nShe sat.\nThe funeral will be on Friday 28 November at noon."
        ),
        None,
        [("Sunday 9 November 2025", "2025-11-09", STATED, HIGH), ("Friday 28 November", "2025-11-28", NEAR, MEDIUM)],
    ),
    (
        "one weekday too many for a day",
        "10 May 2026\nThe fair is on Saturday 23 May.\nStalls are put up on Friday 23 May at ten.",
        "2026-05-10",
        [("Saturday 23 May", None, CONFLICT, NONE), ("Friday 23 May", None, CONFLICT, NONE)],
    ),
    (
        "a parting for another day",
        "10 May 2025\nThe next one is on Weds 21 May at 2pm.\nBring the laminator.\nSee you all on the 22nd",
        "2025-05-10",
        [("Weds 21 May", None, CONFLICT, NONE)],
    ),
    (
        "a parting for the same day",
        "10 May 2025\nThe next one is on Weds 21 May at 2pm.\nBring the laminator.\nSee you on Wednesday the 21st",
        "2025-05-10",
        [("Weds 21 May", "2025-05-21", NEAR, HIGH)],
    ),
    (
        "two last days for the same things",
        (
            "19 October 2026\nCodes must be given out by 28 February 2027.\nYou can issue codes up to and including "
            "31 March 2027."
        ),
        "2026-10-19",
        [("28 February 2027", None, CONFLICT, NONE), ("31 March 2027", None, CONFLICT, NONE)],
    ),
    (
        "a closing date, and a later one in the text",
        "9 September 2026\nClosing date: Sunday 29 November 2026\nThe survey is open until Friday 27 November.",
        "2026-09-09",
        [("Sunday 29 November 2026", None, CONFLICT, NONE), ("Friday 27 November", None, CONFLICT, NONE)],
    ),
    (
        "two days for what there is one of",
        "10 May 2026\nOur open evening is on 4 June at the library.\nWe bake.\nThe open evening will be on 11 June.",
        "2026-05-10",
        [("4 June", None, CONFLICT, NONE), ("11 June", None, CONFLICT, NONE)],
    ),
    (
        "a span whose last weekday does not fit",
        "1 March 2026\nThe school runs from Tuesday 10 to Thursday 14 March.\nBooks: Monday 9 to Friday 13 March.",
        "2026-03-01",
        [
            ("Tuesday 10 to Thursday 14 March", None, CONFLICT, NONE),
            ("Monday 9 to Friday 13 March", "2026-03-09", NEAR, HIGH),
        ],
    ),
    (
        "a closing date in a row, and another one in the text",
        "1 June 2026\nClosing date | Friday 3 July 2026\nApplications must reach us by Monday 6 July 2026.",
        "2026-06-01",
        [("Friday 3 July 2026", None, CONFLICT, NONE), ("Monday 6 July 2026", None, CONFLICT, NONE)],
    ),
    (
        "one year for a list of meetings",
        "1 December 2025\nMeetings in 2026: 19 March, 18 June and 10 December.\nThe hall is ours.",
        "2025-12-01",
        [
            ("19 March", "2026-03-19", STATED, HIGH),
            ("18 June", "2026-06-18", STATED, HIGH),
            ("10 December", "2026-12-10", STATED, HIGH),
        ],
    ),
    (
        "a heading with the year of the days below it",
        "The forum at work\nIt meets four times a year.\nDates of meetings 2027\nTuesday 2 February\nTuesday 4 May",
        None,
        [("Tuesday 2 February", "2027-02-02", STATED, HIGH), ("Tuesday 4 May", "2027-05-04", STATED, HIGH)],
    ),
    (
        "what is said at a meeting, in minutes that go round later",
        (
            "Notes of the meeting on Friday 20 February 2026\nPresent: Ann, Bo\nBo writes to them by next Friday.\n"
            "Circulated 23 February 2026"
        ),
        "2026-02-23",
        [("Friday 20 February 2026", "2026-02-20", STATED, HIGH), ("next Friday", "2026-02-27", NEAR, MEDIUM)],
    ),
    (
        "days in Polish",
        "2 września 2025\nW środę 10 września spotkanie, a w niedzielę 6 grudnia 2026 kiermasz.",
        "2025-09-02",
        [("środę 10 września", "2025-09-10", NEAR, HIGH), ("niedzielę 6 grudnia 2026", "2026-12-06", STATED, HIGH)],
    ),
    (
        "what was moved from one day to another",
        "10 May 2026\nThe open evening has moved from 4 June to 11 June.\nThe open evening will be on 11 June.",
        "2026-05-10",
        [("4 June", "2026-06-04", NEAR, MEDIUM), ("11 June", "2026-06-11", NEAR, MEDIUM)],
    ),
    (
        "somebody is asked now to do something on a day to come",
        "14 January 2025\nShe has asked us to bring to her first meeting, on 27 February, a promise that was kept.",
        "2025-01-14",
        [("27 February", "2025-02-27", NEAR, MEDIUM)],
    ),
    (
        "what was to be, and will not",
        "5 May 2026\nThe surgery, which was to be on Tuesday 7 July, is CANCELLED. There will be another.",
        "2026-05-05",
        [("Tuesday 7 July", "2026-07-07", NEAR, HIGH)],
    ),
    (
        "a weekday in front of a bracket",
        "23 February 2026\nOn Saturday morning (14th Feb) the depot burned down. We were lucky (Monday 16th Feb).",
        "2026-02-23",
        [("14th Feb", "2026-02-14", NEAR, HIGH), ("Monday 16th Feb", "2026-02-16", NEAR, HIGH)],
    ),
    (
        "days that are left open",
        "10 May 2026\nThe picnic is on 6 or 7 June. Bonfire night is every 5 November.",
        "2026-05-10",
        [],
    ),
    (
        "telephone numbers and rooms",
        "10 May 2026\nRing 020 7946 0012 or 07700 900123, or come to room 12 on the third floor.",
        "2026-05-10",
        [],
    ),
    (
        "an anniversary on the day of what it remembers",
        "10 July 2026\nThe service was founded on 5 July 1948. On 5 July we held a party for it.",
        "2026-07-10",
        [("5 July 1948", "1948-07-05", STATED, HIGH), ("5 July", "2026-07-05", NEAR, HIGH)],
    ),
    (
        "an anniversary without a date of the document",
        "The service was founded on 5 July 1948. On 5 July we held a party for it.",
        None,
        [("5 July 1948", "1948-07-05", STATED, HIGH), ("5 July", None, UNKNOWN, NONE)],
    ),
    (
        "an anniversary with its year",
        "10 May 2026\nThe service was founded on 5 July 1948 and is still here.",
        "2026-05-10",
        [("5 July 1948", "1948-07-05", STATED, HIGH)],
    ),
    (
        "minutes in figures with stops between them",
        "Carers' forum\nMinutes of meeting held 9.10.25 in Hull\nPresent: Ann\nNext meeting: Thurs 11 December.",
        None,
        [("9.10.25", "2025-10-09", STATED, HIGH), ("Thurs 11 December", "2025-12-11", NEAR, HIGH)],
    ),
    (
        "an action note with a day by which something is done",
        "Workforce group\nNotes and actions, 12 Nov 2025 (Teams)\nHere: Ann, Bob\nAnn to write it up by 21 Nov.",
        None,
        [("12 Nov 2025", "2025-11-12", STATED, HIGH), ("21 Nov", "2025-11-21", NEAR, MEDIUM)],
    ),
    (
        "a number of something else with stops between",
        "10 May 2026\nSee section 3.10.25 of the guidance and version 2.10.24 of the form.",
        "2026-05-10",
        [],
    ),
    (
        "a digest with its number",
        "Do panels work?\nEvidence Exchange, digest no. 38, 26 May 2026. Prepared by Ann Archer.\nPanels help.",
        "2026-05-26",
        [],
    ),
    (
        "a notice that replaces another one",
        "A new room for the course\nIssued 16 November 2026. This replaces the notice of 2 November.\nIt has moved.",
        "2026-11-16",
        [],
    ),
    (
        "a draft that was circulated",
        "Respite group\nMinutes of the meeting of 13 March 2024\nDraft 1, circulated 20 March 2024\nAll agreed to it.",
        "2024-03-20",
        [("13 March 2024", "2024-03-13", STATED, HIGH)],
    ),
    (
        "what the writer did at the top",
        "Practice fair\nWritten up for the forum by Ann Archer, 17/10/2025\nOn Friday 10 October 118 came.",
        "2025-10-17",
        [("Friday 10 October", "2025-10-10", NEAR, HIGH)],
    ),
    (
        "a cutting with where it was first printed",
        "Connie, who fed people\nShe fed us all and never asked why.\nFirst printed in the Messenger, 28 August 2026.",
        "2026-08-28",
        [],
    ),
    (
        "prose that tells when something else was published",
        "A review of breaks\nThe review, published on 3 March 2026, found that few get any.\nIt was sad.",
        None,
        [("3 March 2026", "2026-03-03", STATED, HIGH)],
    ),
    (
        "the next review of a page",
        "How to book a break\nRing us and ask.\nNext review due 3 March 2026",
        None,
        [("3 March 2026", "2026-03-03", STATED, HIGH)],
    ),
    (
        "a newsletter of a month",
        "The Lamp\nNews of our befrienders, May 2026\nThe plant sale will be on Saturday 30 May in the shed.",
        None,
        [("Saturday 30 May", "2026-05-30", NEAR, MEDIUM)],
    ),
    (
        "a newsletter of a winter, which lies in two years",
        "The Lamp\nNews of our befrienders, winter 2025\nThe sale will be on 30 January in the shed.",
        None,
        [("30 January", None, UNKNOWN, NONE)],
    ),
    (
        "a list whose first day has the year",
        "We have gaps:\nThurs 1 January 2026, day and evening\nFri 2 January, evening",
        None,
        [("Thurs 1 January 2026", "2026-01-01", STATED, HIGH), ("Fri 2 January", "2026-01-02", NEAR, MEDIUM)],
    ),
    (
        "a deadline before the day of the event",
        "A day on trauma\nIt is on Wednesday 21 October 2026.\nIt is good.\nSoup.\nCome.\nDo.\nBook by 1 October.",
        None,
        [("Wednesday 21 October 2026", "2026-10-21", STATED, HIGH), ("1 October", "2026-10-01", NEAR, MEDIUM)],
    ),
    (
        "two closing dates for one consultation",
        "The consultation on charges is open until 30 September 2025.\nReplies must reach us by 3 October 2025.",
        None,
        [("30 September 2025", None, CONFLICT, NONE), ("3 October 2025", None, CONFLICT, NONE)],
    ),
    (
        "a closing date that was moved",
        "The survey closes on 30 September 2025.\nThe closing date of the survey has been extended to 3 October 2025.",
        None,
        [("30 September 2025", "2025-09-30", STATED, HIGH), ("3 October 2025", "2025-10-03", STATED, HIGH)],
    ),
    (
        "a day without its weekday after the same day with a wrong one",
        "Open day on Tuesday 4 March 2026\nWe look forward to seeing you all.\nBring a friend on 4 March.",
        None,
        [("Tuesday 4 March 2026", None, CONFLICT, NONE), ("4 March", None, CONFLICT, NONE)],
    ),
    (
        "yesterday, tomorrow and a weekday",
        "12 March 2026\nThe report came out yesterday. The minister will answer tomorrow. The forum met last Thursday.",
        "2026-03-12",
        [
            ("yesterday", "2026-03-11", NEAR, MEDIUM),
            ("tomorrow", "2026-03-13", NEAR, MEDIUM),
            ("last Thursday", "2026-03-05", NEAR, MEDIUM),
        ],
    ),
    (
        "tomorrow with a weekday that it is not",
        "12 March 2026\nThe minister will answer tomorrow, Thursday, in the house.",
        "2026-03-12",
        [],
    ),
    (
        "a weekday that may be this week's or next week's",
        "10 March 2026\nThe forum will meet next Thursday in the library.",
        "2026-03-10",
        [],
    ),
    (
        "a weekday of somebody's own story, and one of every week",
        "10 March 2026\nOn Monday I cried in the car. The group meets every Tuesday, and on Wednesday too.",
        "2026-03-10",
        [],
    ),
    (
        "a weekday with a number and no month",
        "24 March 2025\nOn Friday the 21st we finished the week with a session about hoarding.",
        "2025-03-24",
        [("Friday the 21st", "2025-03-21", NEAR, MEDIUM)],
    ),
    (
        "a weekday with a number that it does not have",
        "24 March 2025\nOn Monday the 21st we finished the week with a session about hoarding.",
        "2025-03-24",
        [],
    ),
    (
        "relative days without a date of the document",
        "The report came out yesterday. The forum met last Thursday.",
        None,
        [],
    ),
    (
        "people who will be told",
        "2 November 2026\nStaff will be told at open meetings on Monday 9 November in Hull.",
        "2026-11-02",
        [("Monday 9 November", "2026-11-09", NEAR, HIGH)],
    ),
]


@cache
def article(text: str) -> Article:
    return make_article(a_raw_document(*text.split("\n")), lexicon=default_lexicon(), today=TODAY)


@pytest.mark.parametrize(("text", "published"), [case[1:3] for case in CASES], ids=[case[0] for case in CASES])
def test_the_day_of_publication(text: str, published: str | None) -> None:
    found = article(text).published

    assert found.date == (dt.date.fromisoformat(published) if published else None)


@pytest.mark.parametrize(
    ("text", "events"), [(text, events) for _, text, _, events in CASES], ids=[case[0] for case in CASES]
)
def test_the_days_in_the_text(text: str, events: list[tuple[str, str | None, DateBasis, Confidence]]) -> None:
    found = [
        (event.when.words, event.when.date, event.when.basis, event.when.confidence) for event in article(text).events
    ]

    assert found == [(words, day and dt.date.fromisoformat(day), *rest) for words, day, *rest in events]


@pytest.mark.parametrize("text", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_evidence_quotes_no_more_than_days(text: str) -> None:
    dates = [article(text).published, *(event.when for event in article(text).events)]

    said = {word for dated in dates for reason in dated.evidence for word in re.findall(r"[a-z]{4,}", reason.lower())}
    assert said.isdisjoint({"carers", "forum", "hull", "conference", "guildhall", "leeds", "picnic", "library"})


def test_a_span_ends_on_its_last_day() -> None:
    (event,) = article("The summer school runs from 19-21 June 2026 in Leeds. Book now.").events

    assert event.last_day == dt.date(2026, 6, 21)
