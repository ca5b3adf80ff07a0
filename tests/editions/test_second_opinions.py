"""What we hand out, read by others than made it: qpdf, a grammar of Atom, a plain reader of calendars."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from icalendar import Calendar
from lxml import etree

from flows.newsroom.archive import Site, make_site, publish, read_back_issues, replace_editions, stamp_issue
from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.house import house_templates
from flows.newsroom.renderers.calendar import CalendarFile
from tests.editions.test_corrections import OF_ALL, OF_ONE
from tests.newsroom.renderers.sample_issues import MASTHEAD, rendered, rich_issue, whole_issue

PDFS = ("pdf", "large_print", "noticeboard", "briefing")
LONGEST_LINE = 75  # octets of a line of a calendar, by RFC 5545


@pytest.fixture(scope="session")
def qpdf() -> str:
    """Where qpdf is; without it the test is skipped, but in CI it fails."""
    found = shutil.which("qpdf")
    if found is None:
        reason = "qpdf is not installed. `make test` installs it, or says what to type."
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    return str(found)


@pytest.mark.parametrize("issue", ["rich", "hostile"])
@pytest.mark.parametrize("name", PDFS)
def test_qpdf_finds_every_pdf_whole(qpdf: str, tmp_path: Path, name: str, issue: str) -> None:
    file = tmp_path / "edition.pdf"
    file.write_bytes(rendered(name, issue).content)

    done = subprocess.run([qpdf, "--check", str(file)], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("address", [None, "https://forum.example.org/news"])
@pytest.mark.parametrize("name", ["issues.atom", "stories.atom"])
def test_both_feeds_keep_the_grammar_of_atom(tmp_path: Path, name: str, address: str | None) -> None:
    grammar = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))

    feed = etree.fromstring(feeds(tmp_path, address)[name])

    assert grammar.validate(feed), grammar.error_log
    ids = [one.text for one in feed.iter("{*}id")]
    assert len(set(ids)) == len(ids) > 1
    assert all(entry.findtext("{*}updated") >= entry.findtext("{*}published") for entry in feed.iter("{*}entry"))


def test_the_grammar_of_atom_sees_what_is_wrong(tmp_path: Path) -> None:
    grammar = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
    feed = feeds(tmp_path, None)["issues.atom"].decode()
    spoilt = (
        re.sub(r"<updated>.*?</updated>", "", feed, count=1),
        feed.replace("T00:00:00Z", "", 1),
        feed.replace("<summary>", "<content>").replace("</summary>", "</content>"),
        re.sub(r"urn:uuid:\S{4}", "urn:uuid:", feed, count=1),
    )

    assert [grammar.validate(etree.fromstring(each.encode())) for each in spoilt] == [False] * len(spoilt)


def feeds(output: Path, address: str | None) -> dict[str, bytes]:
    """The feeds of an archive of two issues, one of which was corrected twice."""
    folder = output / rich_issue().date.isoformat()
    sent = [rendered("web"), rendered("record")]
    publish(folder, sent)
    files = {edition.filename: edition.content for edition in sent}
    replace_editions(folder, stamp_issue(files, (OF_ONE, OF_ALL), house_templates()))
    made = make_site(read_back_issues(output), Site(masthead=MASTHEAD, address=address))
    return {edition.filename: edition.content for edition in made}


@pytest.mark.parametrize("issue", [rich_issue(), whole_issue()], ids=["rich", "whole"])
def test_a_plain_reader_finds_in_a_calendar_what_its_library_put_there(issue: Issue) -> None:
    edition = CalendarFile()(issue)
    assert isinstance(edition, Edition)

    read = read_events(edition.content)

    theirs = Calendar.from_ical(edition.content).walk("VEVENT")
    assert [event["SUMMARY"] for event in read] == [str(event["SUMMARY"]) for event in theirs]
    assert [event["DTSTART"].encode() for event in read] == [event["DTSTART"].to_ical() for event in theirs]
    assert len({event["UID"] for event in read}) == len(read)
    assert all({"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event) for event in read)
    assert all(re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"]) for event in read)
    assert all(
        re.fullmatch(r"\d{8}(T\d{6}Z)?", event[end]) for event in read for end in ("DTSTART", "DTEND") if end in event
    )


def read_events(content: bytes) -> list[dict[str, str]]:
    """The events of a calendar, read by RFC 5545 line by line and without a library."""
    assert content.endswith(b"\r\n")
    lines = content[:-2].split(b"\r\n")
    assert max(map(len, lines)) <= LONGEST_LINE
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    events: list[dict[str, str]] = []
    within: list[str] = []
    for line in unfolded(lines):
        found = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(.*)", line)
        assert found, line
        name, value = found[1], found[3]
        if name == "BEGIN":
            within.append(value)
            events += [{}] if value == "VEVENT" else []
        elif name == "END":
            assert within.pop() == value
        elif within[-1] == "VEVENT":
            assert name not in events[-1], name
            events[-1][name] = re.sub(r"\\([\\;,nN])", lambda escape: "\n" if escape[1] in "nN" else escape[1], value)
    assert within == []
    return events


def unfolded(lines: Iterable[bytes]) -> list[str]:
    whole: list[bytes] = []
    for line in lines:
        if line.startswith((b" ", b"\t")):
            whole[-1] += line[1:]
        else:
            whole.append(line)
    return [line.decode() for line in whole]
