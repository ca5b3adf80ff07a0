"""What somebody said would be done, by when, and the last day that this can mean."""

import datetime as dt

import pytest

from flows.newsroom.findings.due import due_by
from flows.newsroom.findings.due_words import due_words
from flows.newsroom.findings.promises import find_promises
from flows.newsroom.model import BlockKind, Confidence, DateBasis, Dated, Promise, Sentence
from tests.factories import an_article
from tests.newsroom.findings.articles import an_article_of, blocks_of

THURSDAY = dt.date(2024, 3, 14)
ON_THURSDAY = Dated(date=THURSDAY, basis=DateBasis.STATED, confidence=Confidence.HIGH)


def promises(*sentences: str, published: Dated = ON_THURSDAY) -> tuple[Promise, ...]:
    article = an_article(*sentences)
    return find_promises(article.blocks, article.sentences, (), published)


@pytest.mark.parametrize(
    "sentence",
    [
        "We will publish a summary of what you told us.",
        "I will write again to set out my plans.",
        "Guidance for assessors will be published in July.",
        "The trust has committed to appointing a permanent head of social care.",
        "The strategy is about to be launched in each area.",
        "Schemes in Luton are planned for 2019/20.",
        "Slides are to be put on the Forum's pages.",
        "A tool for schools is being tested.",
        "Action: LW to draft the terms.",
        "Oluchi will chase the landlord.",
        "Beth Lowe to send the draft to members.",
        "ACTION: Nadia and Sgt Moss to make a card for the van.",
        "Rhona said she would take it back.",
        "Agreed to write to the trust.",
        "Two online conversations will be held next week.",
        "Next steps: Anil to redraft section 3; Carla to check the figures.",
        "We hope to open before Christmas.",
        "We’re going to ring every carer on the list.",
        "An update will be brought to the next meeting.",
        "It was agreed to hold a further session.",
        "The board agreed that a working group would be set up.",
        "RESOLVED: That the report be published.",
        "The council has pledged £2 million for respite.",
        "Letters go out next week.",
        "She said she would report back in a month.",
        "Medicines management has promised him a written answer by 30 September.",
        "There will be two open sessions, on 24 June and 9 July.",
        "Nobody will be asked to explain a refusal.",
        "If getting here is a problem, we will ring you.",
        "If benefits are a worry we will pay for an hour with an adviser.",
        "The library will print it.",
        "Cordelia will see what can be done.",
        "Two learning sessions will be held after publication, on 15 and 20 October.",
        "We will tell everybody who is shortlisted by 18 June, and interviews will be held on 25 June.",
        "Roz’s cousin will do it for materials.",
        "Cerys Hall from the university is going to check our counting.",
        "It must apologise within a month.",
        "From February everyone on a panel gets the same badge.",
        "We’ll bring the flask.",
        "The team is to report back to the panel.",
        "The secretary will ask for a trial of ten.",
        "Kit agreed to raise it.",
        "We will not close the centre before something else is open.",
    ],
)
def test_a_sentence_that_says_what_somebody_will_do_is_a_promise(sentence: str) -> None:
    (promise,) = promises(sentence)

    assert (promise.text, promise.sentence) == (sentence, 0)


