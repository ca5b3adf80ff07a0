"""What every way to hand over a mail must offer: one mail to one address, with a fence before it counts."""

from collections.abc import Callable
from typing import Protocol

from flows.newsroom.errors import DeliveryError
from flows.newsroom.model.postroom import Envelope
from flows.newsroom.postroom.answers import Answer


class RefusedError(DeliveryError):
    """A definite no: whoever was asked does not have the mail.

    Args:
        answer: What was answered, and to what.
        is_open: Whether the connection can carry the next mail.
    """

    def __init__(self, answer: Answer, *, is_open: bool = False) -> None:
        super().__init__(f"The mail was not taken (answer {answer.code or 'none'}). Another run tries again.")
        self.answer = answer
        self.is_open = is_open


class InDoubtError(DeliveryError):
    """The end of the mail was sent and no clear answer came: the other side may have it or not."""

    def __init__(self) -> None:
        super().__init__("The connection broke at the last moment: nobody can say whether this mail arrived. Ask.")


class FenceLostError(DeliveryError):
    """The ledger did not let the mail pass; its end was never sent, so nobody has it."""

    def __init__(self) -> None:
        super().__init__("Another run took over this copy. Nothing was sent here.")


class TooBigError(DeliveryError):
    """The server says beforehand that it takes no mail of this size; nothing was sent.

    Args:
        size: Bytes of the mail.
        limit: Bytes that the server takes.
    """

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(
            f"The mail has {size / 1e6:.1f} MB and the mail server takes {limit / 1e6:.1f} MB. "
            "Send a link to the PDF instead of the PDF itself."
        )


class Connection(Protocol):
    """An open way to whoever takes our mail. One mail at a time; it may be used for many."""

    def deliver(self, envelope: Envelope, fence: Callable[[], bool]) -> int:
        """Hand over one mail.

        Args:
            envelope: The mail.
            fence: Called once, when all but the last moment is done. Only if it says True is the mail completed.

        Returns:
            The code of the answer by which the mail was taken.

        Raises:
            RefusedError: It was not taken, for certain.
            InDoubtError: It may have been taken.
            FenceLostError: The fence said no.
            TooBigError: The server would not take it.
        """

    def close(self) -> None:
        """End the connection; from another thread, cut it off at once. Never raises."""


Connect = Callable[[], Connection]
"""Opens a connection; raises ServerAwayError (not now) or StoppedError (somebody must look)."""
