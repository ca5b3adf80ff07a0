"""The command line as a coordinator meets it: in a process of its own, with words and an exit status."""

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

STANDFIRST = Path(sys.executable).with_name("standfirst")
SEEDS = Path(__file__).parents[2] / "seeds"
WITHOUT_PDF = {"STANDFIRST_ISSUE__EDITIONS": '["web", "text", "record"]'}
QUIET = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}


def run(folder: Path, *words: str, server: str | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a command; without the address of a server it starts one of its own, which takes a while."""
    env = {**QUIET, **({"PREFECT_API_URL": server, **WITHOUT_PDF} if server else {})}
    return subprocess.run(  # noqa: S603 - our own command
        [STANDFIRST, *words], cwd=folder, env=env, text=True, capture_output=True, timeout=300, check=False
    )


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def processes_in(folder: Path) -> list[str]:
    """The command lines of all processes that work in `folder`."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.cwd() == str(folder):
                found.append(" ".join(process.cmdline()))
        except psutil.Error:
            continue
    return found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A forum that `init` made and somebody filled; its Prefect database is made once."""
    folder = tmp_path_factory.mktemp("forums") / "anytown"
    made = run(folder.parent, "init", "anytown")
    assert made.returncode == 0, made.stderr
    for seed in SEEDS.glob("*.txt"):
        shutil.copy(seed, folder / "seeds")
    return folder


def test_a_new_forum_drafts_its_first_issue(home: Path) -> None:
    done = run(home, "draft", "--date", "2026-11-21")

    assert done.returncode == 0, done.stderr
    assert "newsletter.pdf" in done.stdout
    assert "report.md" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert processes_in(home) == []


def test_a_draft_that_was_killed_is_finished_by_the_next_one(home: Path, prefect_server: str) -> None:
    wanted = "2026-12-01"
    whole = run(home, "draft", "--date", wanted, "--output", "whole", server=prefect_server)
    shutil.rmtree(home / ".standfirst" / "shelf")
    killed = subprocess.Popen(  # noqa: S603 - our own command
        [STANDFIRST, "draft", "--date", wanted, "--output", "again"],
        cwd=home,
        env=QUIET | WITHOUT_PDF,
        stdout=subprocess.DEVNULL,
    )
    _wait_for(lambda: any((home / ".standfirst").glob("shelf/clean-*")), 60)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    deadline = time.monotonic() + 60
    while processes_in(home) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert processes_in(home) == []

    again = run(home, "draft", "--date", wanted, "--output", "again", server=prefect_server)

    assert (whole.returncode, again.returncode) == (0, 0)
    assert digests(home / "again" / wanted) == digests(home / "whole" / wanted)


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        pytest.param(("draft", "--date", "30.11.2026"), 2, "Write the year first", id="a date the other way round"),
        pytest.param(("draft", "--seeds", "nowhere"), 1, "There is no folder", id="a folder that is not there"),
        pytest.param(("explain", "nowhere.txt"), 1, "There is no file", id="a document that is not there"),
        pytest.param(("draught",), 2, "draught", id="a command that does not exist"),
        pytest.param(("init", "anytown"), 1, "has something in it", id="a forum that exists"),
    ],
)
def test_a_mistake_is_answered_in_words(
    home: Path, prefect_server: str, words: tuple[str, ...], status: int, message: str
) -> None:
    done = run(home.parent if words[0] == "init" else home, *words, server=prefect_server)

    assert done.returncode == status
    assert message in " ".join((done.stdout + done.stderr).split())
    assert "Traceback" not in done.stdout + done.stderr


def test_what_stands_in_square_brackets_is_printed_as_it_is(tmp_path: Path) -> None:
    assert "[red]forum" in run(tmp_path, "init", "[red]forum").stdout


def test_a_wrong_setting_is_named_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "newsletter.toml").write_text('[newsletter]\nnam = "x"\n')

    done = run(tmp_path, "draft")

    assert done.returncode == 1
    assert "Did you mean 'name'?" in done.stderr


def test_documents_that_are_turned_away_show_in_the_exit_status(home: Path, prefect_server: str) -> None:
    (home / "seeds" / "empty.txt").touch()

    done = run(home, "draft", "--date", "2026-11-21", server=prefect_server)
    (home / "seeds" / "empty.txt").unlink()

    assert done.returncode == 3
    assert "Left out: empty.txt" in done.stdout


def test_no_documents_are_no_fault(tmp_path: Path, prefect_server: str) -> None:
    (tmp_path / "seeds").mkdir()

    done = run(tmp_path, "draft", server=prefect_server)

    assert done.returncode == 0
    assert "There are no documents, so there is no issue." in done.stdout


def test_the_doctor_finds_nothing_wrong_with_a_new_forum(home: Path) -> None:
    done = run(home, "doctor")

    assert done.returncode == 0, done.stdout
    assert "All is well." in done.stdout


def test_the_doctor_names_what_is_wrong_and_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file where a folder should be")

    done = run(tmp_path, "doctor")

    assert done.returncode == 1
    assert "There is no folder" in done.stdout
    assert "Folder output: cannot be written" in done.stdout


def test_neither_a_file_name_nor_a_word_of_a_document_reaches_prefect(
    home: Path, tmp_path: Path, prefect_server: str, prefect_home: Path
) -> None:
    seeds = tmp_path / "documents of Quillfeather"
    seeds.mkdir()
    (seeds / "minutes Jane Smith.txt").write_text(
        "Zanzibarquux carers met the minister. " + "They spoke of breaks. " * 20
    )
    (seeds / "minutes Jane Smith copy.txt").write_text(
        "Zanzibarquux carers met the minister. " + "They spoke of breaks. " * 20
    )
    (seeds / "empty Bob Brown.txt").touch()
    (seeds / "menu Bob Brown.txt").write_text("Leave a comment")

    done = run(home, "draft", "--seeds", str(seeds), "--output", str(tmp_path / "output"), server=prefect_server)

    assert done.returncode == 3, done.stderr
    homes = (prefect_home, home / ".standfirst" / "prefect")  # of the server, and of the run
    kept = b"".join(path.read_bytes() for place in homes for path in place.rglob("*") if path.is_file())
    assert b"CompletedWithSkips" in kept
    assert [
        word for word in (b"Jane Smith", b"Bob Brown", b"Quillfeather", b"anzibarquux", b"breaks") if word in kept
    ] == []


def test_a_document_is_explained(home: Path) -> None:
    done = run(home, "explain", "seeds/003_9ff3cd75107b19cc.txt")

    assert done.returncode == 0, done.stderr
    assert "Lilias Gillies" in done.stdout
    assert "no day chosen: conflict" in done.stdout
    assert "3 or 4 information staff" in done.stdout


def test_a_document_that_cannot_be_read_is_explained_by_the_reason(home: Path, tmp_path: Path) -> None:
    (tmp_path / "scan.txt").write_bytes(b"\x00\x01\x02" * 400)

    done = run(home, "explain", str(tmp_path / "scan.txt"))

    assert done.returncode == 0, done.stderr
    assert "Left out" in done.stdout


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        done = run(tmp_path, "serve", "--port", str(port))

    assert done.returncode == 1
    assert f"Port {port} of this computer is in use" in " ".join(done.stderr.split())


def _wait_for(is_so: object, seconds: float) -> None:
    assert callable(is_so)
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)