@pytest.mark.parametrize(
    "sentence",
    [
        "You will need a laptop.",
        "Will anybody listen?",
        "If nobody comes we will close.",
        "Nothing will change.",
        "Most will see no change.",
        "These partnerships will bring a better service.",
        "A celebration of his life will be held on Saturday 25 September.",
        "The group met in May.",
        "Where there's a will there's a way.",
        "The will was read in May.",
        "Delegates will hear from four speakers.",
        "Lunch will be provided.",
        "The course aims to build confidence.",
        "The group will meet on 3 May.",
        "Access to advice is poor.",
        "How to book a place.",
        "She would never forget it.",
        "Half of them will have left by Christmas.",
        "Replies must reach us by Friday 22 March.",
        "He hopes that a bid will be decided next month.",
        "Several carers felt that the Chair had promised them an answer in the autumn.",
        "I said I would write by Friday, so here it is.",
        "Agreed: three talks, on powers of attorney, on money and on getting a GP to ring you back.",
        "“If we move people in a hurry they will be hurt.”",
        "There are 48 workers, or 50 with the two who start in April.",
        "2. What we will do",
        "Every worker will sooner or later find this.",
        "Some of them will be moved on.",
        "The landlord wishes to know by Easter whether we will take another.",
        "I’ll be honest, I nearly stayed at home.",
        "We will say “come”.",
        "We have no plans to stop this.",
        "The library would like to hear from councils that are about to start.",
        "She was the first clerk in the county to be sent on the course.",
        "Ring us, or ask for Bettina Craw, and she will write it down.",
        "I would convert every one of them tomorrow if they would take the pay.",
        "The pans are going to the scouts.",
        "Nothing about anybody is to be recorded.",
        "She follows Sir Kelvin Mossop, who leaves in April.",
    ],
)
def test_what_is_foretold_asked_or_announced_is_no_promise(sentence: str) -> None:
    assert promises(sentence) == ()


def test_the_lines_below_a_heading_of_actions_are_promises() -> None:
    article = an_article_of("WHO DOES WHAT", "Roz - letter to the surgeries - end of Oct", "Una - find the good kettle")

    assert [(one.text.split()[0], one.due) for one in article.findings.promises] == [
        ("Roz", "end of Oct"),
        ("Una", None),
    ]


def test_a_row_of_actions_is_a_promise_and_a_row_of_dates_is_none() -> None:
    rows = ("Write to all 52 families | RP | end of April", "Closing date | 6 December 2026", "Notes | Jo | May")
    sentences = tuple(Sentence(text=text, start=0, end=len(text), block=n) for n, text in enumerate(rows))

    (found,) = find_promises(blocks_of(*rows, kind=BlockKind.ROW), sentences, (), ON_THURSDAY)

    assert (found.sentence, found.due) == (0, "end of April")


def test_a_promise_in_a_quotation_keeps_its_speaker() -> None:
    article = an_article_of("Kwabena Frith said: “It was a great day.", "“A report will be out very soon.”")

    (promise,) = article.findings.promises

    assert (promise.speaker, promise.due) == ("Kwabena Frith", "very soon")


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("It will be published in the autumn.", "in the autumn"),
        ("It will report before the summer recess of 2026.", "before the summer recess of 2026"),
        ("They will run it again on Wednesday 30 April.", "on Wednesday 30 April"),
        ("We will tell you by the end of June.", "by the end of June"),
        ("HV will visit two homes before the next meeting.", "before the next meeting"),
        ("I will let everybody know by the 28th.", "by the 28th"),
        ("We will ring within five working days.", "within five working days"),
        ("It will be out very soon.", "very soon"),
        ("Schemes are planned for 2019/20.", "planned for 2019/20"),
        ("I will run it as soon as I can and no later than 10 April.", "no later than 10 April"),
        ("We will decide in June and tell you by September.", "by September"),
        ("We will look at it again after six months.", "after six months"),
        ("We will announce the result the same evening.", "the same evening"),
        ("It will have a letter before the schools go back.", "before the schools go back"),
        ("We’ll do another lot when it is full.", "when it is full"),
        ("Duty will be counted from the November return.", "from the November return"),
        ("We will ring you by close of play on Friday.", "by close of play on Friday"),
        ("From January every adult will have a worker.", "From January"),
        ("The decision will be reviewed in six months’ time.", "in six months’ time"),
        ("The toolkit will be ready by half term.", "by half term"),
        ("At its next meeting the group will look at buses.", "At its next meeting"),
        ("We will visit every eight weeks from May.", "from May"),
        ("We will publish them every quarter.", "every quarter"),
        ("There will be a fund from 1 March, with an answer the same day.", "from 1 March"),
        ("An offer to run the homes for 90 days will be made this week.", "this week"),
        ("Recordings will be here afterwards.", "afterwards"),
        ("We will do it.", None),
    ],
)
def test_the_words_that_say_by_when(sentence: str, due: str | None) -> None:
    assert due_words(sentence) == due


