"""Messages within messages: where the words of a forwarded or quoted one begin, and which of them is the document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.newsroom.language.terms import SET_BY_SENDER, sets_terms
from flows.newsroom.model import Block, BlockKind

FEW_WORDS = 60
"""Whoever forwards a message with fewer words of their own points to it; more are a text to be read."""

_FEW_BESIDE_A_LONG_ONE = 120  # likewise, with a greeting and a signature, where the other message has twice as many
_FEW_IN_REPLY = 25  # words: "Thanks, see you there" and the like
_HEADER = re.compile(r"\*?(From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance|Attachments):\*? ?(.*)", re.IGNORECASE)
_JOINED = re.compile(r" (?=\*?(?:Sent|Date|To|Cc|Subject):\*? \S)")  # lines that a mail program wrapped together
_WROTE = re.compile(
    r"(?:On (?P<sent>.{5,60}?\d(?: ?[ap]m)?),? (?P<sender>[A-Z][^\d<>@]{2,60}?)(?: <.*)? wrote:"
    r"|(?:On|Ar) .{6,200} (?:wrote:|ysgrifennodd\b.{0,80}:)|[A-Z][\w .’'-]{2,60} <\S+@\S+> wrote:)"
)
_MARK = re.compile(r"(?:-{2,} ?)?(?:Original|Forwarded|Begin forwarded) message(?: ?-{2,}|:)?", re.IGNORECASE)
_TAG = (  # what mail servers and lists put before it
    r"(?:\[(?:external|ext|caution|official|list|[\w-]*spam)[\w :-]{0,20}\] *|(?-i:\[[A-Z][A-Z0-9 _-]{2,30}\] *))*"
)
_FORWARDED = re.compile(rf"{_TAG}(?:(?:re|aw): *)*(?:fwd?|wg)\b", re.IGNORECASE)
_ANSWERED = re.compile(rf"{_TAG}(?:re|aw)\b", re.IGNORECASE)
_REPLIED = re.compile(
    rf"{_TAG}(?:(?:re|fwd?|aw|wg|automatic reply)(?:\[\d+\])?: *{_TAG})+|{_TAG}(?<=\] |.\])", re.IGNORECASE
)
_MOST_HEADERS = 12  # lines, with addresses that run on
_MOST_LAYERS = 20
_LONGEST_ATTRIBUTION = 300  # characters
_ANSWERS = "The earlier message that this one answers was left out."
_PASSED_ON = (
    "This is a message that somebody passed on. Their own words were left out: please look whether they set terms."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A message as its own words tell it; what they do not is None."""

    subject: str | None
    sender: str | None = None
    sent: str | None = None
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    is_inner: bool = False  # whether it was found in the words of another one


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seam:
    start: int  # of the lines that belong to neither message
    end: int
    headers: tuple[tuple[str, str], ...] = ()

    def header(self, *names: str) -> str | None:
        return next((value for name, value in self.headers if name in names and value), None)


def bare_subject(subject: str) -> str:
    """A subject without "Re:", "Fwd:" and the like."""
    return _REPLIED.sub("", subject, count=1) if _REPLIED.match(subject) else subject


def unwrap_forwarded(message: Told) -> Told:
    """The message that is worth reading, without the one it answers.

    A forwarded message is taken where those who passed it on say little; the message that an answer quotes is left
    out. Both are noted.
    """
    for _ in range(_MOST_LAYERS):
        seam = _seam(message.blocks)
        if seam is None:
            return _without_quoted_lines(message)
        own, inner = message.blocks[: seam.start], message.blocks[seam.end :]
        is_forwarded = _FORWARDED.match(message.subject or "") is not None or not own
        answers = own if is_forwarded else (*own, *_answers(inner))
        if not inner or _words(answers) >= (_few_beside(inner) if is_forwarded else _FEW_IN_REPLY):
            return _kept(message, seam, is_forwarded=is_forwarded)
        message = _inner(message, seam)
    return message


