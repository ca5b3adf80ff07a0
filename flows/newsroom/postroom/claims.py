"""The right to try one copy once, and the longest wait between two tries."""

from dataclasses import dataclass

LONGEST_WAIT_SECONDS = 7200.0
"""No copy waits longer for its next try; a later time was written by a clock that ran ahead, and is not believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The right to try one copy once. `attempts` counts this try; `first_at` is when the first one was."""

    mailing: str
    member: str
    number: int
    at: float
    attempts: int
    first_at: float
