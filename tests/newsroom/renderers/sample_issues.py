"""Two issues that hold everything an edition must bear: one rich and well-behaved, one built to harm."""

import datetime as dt
from dataclasses import replace
from functools import cache

from flows.newsroom import renderers
from flows.newsroom.model import (
    HAVE_YOUR_SAY,
    Article,
    Colour,
    Confidence,
    Consultation,
    DateBasis,
    Dated,
    Defaults,
    DiaryEntry,
    Edition,
    Editorial,
    Event,
    Findings,
    Form,
    Imprint,
    Issue,
    Light,
    LightKind,
    Masthead,
    Meaning,
    OpenConsultation,
    PastPromise,
    Period,
    Revisited,
    Rights,
    Section,
    Story,
    Summary,
    Voice,
)
from flows.newsroom.plugins import load_plugin
from tests.factories import ISSUE_DAY, a_classification, a_section, a_source, a_story, a_summary, an_article

MASTHEAD = Masthead(
    name="Practice Matters",
    strapline="News, practice and dates for social workers and their partners",
    publisher="Eastmarsh Social Work Forum",
    editor="Asha Rahman",
    contact="editor@forum.example.org",
)
EXCHANGE = Event(
    name="voluntary sector exchange",
    when=Dated(date=dt.date(2026, 12, 3), basis=DateBasis.STATED, confidence=Confidence.HIGH),
    places=("Tŷ Cymunedol",),
)


def printed_on(year: int, month: int, day: int) -> Dated:
    """A date of publication that the document states."""
    return Dated(date=dt.date(year, month, day), basis=DateBasis.STATED, confidence=Confidence.HIGH)


def told(article: Article, *sentences: int, section: str = "events") -> Story:
    """A story of `article` that prints the given sentences."""
    summary = a_summary(article, *sentences)
    return Story(article=article, summary=summary, classification=a_classification(section), section=section)


def joint_day() -> Story:
    """A lead under the Open Government Licence; its last two sentences are one paragraph."""
    article = an_article(
        "Ninety social workers from four employers spent Thursday in the town hall asking what they do twice.",
        "The day began with the duty desks of the hospital and of the council.",
        "One week of calls, laid side by side, showed 41 repeats.",
        "A trial of one shared list starts on two wards in January.",
        headline="Hospital and council social workers hold their first joint day",
        source=a_source(
            "joint-day.txt",
            defaults=Defaults(
                organisation="Eastmarsh Council", address="https://www.eastmarsh.example/news", rights=Rights.OGL
            ),
        ),
        published=printed_on(2026, 11, 12),
        events=(
            Event(
                name="first joint day",
                when=Dated(date=dt.date(2026, 11, 5), basis=DateBasis.NEAR, confidence=Confidence.MEDIUM),
                places=("Eastmarsh",),
            ),
        ),
    )
    calls, trial = article.sentences[2], replace(article.sentences[3], block=article.sentences[2].block)
    return told(replace(article, sentences=(*article.sentences[:2], calls, trial)), 0, 2, 3)


def exchange() -> Story:
    """A notice of a coming event."""
    article = an_article(
        "Voluntary groups and duty teams meet over lunch.",
        "Bring one page about your service.",
        headline="Voluntary sector exchange in December",
        source=a_source("exchange.txt"),
        events=(EXCHANGE,),
    )
    return told(article, 0, 1)


def old_meeting() -> Story:
    """A note from the archive whose dates disagree."""
    when = Dated(basis=DateBasis.CONFLICT, words="Friday 17 August 2018", candidates=(dt.date(2018, 8, 17),))
    article = an_article(
        "Sixteen social workers met sixteen voluntary groups at four tables.",
        "Visits would be good for existing staff as well as for new ones.",
        headline="A meeting of social workers and voluntary groups",
        source=a_source("meeting/note of the day.txt"),
        published=printed_on(2018, 7, 27),
        events=(Event(name="meeting", when=when, places=("Wandsworth",)),),
        byline="Lilias Gillies",
    )
    return told(article, 0, 1)


