"""What is seen of a mailing while it is sent, and of the members, by the forum's clock."""

import datetime as dt
import threading
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from flows import sending
from flows.commands.member_screens import show_member
from flows.newsroom.model.postroom import Listing, Member, Suppression, SuppressionReason
from flows.newsroom.settings import read_settings
from flows.newsroom.store import FILE_NAME
from tests.postroom.offices import ISSUE, an_office, make_forum


def test_a_database_that_breaks_while_it_is_looked_at_gives_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_forum(tmp_path)
    with an_office(tmp_path):
        pass
    fell_out = list[object]()
    monkeypatch.setattr(threading, "excepthook", fell_out.append)
    monkeypatch.setattr(sending, "LOOK_EVERY_SECONDS", 0.01)

    with sending.counting_on_screen(read_settings(tmp_path), ISSUE):
        time.sleep(0.2)
        (tmp_path / ".standfirst" / FILE_NAME).write_bytes(b"\xa5" * 8192)
        time.sleep(0.2)

    assert fell_out == []


def test_days_on_the_screen_are_those_of_the_forum(capsys: pytest.CaptureFixture[str]) -> None:
    noon = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC).timestamp()
    left = Suppression(reason=SuppressionReason.UNSUBSCRIBED, at=noon)

    show_member(Listing(member=Member(id="a", name="Ann"), joined=noon, suppression=left), ZoneInfo("Pacific/Auckland"))

    assert capsys.readouterr().out.count("22 November 2026") == 2
