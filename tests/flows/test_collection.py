"""The flow that reads the letterbox: Prefect sees counts, never a member."""

import mailbox
from pathlib import Path

import pytest

from flows.collection import collection
from flows.deployments import make_deployments
from flows.newsroom.settings import read_settings
from flows.office import open_office
from tests.flows.kept import all_that_prefect_keeps
from tests.newsroom.postroom.returned_mail import a_mail
from tests.postroom.offices import SETTINGS, enrol, make_forum

LETTERBOX = '[delivery.letterbox]\nfolder = "Maildir"\n'


def test_it_is_offered_every_day_where_there_is_a_letterbox(tmp_path: Path) -> None:
    make_forum(tmp_path / "with", SETTINGS + LETTERBOX)
    make_forum(tmp_path / "without", SETTINGS)

    names = [
        [one.full_name for one in make_deployments(read_settings(tmp_path / name))] for name in ("with", "without")
    ]

    assert [("collection/daily" in found) for found in names] == [True, False]


@pytest.mark.usefixtures("prefect_server")
def test_who_leaves_is_counted_and_not_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_forum(tmp_path, SETTINGS + LETTERBOX)
    monkeypatch.chdir(tmp_path)
    mailbox.Maildir(tmp_path / "Maildir").add(a_mail(Subject="unsubscribe", From="quentin@example.org"))
    with open_office(read_settings(tmp_path)) as office:
        enrol(office, "quentin@example.org", "bob@example.org")

    state = collection(return_state=True)

    assert (state.name, state.message) == ("Completed", "mails read: 1, left: 1, cannot be reached any more: 0")
    with open_office(read_settings(tmp_path)) as office:
        assert [member.email for member in office.roster.audience()] == ["bob@example.org"]
    kept = all_that_prefect_keeps().lower()
    assert b"mails read: 1" in kept
    assert b"quentin" not in kept
