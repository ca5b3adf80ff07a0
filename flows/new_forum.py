"""The folder of a new forum."""

from pathlib import Path

from flows.newsroom.errors import IssueError
from flows.newsroom.settings import FILE_NAME

SOURCE_TOML = """\
# What all documents of this folder have in common. Take the # away from a line and fill it in.
# A folder inside this one may have a source.toml of its own.

# organisation = "Anytown Social Work Forum"   # who they come from
# address = "https://www.example.org/news"     # the web page they come from
# rights = "own"                               # own, ogl (Open Government Licence), press, or ask
# category = "events"                          # the subject of all of them

# One document of a mixed folder may have lines of its own; they stand after the lines for all.
# [file."a cutting.txt"]
# rights = "press"
# title = "Respite care reopens"               # a headline of yours
# published = 2026-03-20                       # a date that you know
# leave_out = true                             # not in this issue
"""


def make_forum(folder: Path) -> None:
    """Make `folder` with the settings, each explained, and an empty seeds folder.

    Raises:
        IssueError: The folder has something in it, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise IssueError(f"{folder} is there already and has something in it. Name a new folder.")
    try:
        (folder / "seeds").mkdir(parents=True)
        (folder / FILE_NAME).write_text(_settings(), encoding="utf-8")
        (folder / "seeds" / "source.toml").write_text(SOURCE_TOML, encoding="utf-8")
    except OSError as error:
        raise IssueError(f"{folder} cannot be made: {error.strerror}. Name another place.") from error


def _settings() -> str:
    """The newsletter.toml that comes with Standfirst: in the wheel beside this file, in a checkout one up."""
    here = Path(__file__).parent
    packaged = here / FILE_NAME
    return (packaged if packaged.exists() else here.parent / FILE_NAME).read_text(encoding="utf-8")
