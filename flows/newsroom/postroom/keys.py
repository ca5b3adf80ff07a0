"""The two secrets of the postroom, made once and never changed.

Losing the first loses every suppression; losing the second makes every link in a sent mail worthless.
"""

import os
import secrets
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.errors import StoreError

FILE_NAME = "keys.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What addresses and links are keyed with."""

    addresses: bytes = field(repr=False)
    links: bytes = field(repr=False)


def read_keys(state: Path) -> Keys:
    """The keys of the state folder, made when there are none; readable by their owner only.

    Raises:
        StoreError: They are there and cannot be read, or cannot be written.
    """
    file = state / FILE_NAME
    try:
        if not file.exists():
            _make_keys(file)
        stated = tomllib.loads(file.read_text(encoding="ascii"))
        return Keys(addresses=bytes.fromhex(stated["addresses"]), links=bytes.fromhex(stated["links"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{FILE_NAME} in the folder {state.name} cannot be used. Without it nobody who has left the list would be "
            "known any more, so nothing is done. Put it back from your copy of that folder."
        ) from error


def _make_keys(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lines = "".join(f'{name} = "{secrets.token_hex(32)}"\n' for name in ("addresses", "links"))
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    fresh.touch(mode=0o600)
    fresh.write_text("# Keep this file with newsroom.db. Never change it.\n" + lines, encoding="ascii")
    try:
        os.link(fresh, file)  # whoever is first wins; the other reads what is there
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
