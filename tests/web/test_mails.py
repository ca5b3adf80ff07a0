"""No program that many members read their mail in loses any of it, by what caniemail.com has tried out.

Lost is what a member no longer gets: words, the names of links and where they lead, what is a heading, a list or a
table, the language and the order of words; or what was to be hidden and shows. A colour, a typeface, a margin or the
width of a column is decoration: a mail without it is plainer and says the same. What may be found in a mail stands
here with the reason why nothing is lost by it; whatever else is found, as after a change to a template, fails.
"""

from pathlib import Path

import pytest

from flows.newsroom.postroom.message import envelope, make_letter, make_slip
from flows.newsroom.renderers.email_html import EmailHtml
from tests.factories import a_section, a_story, an_issue
from tests.newsroom.renderers.sample_issues import hostile_issue, rich_issue, whole_issue
from tests.newsroom.renderers.test_email import of_stories, on_the_web
from tests.postroom.conformance import parsed
from tests.postroom.sample_letters import DATE, KEYS, MEMBER, STATIONERY, sample_papers
from tests.web.conftest import on_disk
from tests.web.tools import Complaints, MailFinding, Tools

DECORATION = {
    "<style> element": "holds only what follows under @media; every other style stands in the tags",
    "@media": "dark colours, and a smaller title on a telephone",
    "color-scheme meta tag": "without it a program darkens a mail as it sees fit",
    "<body> element": "its colours and its type stand on the column within it, too",
    "background": "only the white behind dark letters, which is a program's own",
    "border": "the lines between sections, which have headings",
    "margin": "",
    "padding": "",
    "max-width": "Outlook for Windows, which knows none, gets a table of that width",
    "font-size": "",
    "font-weight": "",
    "line-height": "",
    "overflow": "not used: overflow-wrap is taken for it",
    "overflow-wrap": "where to fold an address or a word of great length, which else makes a narrow window scroll",
    "word-break": "the same for programs that know no overflow-wrap",
    "aria-label attribute": "names the mail for a screen reader, as its first heading does",
    "role attribute": "as before, and says of Outlook's table that it is none",
}
HARMLESS_IN_PART = {
    "<ul>, <ol> and <dl>": "lists that count backwards or from a number; ours have no numbers",
    "mailto: links": "blind copies; ours have a recipient and a subject",
    "lang attribute": "on the cells of tables; ours stand on paragraphs and headings",
    "dir attribute": "on links; ours stand on paragraphs and headings. Or the whole mail is set from the right",
}
LOSING = {
    "local link": '<p><a href="#story-2">To the second story</a></p>',
    "hidden": '<p style="display:none">Seen by some</p>',
    "by a style": "<style>p::before { content: 'By Friday: ' }</style><p>Answer</p>",
    "film": '<video src="https://forum.example.org/a.mp4">A film</video>',
    "field": '<form><input type="text"><button type="submit">Answer</button></form>',
    "laid over": '<p style="position:absolute">Over the rest</p>',
}


MAILS = ("plain", "twelve stories", "rich", "whole", "hostile", "as a member gets it", "correction")
LOOKED_AT = ("whole", "hostile", "correction")
OF_THE_PROGRAM = {"landmark-one-main", "region"}  # a mail is shown within a page that has landmarks


def make_mails() -> tuple[str, ...]:
    """The HTML of each of `MAILS`."""
    plain = an_issue(a_section(a_story(), a_story()))
    issues = (plain, of_stories(12), rich_issue(), on_the_web(whole_issue()), hostile_issue())
    correction = make_slip("It is Tuesday.", sample_papers().record, STATIONERY.masthead, STATIONERY.templates)
    return (*(EmailHtml()(issue).content.decode() for issue in issues), letter(), correction.html)


def letter() -> str:
    """The HTML of an issue as a member gets it, with the postroom's foot."""
    copy = envelope(make_letter(sample_papers(), STATIONERY, date_header=DATE), MEMBER, KEYS)
    body = parsed(copy.head + copy.tail).get_body(("html",))
    assert body
    return str(body.get_content())


@pytest.fixture(scope="module")
def findings(tools: Tools) -> dict[str, dict[str, MailFinding]]:
    judged = tools.judge_mails([*make_mails(), *LOSING.values()])
    return dict(zip((*MAILS, *LOSING), judged, strict=True))


def losses(found: dict[str, MailFinding]) -> dict[str, MailFinding]:
    """Of what is found in a mail, that by which a member loses something."""
    return {
        feature: programs
        for feature, programs in found.items()
        if feature not in DECORATION and not (feature in HARMLESS_IN_PART and set(programs.values()) == {"partial"})
    }


@pytest.mark.parametrize("mail", MAILS)
def test_no_program_of_many_members_loses_anything_of_a_mail(
    findings: dict[str, dict[str, MailFinding]], mail: str
) -> None:
    assert losses(findings[mail]) == {}


@pytest.mark.parametrize("mail", LOSING)
def test_what_would_be_lost_is_found(findings: dict[str, dict[str, MailFinding]], mail: str) -> None:
    assert losses(findings[mail]) != {}


def test_only_what_is_found_is_excused(findings: dict[str, dict[str, MailFinding]]) -> None:
    found = {feature for mail in MAILS for feature in findings[mail]}

    assert found == set(DECORATION) | set(HARMLESS_IN_PART)


def test_mails_pass_what_pages_pass_in_light_and_dark_wide_and_narrow(tools: Tools, tmp_path: Path) -> None:
    mails = {f"{name}.html": mail for name, mail in zip(MAILS, make_mails(), strict=True) if name in LOOKED_AT}
    for name, mail in mails.items():
        (tmp_path / name).write_text(mail, encoding="utf-8")

    seen: dict[str, Complaints] = tools.run("look.mjs", on_disk(tmp_path), list(mails))

    rules = {words.split(": ")[1] for complaints in seen.pop("accessible").values() for words in complaints}
    assert rules <= OF_THE_PROGRAM
    assert {gate: found for gate, found in seen.items() if found} == {}
