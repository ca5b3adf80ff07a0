"""The larder: what was fetched, kept for the day on which a server is down, and for asking only after changes."""

import contextlib
import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from flows.newsroom.errors import MachineError
from flows.newsroom.model import DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page as it was fetched last."""

    document: DocumentId  # under which its bytes lie
    media_type: str
    address: str  # where it stood after redirects
    day: dt.date  # on which it was fetched, or found unchanged
    etag: str | None = None
    last_modified: str | None = None


_RECORDS = TypeAdapter(Kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Larder:
    """A folder of pages, each under the hash of its bytes, and a record for each address."""

    folder: Path

    def find(self, address: str) -> Kept | None:
        """What was fetched from an address last; None: nothing, or it cannot be read any more."""
        try:
            kept = _RECORDS.validate_json(self._record(address).read_bytes())
        except (OSError, ValidationError):
            return None
        return kept if (self.folder / kept.document).is_file() else None

    def keep(self, address: str, kept: Kept, content: bytes | None = None) -> None:
        """Keep what was fetched from an address; without `content`, only that it has not changed.

        Raises:
            MachineError: The folder cannot be written.
        """
        before = self.find(address)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if content is not None:
                _write(self.folder / kept.document, content)
            _write(self._record(address), _RECORDS.dump_json(kept))
        except OSError as error:
            raise MachineError(
                f"The folder {self.folder.name} in the state folder cannot be written: {error.strerror}. "
                "Is the disk full? Make room and draft again."
            ) from error
        if before and before.document not in {kept.document, *self._documents()}:
            with contextlib.suppress(OSError):
                (self.folder / before.document).unlink()

    def _documents(self) -> set[str]:
        """What the records of all addresses name."""
        named = set[str]()
        for record in self.folder.glob("*.json"):
            with contextlib.suppress(OSError, ValidationError):
                named.add(_RECORDS.validate_json(record.read_bytes()).document)
        return named

    def _record(self, address: str) -> Path:
        return self.folder / f"{hashlib.sha256(address.encode()).hexdigest()[:32]}.json"


def _write(path: Path, content: bytes) -> None:
    draft = path.with_name(f"{path.name}.part")
    draft.write_bytes(content)
    draft.replace(path)
