"""Every file in the seeds folder becomes a source or a rejection that says why."""

import datetime as dt
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flows.newsroom.errors import SettingsError, UnreadableDocumentError
from flows.newsroom.model import LightKind, Rights, Stage
from flows.newsroom.sources import Discovery, discover, read_bytes

TYPES = {".txt": "text/plain", ".html": "text/html"}
NOBODY = 65534


def look(seeds: Path, *, is_last_try: bool = True) -> Discovery:
    return discover(seeds, TYPES, largest_bytes=1_000, is_last_try=is_last_try)


def reason(found: Discovery, name: str) -> str:
    return next(one.reason for one in found.rejections if one.path == name)


@contextmanager
def as_nobody() -> Iterator[None]:
    """The administrator may read everything; somebody else may not."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


def test_documents_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "minutes 2.1").mkdir()
    (tmp_path / "minutes 2.1" / "a.html").write_text("a")

    found = look(tmp_path)

    assert [source.path for source in found.sources] == ["b.txt", "minutes 2.1/a.html"]
    assert [source.media_type for source in found.sources] == ["text/plain", "text/html"]


def test_what_file_systems_leave_behind_is_no_document(tmp_path: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "~$minutes.txt", "source.toml"):
        (tmp_path / name).touch()

    assert look(tmp_path) == Discovery(sources=(), rejections=())


def test_a_type_that_cannot_be_read_is_named_with_those_that_can(tmp_path: Path) -> None:
    (tmp_path / "budget.xlsx").write_bytes(b"PK")

    assert ".xlsx cannot be read. These can: .html, .txt" in reason(look(tmp_path), "budget.xlsx")


def test_a_file_that_is_too_large_is_turned_away_unread(tmp_path: Path) -> None:
    (tmp_path / "huge.txt").write_bytes(b"x" * 1_001)

    assert "the most is" in reason(look(tmp_path), "huge.txt")


def test_a_folder_with_the_name_of_a_document_is_turned_away(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()

    assert "Rename it without .txt" in reason(look(tmp_path), "x.txt")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "link.txt").symlink_to(tmp_path / "secret.txt")
    (seeds / "folder").symlink_to(tmp_path)

    found = look(seeds)

    assert found.sources == ()
    assert {one.path for one in found.rejections} == {"link.txt", "folder"}


def test_a_link_inside_the_folder_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")

    assert len(look(tmp_path).sources) == 2


def test_a_link_to_nothing_is_turned_away(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")

    assert "a file that is not there" in reason(look(tmp_path), "gone.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_turned_away_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    assert "not an ordinary file" in reason(look(tmp_path), "pipe.txt")


def test_a_link_that_leads_to_itself_is_turned_away(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")

    assert "loop.txt" in {one.path for one in look(tmp_path).rejections}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a file have such a name")
def test_a_name_that_is_no_text_is_turned_away_and_can_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")

    (rejection,) = look(tmp_path).rejections

    assert rejection.path.encode("utf-8") == b"caf\\xe9.txt"
    assert "Rename it" in rejection.reason


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "closed.txt").write_text("closed")
    (seeds / "closed.txt").chmod(0)
    (seeds / "closed").mkdir(mode=0)

    for parent in tmp_path.parents[:3]:
        parent.chmod(parent.stat().st_mode | 0o011)
    with as_nobody():
        found = look(seeds)

    assert "Check who may open it" in reason(found, "closed.txt")
    assert "does not let the program look into the folder" in reason(found, "closed")


def test_a_disk_that_fails_is_worth_another_try_until_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("a")

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)

    with pytest.raises(OSError, match="Input/output"):
        look(tmp_path, is_last_try=False)
    assert "The disk did not give the file" in reason(look(tmp_path), "a.txt")


def test_a_file_that_vanishes_after_it_was_found_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (source,) = look(tmp_path).sources
    (tmp_path / "a.txt").unlink()

    with pytest.raises(UnreadableDocumentError, match="has gone"):
        read_bytes(tmp_path, source, fetched=tmp_path)


def test_a_file_that_changes_after_it_was_found_is_not_read_by_halves(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (source,) = look(tmp_path).sources
    (tmp_path / "a.txt").write_text("another")

    with pytest.raises(UnreadableDocumentError, match="changed while"):
        read_bytes(tmp_path, source, fetched=tmp_path)


def test_a_file_that_is_still_being_written_is_named_and_left(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "minutes.txt", "~$nutes.txt"):
        (tmp_path / name).write_text(name)

    found = discover(tmp_path, TYPES, 1_000, unsettled={tmp_path / "a.txt"})

    assert [source.path for source in found.sources] == ["b.txt"]
    assert "still being written" in reason(found, "a.txt")
    assert "open in a word processor" in reason(found, "minutes.txt")


def test_what_a_folder_says_holds_inside_it_until_a_folder_says_otherwise(tmp_path: Path) -> None:
    inner = tmp_path / "news" / "press"
    inner.mkdir(parents=True)
    (tmp_path / "news" / "source.toml").write_text('organisation = "Anytown Council"\nrights = "ogl"\n')
    (inner / "source.toml").write_text('rights = "press"\n')
    (inner / "a.txt").write_text("a")

    (source,) = look(tmp_path).sources

    assert source.defaults.organisation == "Anytown Council"
    assert source.defaults.rights is Rights.PRESS


def test_one_document_of_a_mixed_folder_has_lines_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "source.toml").write_text(
        'organisation = "Anytown Forum"\nrights = "own"\n'
        '[file."cutting.txt"]\nrights = "press"\ntitle = "Respite"\npublished = 2026-03-20\n'
    )
    for name in ("cutting.txt", "minutes.txt"):
        (tmp_path / name).write_text(name)

    cutting, minutes = (source.defaults for source in look(tmp_path).sources)

    assert (cutting.rights, cutting.has_own_rights, cutting.title) == (Rights.PRESS, True, "Respite")
    assert cutting.published == dt.date(2026, 3, 20)
    assert cutting.organisation == "Anytown Forum"
    assert (minutes.rights, minutes.has_own_rights, minutes.title) == (Rights.OWN, False, None)


def test_lines_beside_a_document_go_before_those_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "source.toml").write_text(
        'organisation = "Anytown Forum"\n[file."a.txt"]\nrights = "press"\ntitle = "Respite"\nleave_out = true\n'
    )
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "b.txt.toml").write_text(
        'rights = "own"\nauthor = "Ann Archer"\ndays = { "17 August" = 2026-08-17, "3 May" = 2026-05-03 }\n'
    )
    (tmp_path / "a.txt.toml").write_text('rights = "ogl"\n')

    found = look(tmp_path)

    assert [one.path for one in found.rejections] == ["a.txt"]
    (said,) = (source.defaults for source in found.sources)
    assert (said.organisation, said.rights, said.has_own_rights, said.author) == (
        "Anytown Forum",
        Rights.OWN,
        True,
        "Ann Archer",
    )
    assert [(day.words, day.date) for day in said.days] == [
        ("17 August", dt.date(2026, 8, 17)),
        ("3 May", dt.date(2026, 5, 3)),
    ]


@pytest.mark.parametrize(
    ("name", "said", "message"),
    [
        ("a.txt.toml", 'day = "3 May"', r"a\.txt\.toml: day does not fit.*leave_out"),
        ("a.txt.toml", 'published = "soon"', r"a\.txt\.toml: published does not fit"),
        ("a.txt.toml", 'days = { "3 May" = "soon" }', r"a\.txt\.toml: days\.3 May does not fit"),
        ("c.txt.toml", 'rights = "own"', r"c\.txt\.toml speaks of 'c\.txt', which is not beside it"),
    ],
)
def test_a_wrong_line_beside_a_document_stops_the_run_by_name(
    tmp_path: Path, name: str, said: str, message: str
) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / name).write_text(said)

    with pytest.raises(SettingsError, match=message):
        look(tmp_path)


def test_a_document_within_another_may_have_lines_of_its_own(
    tmp_path: Path,
) -> None:
    (tmp_path / "source.toml").write_text(
        'organisation = "Anytown Forum"\n[file."letter.txt/minutes.pdf"]\nrights = "press"\nleave_out = true\n'
    )
    (tmp_path / "letter.txt").write_text("letter")

    (letter,) = look(tmp_path).sources

    assert (letter.defaults.rights, letter.defaults.organisation) == (Rights.ASK, "Anytown Forum")
    (within,) = letter.within
    assert (within.name, within.leave_out, within.defaults.rights) == ("minutes.pdf", True, Rights.PRESS)
    assert within.defaults.organisation == "Anytown Forum"


def test_a_document_that_a_person_leaves_out_is_named_and_not_counted_as_turned_away(tmp_path: Path) -> None:
    (tmp_path / "source.toml").write_text('[file."a.txt"]\nleave_out = true\n')
    (tmp_path / "a.txt").write_text("a")

    found = look(tmp_path)

    assert found.sources == ()
    assert [(one.path, one.stage) for one in found.rejections] == [("a.txt", Stage.COMPOSE)]


def test_a_person_may_decide_about_red_lights_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "source.toml").write_text('[file."a.txt"]\ndecided = ["privacy", "rights"]\n')
    (tmp_path / "a.txt").write_text("a")

    (source,) = look(tmp_path).sources

    assert source.defaults.decided == (LightKind.PRIVACY, LightKind.RIGHTS)


def test_what_has_no_red_lights_cannot_be_decided(tmp_path: Path) -> None:
    (tmp_path / "source.toml").write_text('[file."a.txt"]\ndecided = ["date"]\n')
    (tmp_path / "a.txt").write_text("a")

    with pytest.raises(SettingsError, match="only these can be decided: instruction, privacy, rights"):
        look(tmp_path)


def test_a_line_about_a_file_that_is_not_there_is_a_slip_of_the_pen(tmp_path: Path) -> None:
    (tmp_path / "source.toml").write_text('[file."b.txt"]\nrights = "own"\n')

    with pytest.raises(SettingsError, match=r"speaks of 'b\.txt', which is not in that folder"):
        look(tmp_path)


def test_rights_that_nobody_stated_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")

    (source,) = look(tmp_path).sources

    assert source.defaults.rights is Rights.ASK


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ('organization = "Anytown"', "organization does not fit.*organisation, address, rights, category"),
        ('rights = "mine"', "rights does not fit"),
        ('address = "javascript:alert(1)"', "begins with https://"),
        ("rights = ", "source.toml cannot be understood"),
    ],
)
def test_a_wrong_line_in_a_source_file_stops_the_run_by_name(tmp_path: Path, said: str, message: str) -> None:
    (tmp_path / "source.toml").write_text(said)

    with pytest.raises(SettingsError, match=message):
        look(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="There is no folder"):
        look(tmp_path / "nowhere")
