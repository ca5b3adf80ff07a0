"""A correction goes to whoever has the issue, once, and is approved and sent as an issue is."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows.assessing import assess, reassess
from flows.commands.app import app
from flows.newsroom.model.postroom import DeliveryState, MailingState
from flows.newsroom.postroom.answers import DOUBT, Outcome
from flows.newsroom.postroom.interlocks import reasons, reasons_to_stay
from flows.newsroom.postroom.message import envelope
from flows.publishing import altered_files, stamp_if_correction
from flows.releasing import approve, release
from tests.newsroom.renderers.sample_issues import rendered
from tests.postroom.conformance import faults, parsed
from tests.postroom.offices import ISSUE, an_office, enrol, make_forum

FIRST, SECOND = f"{ISSUE}-c1", f"{ISSUE}-c2"


@pytest.fixture
def forum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A forum whose issue Ann and Bob have, Cyd may have, and Dan has not."""
    issue = make_forum(tmp_path)
    (issue / "newsletter.html").write_bytes(rendered("web").content)
    monkeypatch.chdir(tmp_path)
    with an_office(tmp_path) as office:
        ann, bob, cyd, _ = enrol(office, "ann@example.org", "bob@example.org", "cyd@example.org", "dan@example.org")
        release(office, approve(office, assess(office, ISSUE), by="The chair"), assess(office, ISSUE))
        for member, outcome in ((ann, DeliveryState.SENT), (bob, DeliveryState.SENT), (cyd, None)):
            claim = office.ledger.claim(ISSUE, member.id)
            assert claim
            office.ledger.settle(claim, Outcome(state=outcome) if outcome else DOUBT)
    return tmp_path


def correct(folder: Path, words: str, day: str = ISSUE, story: int | None = None) -> Result:
    (folder / "words.txt").write_text(words, encoding="utf-8")
    about = [] if story is None else ["--story", str(story)]
    return CliRunner().invoke(app, ["correct", day, "--text", "words.txt", *about], env={"COLUMNS": "400"})


def let_go(folder: Path, mailing: str) -> None:
    with an_office(folder) as office:
        release(office, approve(office, assess(office, mailing), by="The chair"), assess(office, mailing))
        stamp_if_correction(office, mailing)


def audience(folder: Path, mailing: str) -> list[str]:
    with an_office(folder) as office:
        return sorted(str(member.email) for member in assess(office, mailing).members)


def test_it_goes_to_whoever_has_the_issue(forum: Path) -> None:
    result = correct(forum, "The hall is in Wharf Street, not in High Street.")

    assert result.exit_code == 0
    assert "not in High Street" in result.output
    assert "2 members" in result.output
    assert f"not go to 2 who may have the issue, or get it yet: standfirst who --date {ISSUE}" in result.output
    assert f"approve --date {FIRST}" in result.output
    assert audience(forum, FIRST) == ["ann@example.org", "bob@example.org"]


def test_its_words_are_in_the_mail(forum: Path) -> None:
    correct(forum, "The hall is in Wharf Street.\n\nWe are sorry.")

    with an_office(forum) as office:
        assessment = assess(office, FIRST)
        assert assessment.letter
        mail = envelope(assessment.letter, assessment.members[0], office.keys)
    content = mail.head + mail.tail

    assert faults(content, None) == []
    assert "Correction" in str(parsed(content)["Subject"])
    assert b"Wharf Street" in content


def test_each_command_calls_it_a_correction(forum: Path) -> None:
    correct(forum, "The hall is in Wharf Street.")
    heading = "The correction to the issue of"

    shown = [
        CliRunner().invoke(app, words, env={"COLUMNS": "400"}).output
        for words in (
            ("send", "--date", FIRST, "--dry-run"),
            ("approve", "--date", FIRST, "--by", "The chair", "--yes"),
        )
    ]

    assert all(heading in words for words in shown)
    assert f"standfirst send --date {FIRST} --test-to" in shown[1]


def test_words_that_nobody_has_yet_are_written_anew(forum: Path) -> None:
    correct(forum, "First try.")
    correct(forum, "Second try.")

    assert [path.name for path in (forum / ".standfirst" / "corrections").iterdir()] == [FIRST]
    assert b"Second try." in (forum / ".standfirst" / "corrections" / FIRST / "email.txt").read_bytes()


def test_another_correction_after_one_that_was_released_is_another_mailing(forum: Path) -> None:
    correct(forum, "The hall is in Wharf Street.")
    with an_office(forum) as office:
        release(office, approve(office, assess(office, FIRST), by="The chair"), assess(office, FIRST))

    result = correct(forum, "And it opens at noon.")

    assert f"approve --date {SECOND}" in result.output
    with an_office(forum) as office:
        assert office.mailing(FIRST).state is MailingState.RELEASED


