"""How the drafting of an issue can end."""

from enum import StrEnum


class Outcome(StrEnum):
    """The name of the state in which Prefect keeps the end of a run that did not fail."""

    MADE = "Completed"
    MADE_WITH_SKIPS = "CompletedWithSkips"
    NOTHING_TO_DO = "NothingToDo"
    NOTHING_NEW = "NothingNew"
    ALREADY_SENT = "AlreadySent"
    SUPERSEDED = "Superseded"
