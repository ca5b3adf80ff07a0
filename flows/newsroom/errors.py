"""Everything that the newsroom raises on purpose.

NewsletterError
├── SettingsError                the run cannot start: newsletter.toml or a plug-in's name
├── MachineError                 the run cannot start: this computer lacks something
├── ModelUnavailableError        the embedding model cannot be used: keywords do its work, and the report says so
├── DocumentError                one document is turned away, the issue goes on
│   ├── UnreadableDocumentError  no reader could turn its bytes into text
│   ├── RefusedDocumentError     it is built to harm, or too large to be a document
│   ├── EmptyDocumentError       it was read, and holds nothing that a story could be made of
│   └── FetchError               an address gave no document
│       └── ServerDownError      not now: another day it may
├── IssueError                   the issue cannot be made, nothing is sent
├── StoreError                   what must not be lost cannot be read or written
├── MemberError                  the member list is left as it was
└── DeliveryError                the mail did not go out, or not all of it
    ├── InterlockError           nothing may be sent; every reason at once
    ├── ServerAwayError          not now: the mail server cannot be reached or asks everybody to wait
    └── StoppedError             nobody else is tried until somebody has looked

A message names the thing, the cause and the remedy, in words for a person who is no developer.
It never quotes a document: messages end in reports and logs.
"""


class NewsletterError(Exception):
    """Base of every error that the newsroom raises on purpose."""


class SettingsError(NewsletterError):
    """The settings name something that does not exist or cannot be built."""


class MachineError(NewsletterError):
    """This computer lacks a library, a font or a folder that the work needs."""


class ModelUnavailableError(NewsletterError):
    """The embedding model is not there or not the one that was measured; what can do without it, does."""


class DocumentError(NewsletterError):
    """One document cannot become a story; the issue goes on without it."""


class UnreadableDocumentError(DocumentError):
    """No reader could turn the document's bytes into text."""


class RefusedDocumentError(DocumentError):
    """The document is built to harm a reader, or far larger than a document is."""


class EmptyDocumentError(DocumentError):
    """The document was read, but nothing in it could become a story."""


class FetchError(DocumentError):
    """An address in the reading list gave no document."""


class ServerDownError(FetchError):
    """The server behind an address does not answer, or is in trouble; the copy of an earlier day may serve."""

    def __init__(self, reason: str, *, is_worth_another_try: bool = True) -> None:
        super().__init__(reason)
        self.is_worth_another_try = is_worth_another_try


class IssueError(NewsletterError):
    """The issue as a whole cannot be made; nothing may be sent."""


class StoreError(NewsletterError):
    """What the newsroom must not lose (newsroom.db in the state folder) cannot be read or written."""


class MemberError(NewsletterError):
    """Something asked of the member list cannot be done; the list is as it was."""


class DeliveryError(NewsletterError):
    """The mail did not go out, or not all of it; the ledger knows who has it."""


class InterlockError(DeliveryError):
    """Nothing may be sent as things stand; the message holds every reason."""


class ServerAwayError(DeliveryError):
    """Not now: the mail server cannot be reached or asks everybody to wait. Another run goes on where this ended."""


class StoppedError(DeliveryError):
    """The fault is ours or the server refuses us: nobody else is tried until somebody has looked."""