def private_conference() -> Story:
    """A story of unknown date, with a private sentence beside the one that is printed, and Welsh for a title."""
    when = Dated(
        basis=DateBasis.INFERRED,
        confidence=Confidence.LOW,
        words="Tuesday 29 July 2014",
        candidates=(dt.date(2014, 7, 29),),
    )
    article = an_article(
        "Mrs Jones of Mill Lane told of her own assessment.",
        "Over 150 delegates came to the first national conference, evenly split across two services. " * 4,
        "A statement of skills and knowledge will follow shortly. " * 4,
        headline="Cynhadledd gyntaf y gweithwyr cymdeithasol: dŵr a thŷ",
        source=a_source("conference.html", defaults=Defaults(rights=Rights.OWN)),
        events=(Event(name=None, when=when, places=("London",)),),
        lights=(Light(colour=Colour.RED, kind=LightKind.PRIVACY, reason="A person may be named.", sentence=0),),
    )
    return told(replace(article, language="cy"), 1, 2, section="people")


def pointed_at() -> Story:
    """An article of the press, which is pointed at and never copied."""
    article = an_article(
        "A grassroots movement reinvigorated the profession.",
        headline="How a grassroots movement reinvigorated social workers",
        source=a_source(
            "feature.txt",
            defaults=Defaults(
                organisation="Social Care Weekly", address="https://www.weekly.example/a?b=1", rights=Rights.PRESS
            ),
        ),
        byline="Phil Wilshire",
    )
    return Story(
        article=article,
        summary=None,
        classification=a_classification("practice", form=Form.FEATURE),
        section="practice",
    )


def rich_issue() -> Issue:
    """An issue with everything that an issue may hold."""
    untitled = told(an_article("A note came without a title.", headline=None, source=a_source("untitled.txt")), 0)
    return Issue(
        masthead=MASTHEAD,
        date=ISSUE_DAY,
        lead=joint_day(),
        diary=(DiaryEntry(event=EXCHANGE, story=exchange().article.id),),
        sections=(
            Section(key="events", title="Events and networking", family="public", stories=(exchange(), old_meeting())),
            Section(key="policy", title="Policy and law", family="public", stories=()),
            Section(key="practice", title="Practice and learning", family="practice", stories=(pointed_at(),)),
            Section(key="people", title="Our profession", family="people", stories=(private_conference(), untitled)),
        ),
    )


DAY_CENTRES = Consultation(
    name="consultation on day opportunities",
    closes=Dated(date=dt.date(2026, 12, 4), basis=DateBasis.STATED, confidence=Confidence.HIGH),
    time="5pm",
    asked_by="Eastmarsh Council",
    answer_at="https://www.eastmarsh.example/days",
    sentence=0,
)


def day_centres() -> Story:
    """A consultation that is open."""
    article = an_article(
        "The consultation closes at 5pm on Friday 4 December 2026.",
        "No decision has been made.",
        headline="What should a good day hold?",
        source=a_source("day centres.txt", defaults=Defaults(organisation="Eastmarsh Council", rights=Rights.OWN)),
    )
    return told(replace(article, findings=Findings(consultations=(DAY_CENTRES,))), 1, section=HAVE_YOUR_SAY)


KEPT = PastPromise(
    id="ab12cd34",
    issue=dt.date(2026, 10, 31),
    headline="Day centres",
    text="We will ask everybody who comes.",
    told_in=day_centres().article.id,
)
OPEN = PastPromise(
    id="ef56ab78",
    issue=dt.date(2026, 10, 31),
    headline="A shared list",
    text="The list will be tried on two wards by the end of November.",
    due="by the end of November",
    due_by=dt.date(2026, 11, 30),
)
ANN = Voice(words="She rang when she said she would.", who="Ann, a carer", consent=dt.date(2026, 11, 12))
LONG_AGO = Revisited(
    issue=dt.date(2025, 11, 15),
    story=3,
    headline="A bus to the memory cafe",
    text="Eleven people came on the first day.",
    organisation="Eastmarsh Carers",
)
IMPRINT = Imprint(
    about="We are social workers of Eastmarsh who share what works.",
    join="Come to any meeting.",
    host="Eastmarsh Council",
    phone="01632 960001",
    charity_number="123456",
    deadline="Friday 18 December 2026",
    next_issue="Monday 4 January 2027",
    leave="Reply with the word leave.",
    privacy="https://forum.example.org/privacy",
    formats="Large print: ring the office",
)


