"""What came of the mail in the letterbox, in plain words for the coordinator's screen: it names members."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from flows.newsroom.model.postroom import SuppressionReason
from flows.newsroom.postroom.returns import Closing, Effect, Happening

NameOf = Callable[[str], str]
"""What the member of an id is called on the screen."""

_TOLD = {
    Effect.LEFT: "Left the list",
    Effect.LEFT_BY_SENDER: "Left the list, known only by the address they wrote from (if it was not them, "
    "`standfirst members back` brings them back)",
    Effect.COMPLAINED: "Marked the newsletter as unwanted, and get nothing more",
    Effect.SOFT: "Came back this time, and the next issue is tried",
}
_CLOSED = {
    SuppressionReason.HARD_BOUNCE: "Get nothing more: the address does not exist. Ask them for a new one",
    SuppressionReason.SOFT_BOUNCES: "Get nothing more: three issues came back. Ask them what is wrong",
}


def tell(happenings: Sequence[Happening], closings: Sequence[Closing], name_of: NameOf) -> Iterator[str]:
    """A line for everything that was done, and for what is left to a person.

    Args:
        happenings: What each mail led to.
        closings: Who gets nothing more because copies came back.
        name_of: The name of a member.
    """
    if count := len(happenings):
        yield f"{count} new {'mail' if count == 1 else 'mails'} in the letterbox."
    closed = {one.member for one in closings}
    for effect, words in _TOLD.items():
        members = {one.member for one in happenings if one.effect is effect and one.member} - closed
        yield from _line(words, members, name_of)
    for reason, words in _CLOSED.items():
        yield from _line(words, {one.member for one in closings if one.reason is reason}, name_of)
    yield from _ours([one for one in happenings if one.effect is Effect.OURS])
    yield from _left_to_a_person(Counter(one.effect for one in happenings))
    yield from _silent(happenings)


def tell_of_too_many(closings: Sequence[Closing], audience: int, name_of: NameOf) -> Iterator[str]:
    """Why nobody was left out although the copies of many came back."""
    yield (
        f"Copies of {len(closings)} of {audience} members are said to be undeliverable for good. A mail server in "
        "trouble says so too, so nobody was taken off. If it is right, type: standfirst collect --sure"
    )
    yield from _line("It is said of", {one.member for one in closings}, name_of)


def _line(words: str, members: Iterable[str], name_of: NameOf) -> Iterator[str]:
    names = sorted({name_of(member) for member in members})
    if names:
        yield f"{words}: {', '.join(names)}."


def _ours(happenings: Sequence[Happening]) -> Iterator[str]:
    if happenings:
        codes = ", ".join(sorted({one.status for one in happenings if one.status}))
        yield (
            f"{_copies(len(happenings))} refused because of us or of the mail itself ({codes}), and nobody was taken "
            "off. Show this line to whoever looks after the mail account."
        )


def _left_to_a_person(counts: Counter[Effect]) -> Iterator[str]:
    if wishes := counts[Effect.UNKNOWN_WISH]:
        mails = "1 mail asks" if wishes == 1 else f"{wishes} mails ask"
        yield f"{mails} to leave the list, and nobody can tell who: look into the letterbox for “unsubscribe”."
    if reports := counts[Effect.UNKNOWN_COPY]:
        yield f"{reports} {'report is' if reports == 1 else 'reports are'} about no mail of ours. Nothing was done."


def _silent(happenings: Sequence[Happening]) -> Iterator[str]:
    counts = Counter(one.silent for one in happenings if one.silent)
    if counts:
        told = "; ".join(f"{silent}: {counts[silent]}" for silent in sorted(counts))
        yield f"Nothing to do about {told}."


def _copies(count: int) -> str:
    return "1 copy was" if count == 1 else f"{count} copies were"
