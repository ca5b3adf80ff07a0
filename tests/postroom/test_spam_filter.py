"""A spam filter's rules find nothing in the shape of our mail to hold against it."""

import re
import shutil
import subprocess

import pytest

from flows.newsroom.postroom.message import envelope, make_letter, make_slip
from tests.postroom.sample_letters import DATE, KEYS, MEMBER, STATIONERY, sample_papers

MOST_POINTS = 1.0  # of the five at which mail is held back

pytestmark = pytest.mark.skipif(
    shutil.which("spamassassin") is None, reason="SpamAssassin is not installed: apt-get install spamassassin"
)


@pytest.mark.parametrize("kind", ["issue", "correction"])
def test_spamassassin_holds_little_against_a_mail(kind: str) -> None:
    papers, mailing = sample_papers(), "2026-11-21"
    if kind == "correction":
        words = "The joint day is on Thursday 3 December, at ten, in the same hall."
        papers = make_slip(words, papers.record, STATIONERY.masthead, STATIONERY.templates)
        mailing = "2026-11-21-c1"
    copy = envelope(make_letter(papers, STATIONERY, date_header=DATE, mailing=mailing), MEMBER, KEYS)

    report = subprocess.run(
        ["spamassassin", "-L", "-t", "-x"],  # noqa: S607 - found by shutil.which
        input=copy.head + copy.tail,
        capture_output=True,
        check=True,
    ).stdout.decode(errors="replace")

    points = re.search(r"score=(-?[0-9.]+)", report)
    assert points, report
    assert float(points[1]) <= MOST_POINTS, report
    assert "MISSING_" not in report
