"""Days as they come in the post of a social work forum: what is read of them, and what is left open.

Every text is made up. The day of a mail's header stands before it.
"""

import datetime as dt
from dataclasses import replace

import pytest

from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.model import BlockKind, Confidence, DateBasis, Dated
from tests.factories import a_raw_document

TODAY = dt.date(2026, 11, 21)

# What it is; the day of its header; its lines; its day of publication; the days in it: words, first and last day.
CASES: list[tuple[str, str | None, str, str | None, list[tuple[str | None, ...]]]] = [
    (
        "e-mail tomorrow",
        "2026-10-08",
        "Dear all, the drop-in tomorrow will be in Room 4.",
        "2026-10-08",
        [("tomorrow", "2026-10-09")],
    ),
    (
        "thursday week",
        "2026-10-05",
        "We will meet Thursday week in the library.",
        "2026-10-05",
        [("Thursday week", "2026-10-15")],
    ),
    ("thursday week to saturday", "2026-10-05", "The fair runs Thursday week to Saturday.", "2026-10-05", []),
    (
        "a week on friday",
        "2026-10-05",
        "The forum will meet a week on Friday at 2pm.",
        "2026-10-05",
        [("a week on Friday", "2026-10-16")],
    ),
    ("flyer", None, "Memory cafe\nSat 14 Mar 2-4pm\nSt Anne's Hall\nAll welcome.", None, [("Sat 14 Mar", None)]),
    (
        "flyer with poster year",
        None,
        "Memory cafe\nSat 14 Mar 2026, 2-4pm\nSt Anne's Hall\nAll welcome.",
        None,
        [("Sat 14 Mar 2026", "2026-03-14")],
    ),
    (
        "every first tuesday from",
        None,
        "12 September 2026\nThe carers' group meets every first Tuesday from 6 October at the Beeches.",
        "2026-09-12",
        [("6 October", "2026-10-06")],
    ),
    (
        "from 1 to 3 june",
        None,
        "10 May 2026\nThe summer school runs from 1 to 3 June in York.",
        "2026-05-10",
        [("1 to 3 June", "2026-06-01", "2026-06-03")],
    ),
    (
        "3rd-5th",
        None,
        "10 May 2026\nThe conference takes place on 3rd-5th June in York.",
        "2026-05-10",
        [("3rd-5th June", "2026-06-03", "2026-06-05")],
    ),
    (
        "by noon",
        None,
        "21 September 2026\nPlease return the form by noon on Fri 9 Oct.",
        "2026-09-21",
        [("Fri 9 Oct", "2026-10-09")],
    ),
    (
        "vacancy",
        None,
        "Senior Practitioner\nClosing date: 12 noon, 3/11/26; interviews w/c 16 Nov\nWe are looking for a kind person.",
        None,
        [("3/11/26", "2026-11-03"), ("16 Nov", "2026-11-16")],
    ),
    (
        "consultation",
        None,
        "1 June 2026\nThe consultation is open until 14 August and we want your views.",
        "2026-06-01",
        [("14 August", "2026-08-14")],
    ),
    ("last month", None, "12 May 2026\nThe centre opened last month and is busy.", "2026-05-12", []),
    (
        "press on tuesday",
        None,
        "14 May 2026\nThe council agreed on Tuesday to close the centre.",
        "2026-05-14",
        [("on Tuesday", "2026-05-12")],
    ),
    ("press tuesday bare", None, "14 May 2026\nCouncillors voted Tuesday to close the centre.", "2026-05-14", []),
    (
        "digest spring",
        None,
        "Evidence Digest\nIssue 14, Spring 2026\nOur seminar will be on 12 May in Hull.",
        None,
        [("12 May", "2026-05-12")],
    ),
    ("posted 3 days ago", None, "A life in care\nPosted 3 days ago\nI began my work in 1999 and loved it.", None, []),
    ("w/c", None, "2 March 2026\nTraining starts w/c 16 March at the hub.", "2026-03-02", [("16 March", "2026-03-16")]),
    ("wef", None, "2 March 2026\nThe new rate is payable wef 1 April.", "2026-03-02", [("1 April", "2026-04-01")]),
    ("wef stated", None, "The new rate applies w.e.f. 01.04.26 to all staff.", None, [("01.04.26", "2026-04-01")]),
    (
        "fiscal",
        None,
        "2 March 2026\nIn FY 2025/26 and 2026-27 the budget is flat. From April 2026 it falls.",
        "2026-03-02",
        [],
    ),
    (
        "school terms",
        None,
        "2 March 2026\nThe group runs in term time and rests over Easter. Summer term 2026 begins later.",
        "2026-03-02",
        [],
    ),
    (
        "bank holiday",
        None,
        "20 April 2026\nThe office is closed on bank holiday Monday 4 May.",
        "2026-04-20",
        [("Monday 4 May", "2026-05-04")],
    ),
    (
        "this friday the 13th",
        "2026-03-09",
        "We will meet this Friday (the 13th) in the library.",
        "2026-03-09",
        [("this Friday", "2026-03-13")],
    ),
    (
        "friday 13th",
        "2026-03-09",
        "We will meet on Friday 13th at 10am.",
        "2026-03-09",
        [("Friday 13th", "2026-03-13")],
    ),
    (
        "us header in body",
        None,
        "From: Ann\nSent: Tuesday, March 3, 2026 9:14 AM\nTo: All\nSubject: Rota\nThe rota is done.",
        "2026-03-03",
        [],
    ),
    (
        "two digit year",
        None,
        "2 March 2026\nThe review of 14/02/26 found no harm. It was started on 7th Jan '26.",
        "2026-03-02",
        [("14/02/26", "2026-02-14"), ("7th Jan '26", "2026-01-07")],
    ),
    (
        "ordinal words",
        None,
        "2 March 2026\nWe will gather on the third of April in the chapel. The twenty-first of May is a holiday.",
        "2026-03-02",
        [("the third of April", "2026-04-03"), ("The twenty-first of May", None)],
    ),
    (
        "welsh months",
        None,
        "2 Mawrth 2026\nBydd y cyfarfod nesaf ar 14 Ebrill 2026 yn y llyfrgell.",
        "2026-03-02",
        [("14 Ebrill 2026", "2026-04-14")],
    ),
    (
        "welsh weekdays",
        None,
        "2 Mawrth 2026\nDewch i’r caffi ddydd Mawrth 17 Mawrth neu ddydd Mercher 3 Mehefin.",
        "2026-03-02",
        [("Mawrth 17 Mawrth", "2026-03-17"), ("Mercher 3 Mehefin", "2026-06-03")],
    ),
    (
        "action table",
        None,
        (
            "Carers' Board\n"
            "Minutes of the meeting held on 12 May 2026\n"
            "Present: Ann, Bob\n"
            "Action | Who | By when\n"
            "Write to the trust | Ann | 29 May\n"
            "Book the hall | Bob | 30/06/26"
        ),
        None,
        [("12 May 2026", "2026-05-12"), ("29 May", "2026-05-29"), ("30/06/26", "2026-06-30")],
    ),
    (
        "next meeting date",
        None,
        (
            "Carers' Board\n"
            "Minutes of the meeting held on 12 May 2026\n"
            "Present: Ann, Bob\n"
            "Next meeting: Tuesday 9 June, 10am, Room 2."
        ),
        None,
        [("12 May 2026", "2026-05-12"), ("Tuesday 9 June", "2026-06-09")],
    ),
    (
        "dates of next meetings",
        None,
        (
            "Carers' Board\n"
            "Minutes of the meeting held on 12 May 2026\n"
            "Present: Ann, Bob\n"
            "Dates of next meetings: 9 June, 14 July, 8 September."
        ),
        None,
        [
            ("12 May 2026", "2026-05-12"),
            ("9 June", "2026-06-09"),
            ("14 July", "2026-07-14"),
            ("8 September", "2026-09-08"),
        ],
    ),
    (
        "time before date",
        None,
        "5 October 2026\nJoin us 2pm, Weds 21st October in the chapel.",
        "2026-10-05",
        [("Weds 21st October", "2026-10-21")],
    ),
    (
        "mon-fri",
        None,
        "5 October 2026\nOpen Mon-Fri 9-5. Closed 24 Dec to 2 Jan.",
        "2026-10-05",
        [("24 Dec to 2 Jan", None)],
    ),
    (
        "span of weekdays",
        None,
        "5 October 2026\nThe course is on Tues 20 - Thurs 22 October.",
        "2026-10-05",
        [("Tues 20 - Thurs 22 October", "2026-10-20", "2026-10-22")],
    ),
    (
        "both",
        None,
        "5 October 2026\nSessions: Tuesday 20th and Wednesday 21st October.",
        "2026-10-05",
        [
            ("Tuesday 20th and Wednesday 21st October", "2026-10-20"),
            ("Tuesday 20th and Wednesday 21st October", "2026-10-21"),
        ],
    ),
    (
        "months shared",
        None,
        "5 October 2026\nWe will meet on 27 October, 24 November and 15 December.",
        "2026-10-05",
        [("27 October", "2026-10-27"), ("24 November", "2026-11-24"), ("15 December", "2026-12-15")],
    ),
    (
        "yesterday evening",
        "2026-03-12",
        "Thank you all who came yesterday evening.",
        "2026-03-12",
        [("yesterday", "2026-03-11")],
    ),
    (
        "on friday evening mail",
        "2026-03-09",
        "Thanks to everybody who came on Friday evening and sang.",
        "2026-03-09",
        [("on Friday", "2026-03-06")],
    ),
    ("closing in days", None, "2 March 2026\nThe survey closes in two weeks.", "2026-03-02", []),
    ("end of month", None, "2 March 2026\nAnswers are due by the end of March.", "2026-03-02", []),
    (
        "forwarded header",
        None,
        "-----Original Message-----\nSent: 14 May 2026 09:12\nThe rota will change on 1 June.",
        "2026-05-14",
        [("1 June", "2026-06-01")],
    ),
    (
        "born",
        None,
        "2 March 2026\nShe was born on 3 May 1931 and died on 12 February.",
        "2026-03-02",
        [("12 February", "2026-02-12")],
    ),
    (
        "funeral",
        None,
        "2 March 2026\nThe funeral will be held at St Jude's on Friday 13 March at noon.",
        "2026-03-02",
        [("Friday 13 March", "2026-03-13")],
    ),
    (
        "phone",
        None,
        "2 March 2026\nRing 01632 960123 or 0306 999 0012 by 12 March.",
        "2026-03-02",
        [("12 March", "2026-03-12")],
    ),
    ("published label day", None, "Published: Wed, 4 Mar 2026\nThe hub has moved.", "2026-03-04", []),
    ("posted by", None, "Posted by Ann Archer on March 4th, 2026\nThe hub has moved to the square.", "2026-03-04", []),
    (
        "newsletter header month",
        None,
        "Forum News\nMarch 2026\nThe AGM will be on Thursday 16 April at the hub.",
        None,
        [("Thursday 16 April", "2026-04-16")],
    ),
    (
        "letter date ordinal",
        None,
        "Anytown Council\n4th March 2026\nDear member,\nThe hub will open on 1st April.",
        "2026-03-04",
        [("1st April", "2026-04-01")],
    ),
    (
        "this day fortnight",
        "2026-03-09",
        "We will meet again in a fortnight, on 23 March.",
        "2026-03-09",
        [("23 March", "2026-03-23")],
    ),
    (
        "next tuesday mail",
        "2026-03-06",
        "The forum will meet next Tuesday at ten.",
        "2026-03-06",
        [("next Tuesday", "2026-03-10")],
    ),
    ("the 14th", "2026-03-09", "We will meet on the 14th in the hall.", "2026-03-09", []),
    (
        "deadline extended",
        None,
        "2 March 2026\nThe deadline for nominations has been extended from 6 March to 20 March.",
        "2026-03-02",
        [("6 March", "2026-03-06"), ("20 March", "2026-03-20")],
    ),
    (
        "or date",
        None,
        "2 March 2026\nThe picnic is on 6 June (or 13 June if it is wet).",
        "2026-03-02",
        [("6 June", "2026-06-06")],
    ),
    (
        "postponed",
        None,
        "2 March 2026\nThe workshop planned for 9 March is postponed to 23 March.",
        "2026-03-02",
        [("9 March", "2026-03-09"), ("23 March", "2026-03-23")],
    ),
    (
        "since",
        None,
        "2 March 2026\nSince 1 January the hub has been shut.",
        "2026-03-02",
        [("1 January", "2026-01-01")],
    ),
    (
        "wsw day month first",
        None,
        "2 March 2026\nWorld Social Work Day is on March 17 this year.",
        "2026-03-02",
        [("March 17 this year", "2026-03-17")],
    ),
    ("last updated foot", None, "The hub has moved to the square and is open.\nLast updated: 4 March 2026", None, []),
    (
        "week commencing monday",
        None,
        "2 March 2026\nInterviews will be held week commencing Monday 23rd March.",
        "2026-03-02",
        [("Monday 23rd March", "2026-03-23")],
    ),
    (
        "easter",
        None,
        "2 March 2026\nWe will be closed from Good Friday (3 April) to Easter Monday (6 April) inclusive.",
        "2026-03-02",
        [("3 April", "2026-04-03"), ("6 April", "2026-04-06")],
    ),
    (
        "diary at the end",
        None,
        "The Lamp\nThank you all for it.\nSupper | Thursday 14 May 2026, 6.30pm | Pelham Arms\nWrite to us.",
        None,
        [("Thursday 14 May 2026", "2026-05-14")],
    ),
    ("saturday's", "2026-03-09", "Saturday's fair raised £300.", "2026-03-09", []),
    (
        "date then colon",
        None,
        "5 May 2026\nThursday 14 May: open evening. Thursday 21 May: picnic.",
        "2026-05-05",
        [("Thursday 14 May", "2026-05-14"), ("Thursday 21 May", "2026-05-21")],
    ),
    (
        "dot year 2",
        None,
        "Notes of team meeting 03.03.26\nPresent: Ann, Bob\nNext meeting 17.03.26",
        None,
        [("03.03.26", "2026-03-03"), ("17.03.26", "2026-03-17")],
    ),
    ("slash us impossible", None, "The review of 02/14/26 found no harm.", None, []),
    (
        "quarters",
        None,
        "2 March 2026\nIn Q3 2025/26 and in the year to 31 March 2025 we saw 40 people.",
        "2026-03-02",
        [],
    ),
    (
        "caps flyer",
        None,
        "OPEN DAY\nSATURDAY 14TH MARCH 2026\n10AM - 2PM\nTHE BEECHES\nFREE CAKE FOR ALL.",
        None,
        [("SATURDAY 14TH MARCH 2026", "2026-03-14")],
    ),
    (
        "published of report",
        None,
        "2 March 2026\nThe report, published on 26 February, is sad.",
        "2026-03-02",
        [("26 February", "2026-02-26")],
    ),
    (
        "act",
        None,
        "2 March 2026\nThe Care Act 2014 and the Regulations of 12 May 2014 apply.",
        "2026-03-02",
        [("12 May 2014", "2014-05-12")],
    ),
    ("from september", None, "2 March 2026\nFrom September the group meets on Mondays.", "2026-03-02", []),
    (
        "tuesdays dates",
        None,
        "5 October 2026\nThe course is on Tuesdays, 13 October to 17 November, at the hub.",
        "2026-10-05",
        [("13 October to 17 November", "2026-10-13", "2026-11-17")],
    ),
    (
        "fortnightly from",
        None,
        "5 October 2026\nThe group will meet fortnightly on Mondays starting 12 October.",
        "2026-10-05",
        [("12 October", "2026-10-12")],
    ),
    (
        "a report of today",
        "2026-06-18",
        "Every council should pay kin the same, the committee says in a report published today.",
        "2026-06-18",
        [("today", "2026-06-18")],
    ),
    (
        "what people said comes before a day by which it is printed",
        None,
        "1 September 2026\nWhat we make of it will be printed, with what people said, by 13 November.",
        "2026-09-01",
        [("13 November", "2026-11-13")],
    ),
    (
        "somebody would do it",
        None,
        "14 January 2026\nThe member said that he would put the question in public on 3 February.",
        "2026-01-14",
        [("3 February", "2026-02-03")],
    ),
    (
        "a letter with its place",
        None,
        (
            "A letter to our friends\n"
            "Anytown, 3 December 2025\n"
            "Dear friends,\n"
            "From 1 March there will be a small fund for families."
        ),
        "2025-12-03",
        [("1 March", "2026-03-01")],
    ),
    (
        "a credit with its day at the end",
        None,
        (
            "What are we all carrying?\n"
            "We asked and you told us how many you have.\n"
            "Counted by Ann Archer and the research group. 26 October 2026"
        ),
        "2026-10-26",
        [],
    ),
    (
        "a list typed up",
        None,
        (
            "DOGS AND DOORSTEPS\n"
            "(collected on the back of a rota, typed up 14 May 2025)\n"
            "The dog is always fine. It is the second dog."
        ),
        "2025-05-14",
        [],
    ),
    (
        "a programme with its version",
        None,
        (
            "CONFERENCE 2026\n"
            "Thursday 23 April 2026, Anytown Racecourse\n"
            "Programme (v3 18.2.26 - supersedes v2)\n"
            "09.30 Welcome by the chair of the forum."
        ),
        "2026-02-18",
        [("Thursday 23 April 2026", "2026-04-23")],
    ),
    (
        "a judgment on a weekday",
        "2026-04-24",
        "The judgment was handed down on Wednesday.",
        "2026-04-24",
        [("on Wednesday", "2026-04-22")],
    ),
]


@pytest.mark.parametrize(
    ("header", "text", "published", "days"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_days_as_they_come(
    header: str | None, text: str, published: str | None, days: list[tuple[str | None, ...]]
) -> None:
    document = a_raw_document(*text.split("\n"))
    rows = (replace(one, kind=BlockKind.ROW) if one.text.count(" | ") > 1 else one for one in document.blocks)
    date = dt.date.fromisoformat(header) if header else None
    given = Dated(date=date, basis=DateBasis.STATED, confidence=Confidence.HIGH) if date else Dated()

    article = make_article(
        replace(document, blocks=tuple(rows), published=given), lexicon=default_lexicon(), today=TODAY
    )

    assert _written(article.published.date) == published
    told = [(one.when.words, _written(one.when.date), _written(one.last_day)) for one in article.events]
    assert told == [(*day, None)[:3] for day in days]


def _written(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
