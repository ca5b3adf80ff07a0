"""Finding the documents in the seeds folder. One of the few places that look at a disk; nothing here writes."""

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from flows.newsroom.editorial import EDITORS_FILES
from flows.newsroom.errors import DocumentError, RefusedDocumentError, SettingsError, UnreadableDocumentError
from flows.newsroom.model import DocumentId, Rejection, Source, Stage
from flows.newsroom.settling import why_unfinished
from flows.newsroom.source_file import DEFAULTS_FILE, Said, is_sidecar, is_web_address, read_source_file

FURNITURE_FILE = "furniture.toml"  # lines that a coordinator always wants kept or taken away
CORRECTIONS_FILE = "corrections.toml"  # subjects and forms that a person decided
GLOSSARY_FILE = "glossary.toml"  # abbreviations of the forum's own

LINKS_FILE = "links.txt"  # pages and feeds of the web, an address a line

IGNORED_NAMES = frozenset(
    {DEFAULTS_FILE, FURNITURE_FILE, CORRECTIONS_FILE, GLOSSARY_FILE, LINKS_FILE, "Thumbs.db", "desktop.ini"}
)
IGNORED_STARTS = (".", "~$")  # what file systems and word processors leave beside documents

_SLICE = 1 << 20  # bytes read at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """What lies in the seeds folder: every document is a source or a rejection."""

    sources: tuple[Source, ...]
    rejections: tuple[Rejection, ...]

    def __add__(self, other: "Discovery") -> "Discovery":
        """Both, one after the other."""
        return Discovery(sources=self.sources + other.sources, rejections=self.rejections + other.rejections)


def discover(
    seeds: Path,
    media_types: Mapping[str, str],
    largest_bytes: int,
    *,
    is_last_try: bool = True,
    unsettled: Collection[Path] = (),
) -> Discovery:
    """Look at every file below `seeds`, in the order of their paths.

    Args:
        seeds: The folder; links out of it are not followed.
        media_types: The media type of each file name ending that can be read.
        largest_bytes: A larger file is turned away.
        is_last_try: Whether a file that the disk does not give is turned away, rather than raised for another try.
        unsettled: Files that are still being written; they are named and left for the next run.

    Raises:
        SettingsError: The folder does not exist, or a source.toml does not fit.
        OSError: The disk failed for a moment; the same call may pass later.
    """
    if not seeds.is_dir():
        raise SettingsError(f"There is no folder {seeds}. Make it and put your documents there, or name another one.")
    sources: list[Source] = []
    rejections: list[Rejection] = []
    for path, said in _documents(seeds, Said(), frozenset(media_types)):
        name = _printable(path.relative_to(seeds).as_posix())
        if name in EDITORS_FILES:
            continue
        if name != path.relative_to(seeds).as_posix():
            rejections.append(_turned_away(name, "Its name has letters that no program can read. Rename it."))
            continue
        if said.leave_out:
            rejections.append(_turned_away(name, "Its source.toml says to leave it out.", Stage.COMPOSE))
            continue
        if path in unsettled:
            rejections.append(_turned_away(name, "It is still being written, and is left for the next run."))
            continue
        try:
            sources.append(_source(seeds, path, said, media_types, largest_bytes))
        except DocumentError as error:
            rejections.append(_turned_away(name, str(error)))
        except OSError as error:
            if not is_last_try:
                raise
            rejections.append(_turned_away(name, _gone_or_closed(error)))
    return Discovery(sources=tuple(sources), rejections=tuple(rejections))


