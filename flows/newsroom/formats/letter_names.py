"""The names under which mail programs send, where they are people's."""

import re

from flows.newsroom.formats.page_names import people_among
from flows.newsroom.language.names import FULL_NAME, NAME, is_personal

_PERSON = re.compile(FULL_NAME)
_DIRECTORY = re.compile(rf"(?P<last>{NAME}(?: {NAME})?), (?P<first>{NAME})")
_AFTER = re.compile(r"\s*[(\[|].*|\s+(?:via|-|–)\s.*")


def body_of_sender(display_name: str) -> str | None:
    """The team or body behind a display name, as it names itself; None for an address or a single word."""
    name = display_name.strip(" \"'")
    return name if "@" not in name and len(name.split()) > 1 else None


def name_of_sender(display_name: str) -> str | None:
    """The person behind a display name such as "Lee, Ann (Anytown Trust)"; None for a team, a body or an address."""
    name = _AFTER.sub("", display_name.strip(" \"'"))
    if match := _DIRECTORY.fullmatch(name):  # the order of a staff directory
        name = f"{match['first']} {match['last']}"
    is_person = _PERSON.fullmatch(name) is not None and is_personal(name)
    return name if is_person and people_among((name,), ()) else None