def whole_issue() -> Issue:
    """The rich issue with all else that it may hold, from a number to an imprint."""
    issue, asked = rich_issue(), day_centres()
    asking = Section(key=HAVE_YOUR_SAY, title="Have your say", family="public", stories=(asked,))
    return replace(
        issue,
        sections=(*issue.sections, asking),
        promises=(KEPT, OPEN),
        revisited=LONG_AGO,
        consultations=(OpenConsultation(consultation=DAY_CENTRES, story=asked.article.id),),
        number=12,
        period=Period(first=dt.date(2026, 11, 1), last=ISSUE_DAY),
        editorial=Editorial(
            hello=("Dear all & everyone,", "thank you."), question="What would you stop doing?", voices=(ANN,)
        ),
        meanings=(Meaning(letters="PSW", words="Principal Social Worker", story=None),),
        masthead=replace(issue.masthead, imprint=IMPRINT),
    )


HOSTILE_WORDS = (
    "<script>alert('x')</script><img src=x onerror=alert(1)>",
    "</style><style>body { background: url(file:///etc/passwd) }</style>",
    '<a rel="attachment" href="file:///etc/hostname">a file</a><link rel="attachment" href="file:///etc/hostname">',
    "{{ 7 * 7 }} {% for x in y %} &amp; &lt;b&gt; \" ' ` =",
    "javascript:alert(1) data:text/html,<b> \x00\x07\x1b[31m \u202egnitirw sdrawkcab\u2069",
    "😀 👍🏽 ✓ → ½ £ ŵŷ مرحبا بكم 日本語 Ελληνικά e\u0301 ﬁ ‑",
    "W" * 10_000,
)


def hostile_issue() -> Issue:
    """Forty stories without a lead, among them some that are built to harm whoever prints them."""
    source = a_source(
        '"><script>alert(1)</script>.txt',
        defaults=Defaults(organisation="<b onmouseover=alert(1)>Org", address="javascript:alert(1)", rights=Rights.OWN),
    )
    where = Event(name="<i>x", when=EXCHANGE.when, places=("</ul><script> or " * 9, "مكان"))
    article = an_article(
        *HOSTILE_WORDS, headline="</title></style><script>alert(1)</script>", source=source, byline="<svg onload=x>"
    )
    hostile = told(replace(article, events=(where,)), *range(len(HOSTILE_WORDS)))
    signpost = replace(hostile, summary=None)
    plain = tuple(a_story("Carers met the minister.", headline=f"Story {n}") for n in range(37))
    empty = replace(plain[0], summary=Summary(extracts=(), method="test"))
    return Issue(
        masthead=replace(MASTHEAD, name="</h1><script>x", contact="javascript:alert(1)", editor="& <Editor>"),
        date=ISSUE_DAY,
        lead=None,
        sections=(
            a_section(hostile, signpost, empty, title="</h2><script>alert(1)</script>"),
            a_section(*plain, key="x y", title="Plain"),
        ),
        diary=(DiaryEntry(event=where, story=article.id),),
        editorial=Editorial(voices=(replace(ANN, words=HOSTILE_WORDS[0], who="</blockquote><script>x"),)),
        consultations=(
            OpenConsultation(
                consultation=replace(
                    DAY_CENTRES, name="</ul><script>", asked_by="<b>", answer_at="javascript:alert(1)"
                ),
                story=article.id,
            ),
        ),
        promises=(
            replace(OPEN, text=HOSTILE_WORDS[1], headline="</a><script>"),
            replace(KEPT, text=HOSTILE_WORDS[2], told_in=article.id),
        ),
        revisited=replace(LONG_AGO, headline="</h2><script>", text=HOSTILE_WORDS[0], organisation="<i>x"),
    )


SAMPLES = {"rich": rich_issue, "whole": whole_issue, "hostile": hostile_issue}


def rendered(renderer: str, issue: str = "rich") -> Edition:
    """An edition of one of the sample issues; made once for all tests, for it takes a second or two."""
    return _rendered(renderer, issue)


@cache
def _rendered(renderer: str, issue: str) -> Edition:
    edition = load_plugin(renderers.__name__, renderer)(SAMPLES[issue]())
    assert isinstance(edition, Edition)
    return edition