def read_bytes(seeds: Path, source: Source, *, fetched: Path) -> bytes:
    """The bytes of a source, if they are still those that were discovered.

    Args:
        seeds: The folder of the documents.
        source: One of them, or a page that was fetched.
        fetched: The folder of those.

    Raises:
        UnreadableDocumentError: The file has gone, has changed, or may not be read.
    """
    path = fetched / source.id if is_web_address(source.path) else seeds / PurePosixPath(source.path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableDocumentError(_gone_or_closed(error)) from error
    if hashlib.sha256(content).hexdigest() != source.id:
        raise UnreadableDocumentError("The file changed while the issue was being made. Draft again to include it.")
    return content


def path_id(path: str) -> DocumentId:
    """The id of a document whose bytes cannot be read."""
    return DocumentId(hashlib.sha256(os.fsencode(path)).hexdigest())


def _printable(name: str) -> str:
    """A file's name without the bytes that are no letters, as old archives and USB sticks have them."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _turned_away(name: str, reason: str, stage: Stage = Stage.INGEST) -> Rejection:
    return Rejection(document=path_id(name), path=name, stage=stage, reason=reason)


def _documents(folder: Path, inherited: Said, suffixes: frozenset[str]) -> Iterator[tuple[Path, Said]]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
        said, files = read_source_file(folder, inherited)
    except PermissionError:
        yield folder, inherited  # so that it is named in the report
        return
    beside = tuple(entry.name for entry in entries if entry.name.startswith(IGNORED_STARTS))
    for entry in entries:
        if entry.name in IGNORED_NAMES or entry.name.startswith(IGNORED_STARTS):
            continue
        if is_sidecar(entry.name) and entry.is_file():
            continue
        if entry.is_dir() and not entry.is_symlink() and entry.suffix.lower() not in suffixes:
            yield from _documents(entry, said, suffixes)
        else:
            yield entry, replace(files.get(entry.name, said), beside=beside)


def _source(seeds: Path, path: Path, said: Said, media_types: Mapping[str, str], largest: int) -> Source:
    try:
        is_inside = path.resolve().is_relative_to(seeds.resolve())
    except RuntimeError as error:  # Python 3.11 and 3.12 say so of a link that leads to itself
        raise RefusedDocumentError("It is a link that leads to itself. Copy the document itself here.") from error
    if not is_inside:
        raise RefusedDocumentError("It is a link to a place outside the seeds folder. Copy the document itself here.")
    if path.is_symlink() and not path.exists():
        raise UnreadableDocumentError("It is a link to a file that is not there. Copy the document itself here.")
    if path.is_dir():
        raise UnreadableDocumentError(_why_no_folder(path, media_types))
    if reason := why_unfinished(path.name, said.beside):
        raise UnreadableDocumentError(reason)
    media_type = media_types.get(path.suffix.lower())
    if media_type is None:
        raise UnreadableDocumentError(
            f"Files that end in {path.suffix or 'nothing'} cannot be read. These can: {', '.join(sorted(media_types))}."
        )
    name = path.relative_to(seeds).as_posix()
    digest = _digest(path, largest)
    return Source(id=digest, path=name, media_type=media_type, defaults=said.defaults, within=said.within)


def _why_no_folder(path: Path, media_types: Mapping[str, str]) -> str:
    if path.is_symlink():
        return "It is a link to a folder. Put the folder itself here."
    if path.suffix.lower() in media_types:
        return f"It is a folder with the name of a document. Rename it without {path.suffix} to have it looked into."
    return "This computer does not let the program look into the folder. Check who may open it."


def _digest(path: Path, largest: int) -> DocumentId:
    try:
        if path.exists() and not path.is_file():
            raise RefusedDocumentError("It is not an ordinary file. Copy the document itself here.")
        size = path.stat().st_size
        if size > largest:
            raise RefusedDocumentError(
                f"It has {size / 1_000_000:.0f} MB; the most is {largest / 1_000_000:.0f} MB "
                "(documents.largest_megabytes in newsletter.toml). Is it really a document?"
            )
        with path.open("rb") as stream:
            digest = hashlib.sha256()
            while part := stream.read(_SLICE):
                digest.update(part)
    except (PermissionError, FileNotFoundError) as error:
        raise UnreadableDocumentError(_gone_or_closed(error)) from error
    return DocumentId(digest.hexdigest())


def _gone_or_closed(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "The file has gone while the issue was being made. Put it back and draft again."
    if isinstance(error, PermissionError):
        return "This computer does not let the program read the file. Check who may open it."
    return "The disk did not give the file. Copy it afresh and draft again."
