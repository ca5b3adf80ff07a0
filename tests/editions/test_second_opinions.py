"""What we hand out, read by others than made it: qpdf, a grammar of Atom. tests/web has more of them."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from flows.newsroom.archive import Site, make_site, publish, read_back_issues, replace_editions, stamp_issue
from flows.newsroom.press.house import house_templates
from tests.editions.test_corrections import OF_ALL, OF_ONE
from tests.newsroom.renderers.sample_issues import MASTHEAD, rendered, rich_issue

PDFS = ("pdf", "large_print", "noticeboard", "briefing")


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
