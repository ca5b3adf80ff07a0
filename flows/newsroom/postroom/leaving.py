"""The tokens by which members leave the list: whoever holds one may take that member off, and nobody else.

A token is in every mail's List-Unsubscribe, as a link and as the subject of a mail. It names a member by id alone.
"""

import base64
import hmac
import re
import sqlite3

from flows.newsroom.postroom.keys import Keys

_TOKEN = re.compile(r"(?<![A-Za-z0-9_.-])([a-z0-9]{1,64})\.[A-Za-z0-9_-]{16}(?![A-Za-z0-9_-])")
_PROOF_BYTES = 12


def token(member_id: str, list_id: str, keys: Keys) -> str:
    """What stands in the member's links: the id and a proof of 96 bits, bound to one list.

    Args:
        member_id: The id, of small letters and figures.
        list_id: The list's name for mail programs, such as "newsletter.example.org".
        keys: The keys of the state folder.
    """
    claim = f"leave 1|{list_id}|{member_id}".encode()
    proof = hmac.digest(keys.links, claim, "sha256")[:_PROOF_BYTES]
    return f"{member_id}.{base64.urlsafe_b64encode(proof).decode('ascii')}"


def member_of(text: str, list_id: str, keys: Keys) -> str | None:
    """The member whose token `text` is; None for a forged one or one of another list."""
    found = _TOKEN.fullmatch(text)
    if found and hmac.compare_digest(text, token(found[1], list_id, keys)):
        return found[1]
    return None


def member_named_in(text: str, list_id: str, keys: Keys) -> str | None:
    """The member whose token stands among the words of `text`, such as a mail's subject."""
    members = (member_of(found[0], list_id, keys) for found in _TOKEN.finditer(text))
    return next(filter(None, members), None)


class ListNames:
    """The names by which the list was known when tokens were made: a token of a former one is as good."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def note(self, list_id: str, at: float) -> None:
        """Note that tokens are made by that name."""
        self._connection.execute("INSERT OR IGNORE INTO list_name(id, since) VALUES(?, ?)", (list_id, at))

    def all_with(self, list_id: str) -> tuple[str, ...]:
        """The name that it has now, and those it had before."""
        rows = self._connection.execute("SELECT id FROM list_name WHERE id <> ? ORDER BY since DESC", (list_id,))
        return (list_id, *(str(row[0]) for row in rows))


def has_token(text: str) -> bool:
    """Whether something among the words of `text` has the form of a token, be it forged."""
    return _TOKEN.search(text) is not None
