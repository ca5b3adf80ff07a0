"""Work on the shelf is used again when it is whole, and only then."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from flows.newsroom.errors import MachineError
from flows.shelf import KEPT_SECONDS, Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(folder=tmp_path / "shelf")


def test_work_that_is_there_is_not_done_again(shelf: Shelf) -> None:
    shelf.work("clean-1", lambda: ("first",))

    state = Shelf(folder=shelf.folder).work("clean-1", lambda: ("second",))

    assert state.name == "Cached"
    assert shelf.take("clean-1") == ("first",)


@pytest.mark.parametrize("left", [b"", b"x", b"x\x9c\x03\x00"])
def test_work_that_a_power_cut_has_spoilt_is_done_again(shelf: Shelf, left: bytes) -> None:
    shelf.work("clean-1", lambda: ("first",))
    (shelf.folder / "clean-1").write_bytes(left)

    afresh = Shelf(folder=shelf.folder)
    state = afresh.work("clean-1", lambda: ("second",))

    assert state.name == "Completed"
    assert afresh.take("clean-1") == ("second",)


def test_work_that_does_not_last_is_not_found_again(shelf: Shelf) -> None:
    first = shelf.work("clean-1", lambda: ("the disk failed",), is_lasting=lambda _: False)

    again = shelf.work("clean-1", lambda: ("all is well",))

    assert shelf.take(str(first.data)) == ("the disk failed",)
    assert shelf.take(str(again.data)) == ("all is well",)


def test_only_its_owner_may_look_at_the_shelf(shelf: Shelf) -> None:
    shelf.work("clean-1", lambda: ("text",))

    assert shelf.folder.stat().st_mode & 0o077 == 0


def test_a_shelf_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(MachineError, match="Is the disk full"):
        Shelf(folder=tmp_path / "file" / "shelf").work("clean-1", lambda: ("text",))


def test_work_of_long_ago_is_thrown_away(shelf: Shelf) -> None:
    shelf.work("clean-1", lambda: ("text",))
    made = (shelf.folder / "clean-1").stat().st_mtime

    shelf.tidy(made + KEPT_SECONDS - 1)
    kept = [path.name for path in shelf.folder.iterdir()]
    shelf.tidy(made + KEPT_SECONDS + 1)

    assert kept == ["clean-1"]
    assert list(shelf.folder.iterdir()) == []


def test_what_is_looked_at_before_a_server_runs_does_not_import_prefect() -> None:
    code = "import sys, flows.drafting, flows.recipe; sys.exit('prefect' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], check=False)  # noqa: S603 - our own code

    assert done.returncode == 0, "Prefect would start a server of its own, which outlives a draft that is killed"


def test_a_shelf_can_be_handed_to_another_process(shelf: Shelf) -> None:
    shelf.work("clean-1", lambda: ("text",))

    assert pickle.loads(pickle.dumps(shelf)).take("clean-1") == ("text",)  # noqa: S301 - pickled a moment ago
