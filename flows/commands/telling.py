"""Words that several commands of the postroom say."""

from collections.abc import Iterable

from flows.assessing import Tally
from flows.newsroom.model.postroom import Counts


def tell_tally(tally: Tally) -> str:
    """Whom an issue would reach: "47 by e-mail, 3 on paper, 2 have left, 1 bounced last time"."""
    return (
        f"{tally.by_mail} by e-mail, {tally.on_paper} on paper, {tally.have_left} opted out, "
        f"{tally.bounced_last_time} bounced last time"
    )


def tell_counts(counts: Counts) -> str:
    """How far a mailing is: "31 of 47 have it, 15 wait, 1 in doubt"."""
    rest = ((counts.waiting, "wait"), (counts.in_doubt, "in doubt"), (counts.failed, "not deliverable"))
    return ", ".join((f"{counts.sent} of {counts.all} have it", *(f"{n} {words}" for n, words in rest if n)))


def tell_reasons(title: str, reasons: Iterable[str]) -> str:
    """Several reasons under a title, one a line."""
    return "\n".join((title, *(f"- {reason}" for reason in reasons)))