def test_the_line_that_leads_a_list_in_says_by_when_where_a_promise_of_it_does_not() -> None:
    assert due_words("We will ring back.", "From 1 March:") == "From 1 March"
    assert due_words("We will ring back by June.", "From 1 March:") == "by June"


@pytest.mark.parametrize(
    ("words", "day", "basis"),
    [
        ("on 30 April 2024", dt.date(2024, 4, 30), DateBasis.STATED),
        ("on 30 April", dt.date(2024, 4, 30), DateBasis.NEAR),
        ("on 1 March", dt.date(2025, 3, 1), DateBasis.NEAR),
        ("by the end of June", dt.date(2024, 6, 30), DateBasis.NEAR),
        ("in January 2026", dt.date(2026, 1, 31), DateBasis.STATED),
        ("by the 28th", dt.date(2024, 3, 28), DateBasis.NEAR),
        ("by the 2nd", dt.date(2024, 4, 2), DateBasis.NEAR),
        ("in the autumn", dt.date(2024, 11, 30), DateBasis.INFERRED),
        ("before Christmas", dt.date(2024, 12, 25), DateBasis.INFERRED),
        ("by Easter", dt.date(2024, 3, 31), DateBasis.INFERRED),
        ("next week", dt.date(2024, 3, 24), DateBasis.INFERRED),
        ("next month", dt.date(2024, 4, 30), DateBasis.INFERRED),
        ("later this year", dt.date(2024, 12, 31), DateBasis.INFERRED),
        ("within five working days", dt.date(2024, 3, 19), DateBasis.INFERRED),
        ("very soon", dt.date(2024, 6, 13), DateBasis.INFERRED),
        ("by Friday", dt.date(2024, 3, 15), DateBasis.INFERRED),
        ("next Thursday", dt.date(2024, 3, 28), DateBasis.INFERRED),
        ("in six weeks’ time", dt.date(2024, 4, 25), DateBasis.INFERRED),
    ],
)
def test_the_last_day_is_counted_from_the_documents_own_date(words: str, day: dt.date, basis: DateBasis) -> None:
    found = due_by(words, THURSDAY)

    assert (found.date, found.basis) == (day, basis)


@pytest.mark.parametrize(
    "words", ["on 30 April", "in the autumn", "very soon", "next week", "by Easter", "by the 28th"]
)
def test_without_a_date_of_the_document_no_day_is_guessed(words: str) -> None:
    assert due_by(words, None) == Dated(words=words)


def test_a_day_before_the_document_was_written_is_no_due_day() -> None:
    assert promises("The rules are to be changed on 1 May 2020.") == ()


def of_table(*rows: str) -> list[tuple[str, str | None]]:
    """The promises of a table, each with the words that say by when."""
    blocks = blocks_of(*rows, kind=BlockKind.ROW)
    sentences = tuple(Sentence(text=row, start=0, end=len(row), block=place) for place, row in enumerate(rows))
    return [(one.text, one.due) for one in find_promises(blocks, sentences, (), ON_THURSDAY)]


@pytest.mark.parametrize(
    ("heading", "row", "due"),
    [
        ("No. | What | Who | By when", "6 | Kerb map to Kit | Jun | end of September", "end of September"),
        ("Action | Owner | Due", "Ring the landlord | HP | asap", "asap"),
        ("To do | Who", "Rota for induction days | Philippa", None),
        ("Ref | Agreed action | Lead officer | Timescale", "7 | Leaflet | RT | tbc", None),
    ],
)
def test_a_row_of_a_table_of_tasks_is_a_promise(heading: str, row: str, due: str | None) -> None:
    assert of_table(heading, row) == [(row, due)]


def test_a_row_of_any_other_table_promises_nothing() -> None:
    assert of_table("Study | People | Compared with", "Osei | 104 | no visits") == []
