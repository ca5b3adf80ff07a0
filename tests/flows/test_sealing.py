"""What a mistake of ours was working on never reaches whoever keeps the message."""

import inspect

import pytest

from flows.newsroom.errors import IssueError
from flows.sealing import DEBUGGING, DiskFault, Fault, sealed


@sealed
def look_up(person: str) -> str:
    """Fails with the name in its message."""
    ages: dict[str, str] = {}
    return ages[person]


@sealed
def open_file(name: str) -> None:
    """Fails with the file's name in its message."""
    raise FileNotFoundError(2, "No such file or directory", name)


@sealed
def stop() -> None:
    """Fails on purpose."""
    raise IssueError("Nothing is made.")


def test_a_mistake_is_told_by_its_kind_and_place_only() -> None:
    with pytest.raises(Fault, match=r"KeyError in test_sealing\.py, line \d+") as caught:
        look_up("Maureen")

    assert "Maureen" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_fault_of_the_disk_does_not_name_the_file() -> None:
    with pytest.raises(DiskFault, match="No such file or directory") as caught:
        open_file("minutes Jane Smith.txt")

    assert "Jane" not in str(caught.value)


def test_what_is_raised_on_purpose_passes() -> None:
    with pytest.raises(IssueError, match="Nothing is made"):
        stop()


def test_whoever_asks_for_details_sees_them_on_the_screen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(DEBUGGING, "1")

    with pytest.raises(Fault):
        look_up("Maureen")

    assert "KeyError: 'Maureen'" in capsys.readouterr().err


def test_a_sealed_task_keeps_its_parameters() -> None:
    assert list(inspect.signature(look_up).parameters) == ["person"]
