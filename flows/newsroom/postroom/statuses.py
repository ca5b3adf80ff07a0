"""Whose fault a refusal is, read in one place: from the enhanced status code (RFC 3463), else from a few plain words.

The first number says whether it may pass, the second what it is about: 1 and 2 the mailbox, 3 the mail system, 4 the
way there, 5 the protocol, 6 the mail, 7 a policy. What a server writes is looked at and never kept.
"""

import re
from enum import StrEnum

UNKNOWN_FAILURE = "5.0.0"  # something failed, and nobody says what

_PARTS = r"[245]\.\d{1,3}\.\d{1,3}"
_AT_THE_BEGINNING = re.compile(rf"{_PARTS}(?!\S)")
_AT_THE_END = re.compile(rf"\(#({_PARTS})\)")  # as qmail writes it
_ABOUT_THE_SENDER = frozenset({
    ("1", "7"), ("1", "8"),  # the sender's address
    ("2", "3"), ("3", "4"),  # the mail is too large, for the mailbox or the system
})  # fmt: skip
_ACCESS_DENIED = "5.4.1"  # Exchange Online, of senders that it lets through nowhere; 4.4.1 is a host that is silent
_WORDS_ABOUT_THE_SENDER = re.compile(
    r"\b(?:spf|dkim|dmarc|spam\w*|(?:black|block|deny) ?list\w*|blocked|dnsbl|rbl|reputation|relay(?:ing)?|sender|helo|"
    r"ehlo|client host|ptr|reverse (?:dns|host)|access denied|authenticat\w+|not authori[sz]ed|policy)\b",
    re.IGNORECASE,
)
_WORDS_ABOUT_THE_MAILBOX = re.compile(
    r"\b(?:unknown|no such|not found|does ?n[o']t exist|not exist|invalid (?:recipient|mailbox|user|address)|"
    r"disabled|inactive|no mailbox|unrouteable|mailbox unavailable)\b",
    re.IGNORECASE,
)


class Blame(StrEnum):
    """What a failure is about."""

    SENDER = "us, the mail, or a policy against it"
    GONE = "there is no such mailbox"
    FULL = "the mailbox is full"
    ROUTE = "the member's mail system, or the way there"
    UNCLEAR = "nobody says"


def read_status(text: str) -> str | None:
    """The enhanced code of a server's words, such as 5.1.1: at their beginning, or in brackets after a #."""
    found = _AT_THE_BEGINNING.match(text)
    if found:
        return found[0]
    bracketed = _AT_THE_END.search(text)
    return bracketed[1] if bracketed else None


def blame(status: str | None) -> Blame:
    """What a failure with this enhanced code is about."""
    if status is None:
        return Blame.UNCLEAR
    _, subject, detail = status.split(".")
    if subject in {"5", "6", "7"} or (subject, detail) in _ABOUT_THE_SENDER or status == _ACCESS_DENIED:
        return Blame.SENDER
    if subject == "1" or (subject, detail) in {("2", "1"), ("4", "4")}:  # 4.4: the domain has no mail server
        return Blame.GONE
    if (subject, detail) == ("2", "2"):
        return Blame.FULL
    return Blame.ROUTE if subject in {"3", "4"} else Blame.UNCLEAR


def is_about_the_sender(status: str | None, words: str) -> bool:
    """Whether a failure is about us: by its code, or, where that says nothing, by the words beside it."""
    if status is not None and not status.endswith(".0.0"):
        return blame(status) is Blame.SENDER
    return bool(_WORDS_ABOUT_THE_SENDER.search(words)) and not _WORDS_ABOUT_THE_MAILBOX.search(words)
