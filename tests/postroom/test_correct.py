"""A correction goes to whoever has the issue, once, and is approved and sent as an issue is."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows.assessing import assess
from flows.commands.app import app
from flows.newsroom.model.postroom import DeliveryState, MailingState
from flows.newsroom.postroom.answers import DOUBT, Outcome
from flows.newsroom.postroom.message import envelope
from flows.releasing import approve, release
from tests.postroom.conformance import faults, parsed
from tests.postroom.offices import ISSUE, an_office, enrol, make_forum

FIRST, SECOND = f"{ISSUE}-c1", f"{ISSUE}-c2"


@pytest.fixture
def forum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A forum whose issue Ann and Bob have, Cyd may have, and Dan has not."""
    make_forum(tmp_path)
    monkeypatch.chdir(tmp_path)
    with an_office(tmp_path) as office:
        ann, bob, cyd, _ = enrol(office, "ann@example.org", "bob@example.org", "cyd@example.org", "dan@example.org")
        release(office, approve(office, assess(office, ISSUE), by="The chair"), assess(office, ISSUE))
        for member, outcome in ((ann, DeliveryState.SENT), (bob, DeliveryState.SENT), (cyd, None)):
            claim = office.ledger.claim(ISSUE, member.id)
            assert claim
            office.ledger.settle(claim, Outcome(state=outcome) if outcome else DOUBT)
    return tmp_path


def correct(folder: Path, words: str, day: str = ISSUE) -> Result:
    (folder / "words.txt").write_text(words, encoding="utf-8")
    return CliRunner().invoke(app, ["correct", day, "--text", "words.txt"], env={"COLUMNS": "400"})


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