def _kept(message: Told, seam: _Seam, *, is_forwarded: bool) -> Told:
    """A message whose own words are the document."""
    if is_forwarded:
        return _noted(message, "The message passes on another one, and both were kept: please cut what is not needed.")
    own, inner = message.blocks[: seam.start], message.blocks[seam.end :]
    return _noted(replace(message, blocks=(*own, *_answers(inner))), _ANSWERS)


def _without_quoted_lines(message: Told) -> Told:
    """An answer without the lines that it quotes where it does not say whose they are."""
    own = tuple(block for block in message.blocks if block.kind is not BlockKind.QUOTATION)
    is_answer = not message.is_inner and _ANSWERED.match(message.subject or "") is not None
    if not is_answer or len(own) == len(message.blocks) or _words(own) < _FEW_IN_REPLY:
        return message
    return _noted(replace(message, blocks=own), _ANSWERS)


def _inner(message: Told, seam: _Seam) -> Told:
    blocks = message.blocks[seam.end :]
    if _is_quoted(blocks):
        blocks = tuple(replace(b, kind=BlockKind.PARAGRAPH) if b.kind is BlockKind.QUOTATION else b for b in blocks)
    has_terms = any(sets_terms(block.text) for block in message.blocks[: seam.start])
    own_notes = (*((_PASSED_ON,) if seam.start else ()), *((SET_BY_SENDER,) if has_terms else ()))
    return Told(
        subject=seam.header("subject") or message.subject,
        sender=seam.header("from"),
        sent=seam.header("sent", "date"),
        blocks=blocks,
        notes=tuple(dict.fromkeys((*message.notes, *own_notes))),
        is_inner=True,
    )


def _noted(message: Told, note: str) -> Told:
    return replace(message, notes=(*message.notes, note))


def _seam(blocks: Sequence[Block]) -> _Seam | None:
    """Where the first message within the words of another one begins."""
    for index in range(len(blocks)):
        if seam := _wrote_seam(blocks, index):
            return seam
        if seam := _header_seam(blocks, index):
            return seam
    return None


def _wrote_seam(blocks: Sequence[Block], index: int) -> _Seam | None:
    """A line such as "On Monday Jane Smith wrote:", which may be broken once."""
    for end in (index + 1, index + 2):
        match = _WROTE.fullmatch(" ".join(block.text for block in blocks[index:end])[:_LONGEST_ATTRIBUTION])
        if match:
            headers = (("from", match["sender"]), ("date", match["sent"])) if match["sender"] else ()
            return _Seam(start=index, end=end, headers=headers)
    return None


def _header_seam(blocks: Sequence[Block], index: int) -> _Seam | None:
    found: list[tuple[str, str]] = []
    end = index
    for place in range(index, min(index + _MOST_HEADERS, len(blocks))):
        headers = [match for part in _JOINED.split(blocks[place].text) if (match := _HEADER.fullmatch(part))]
        names = {name for name, _ in found}
        if any(match[1].lower() in names for match in headers):
            break  # the head of the next message
        if headers and _HEADER.match(blocks[place].text):
            found += [(match[1].lower(), match[2].strip(" *")) for match in headers]
            end = place + 1
        elif place >= end + 1 or place == index:  # one line may be the rest of the addresses above it
            break
    names = {name for name, _ in found}
    if not ({"from", "subject"} <= names and names & {"sent", "date"}):
        return None
    start = index - 1 if index and _MARK.fullmatch(blocks[index - 1].text) else index
    return _Seam(start=start, end=end, headers=tuple(found))


def _is_quoted(blocks: Sequence[Block]) -> bool:
    return bool(blocks) and blocks[0].kind is BlockKind.QUOTATION


def _answers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """What is said between and below the quoted lines of an earlier message; nothing where it is not marked."""
    if not _is_quoted(blocks):
        return ()
    return tuple(block for block in blocks if block.kind is not BlockKind.QUOTATION)


def _few_beside(inner: Sequence[Block]) -> int:
    """How many words of their own whoever forwards `inner` may say and still only point to it."""
    return max(FEW_WORDS, min(_FEW_BESIDE_A_LONG_ONE, _words(inner) // 2))


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)