def test_once_it_is_let_go_it_stands_on_the_page_of_the_issue_and_in_the_feeds(forum: Path) -> None:
    output, kept = forum / "output", forum / ".standfirst" / "mailings" / ISSUE
    before = {file.name: file.read_bytes() for file in (output / ISSUE).iterdir()}
    correct(forum, "The hall is in Wharf Street.", story=2)
    assert (output / ISSUE / "newsletter.html").read_bytes() == before["newsletter.html"]

    let_go(forum, FIRST)
    correct(forum, "And it opens at noon.")
    let_go(forum, SECOND)

    after = {file.name: file.read_bytes() for file in (output / ISSUE).iterdir()}
    assert {name for name in after if after[name] != before[name]} == {"newsletter.html", "issue.json"}
    assert after["newsletter.html"].count(b"Wharf Street") == 2
    assert after["newsletter.html"].count(b"opens at noon") == 1
    assert (kept / "newsletter.html").read_bytes() == before["newsletter.html"]
    for feed in ("issues.atom", "stories.atom"):
        assert (output / feed).read_text(encoding="utf-8").count("<title>Correction") == 2


def test_what_was_released_goes_on_when_its_page_bears_a_stamp(forum: Path) -> None:
    correct(forum, "The hall is in Wharf Street.")
    let_go(forum, FIRST)

    with an_office(forum) as office:
        assert reasons_to_stay(*reassess(office, office.mailing(ISSUE))) == ()


def test_a_stamp_is_told_from_a_page_that_somebody_has_changed(forum: Path) -> None:
    correct(forum, "The hall is in Wharf Street.", story=2)
    let_go(forum, FIRST)
    page = forum / "output" / ISSUE / "newsletter.html"
    stamped = altered_files(forum / ".standfirst", forum / "output")

    page.write_bytes(page.read_bytes().replace(b"<h1", b"<h1 hidden", 1))

    assert stamped == ()
    assert altered_files(forum / ".standfirst", forum / "output") == (f"{ISSUE}/newsletter.html",)
    told = CliRunner().invoke(app, ["doctor"], env={"COLUMNS": "400"}).output
    assert f"changed since, and by no correction: {ISSUE}/newsletter.html" in told
    assert "Copy those files back" in told


def test_sending_it_again_mails_nobody_and_puts_it_on_a_page_that_was_put_back(forum: Path) -> None:
    correct(forum, "The hall is in Wharf Street.")
    let_go(forum, FIRST)
    page = forum / "output" / ISSUE / "newsletter.html"
    page.write_bytes((forum / ".standfirst" / "mailings" / ISSUE / "newsletter.html").read_bytes())
    with an_office(forum) as office:
        office.ledger.save_mailing(replace(office.mailing(FIRST), state=MailingState.FINISHED))

    again = CliRunner().invoke(app, ["send", "--date", FIRST])

    assert "nobody gets the same correction twice" in str(again.exception)
    assert b"Wharf Street" in page.read_bytes()


def test_where_the_output_folder_was_deleted_the_mail_goes_all_the_same(forum: Path) -> None:
    correct(forum, "The hall is in Wharf Street.")
    shutil.rmtree(forum / "output")

    let_go(forum, FIRST)

    assert [path.name for path in (forum / "output").iterdir()] == [f".mailing-{FIRST}"]  # nothing for readers


def test_words_that_are_changed_after_their_approval_are_not_let_go(forum: Path) -> None:
    correct(forum, "The hall is in Wharf Street.", story=2)
    with an_office(forum) as office:
        approve(office, assess(office, FIRST), by="The chair")
    correct(forum, "The hall is in Wharf Street.", story=1)

    with an_office(forum) as office:
        assessment = assess(office, FIRST)

    assert any("correction.json" in reason for reason in reasons(assessment.case, assessment.limits))


def test_without_a_story_the_stories_are_listed_to_choose_from(forum: Path) -> None:
    told, wrong = correct(forum, "The hall is in Wharf Street."), correct(forum, "The hall.", story=99)

    assert "--story 1" in told.output
    assert "  2  " in told.output
    assert "no story 99" in str(wrong.exception)


@pytest.mark.parametrize(("words", "day"), [("", ISSUE), (" \n ", ISSUE), ("Wrong day.", "2026-01-05")])
def test_without_words_or_readers_there_is_no_correction(forum: Path, words: str, day: str) -> None:
    result = correct(forum, words, day)

    assert result.exit_code != 0
    assert not (forum / ".standfirst" / "corrections").exists()


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_is_no_text_is_named(forum: Path, content: bytes | None) -> None:
    if content is not None:
        (forum / "slip.docx").write_bytes(content)

    result = CliRunner().invoke(app, ["correct", ISSUE, "--text", "slip.docx"])

    assert "slip.docx" in str(result.exception)
