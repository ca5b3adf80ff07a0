"""The reading list: pages and feeds that are fetched for every issue.

They stand in newsletter.toml, or in a file links.txt of the seeds folder or a folder inside it, an address a line:

    # What follows a # is a remark.
    https://www.example.org/news/respite-care-reopens
    https://www.example.org/feed.rss     # every entry of it

What the source.toml of that folder says holds for them as for the documents beside it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.newsroom.errors import SettingsError
from flows.newsroom.source_file import DEFAULTS_FILE, Said, is_web_address, read_source_file, with_those_within

LINKS_FILE = "links.txt"

_REMARK = re.compile(r"(?:^|\s)#.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """A page or a feed to fetch, and what was said of it."""

    address: str
    said: Said


def find_pages(seeds: Path, addresses: Iterable[str], most: int) -> tuple[WebPage, ...]:
    """The pages of the reading list, each once, those of the settings first.

    Args:
        seeds: The folder of the documents.
        addresses: Those that the settings name.
        most: More than so many are a slip.

    Raises:
        SettingsError: There are too many, a list is no text, or a source.toml does not fit.
    """
    pages: dict[str, WebPage] = {}
    for page in _pages(seeds, Said(), tuple(addresses)):
        pages.setdefault(page.address, page)
    if len(pages) > most:
        raise SettingsError(
            f"The reading list has {len(pages)} addresses; the most is {most} (links.most in newsletter.toml). "
            "Take out those that you do not need for every issue."
        )
    return tuple(pages.values())


def _pages(folder: Path, inherited: Said, addresses: tuple[str, ...] = ()) -> Iterator[WebPage]:
    try:
        inner = sorted(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink())
        said, files = read_source_file(folder, inherited)
        listed = (*addresses, *_listed(folder / LINKS_FILE))
    except (FileNotFoundError, PermissionError):
        return  # whoever looks for documents there names it
    spoken_of = [name for name in files if is_web_address(name)]
    if unknown := [name for name in spoken_of if not any(name == one or name.startswith(f"{one}/") for one in listed)]:
        raise SettingsError(
            f"{folder.name}/{DEFAULTS_FILE} speaks of {unknown[0]!r}, which is not in the {LINKS_FILE} of that folder. "
            "Is the address right?"
        )
    for address in listed:
        yield WebPage(address=address, said=with_those_within(address, files.get(address, said), files))
    for path in inner:
        yield from _pages(path, said)


def _listed(file: Path) -> list[str]:
    if not file.is_file():
        return []
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file.parent.name}/{file.name} is not plain text. Save it as text in UTF-8.") from error
    return [address for line in lines if (address := _REMARK.sub("", line).strip())]
