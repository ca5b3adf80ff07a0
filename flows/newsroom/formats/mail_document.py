"""From a message taken apart to the document that is worth reading in it."""

import re

from flows.newsroom.errors import EmptyDocumentError
from flows.newsroom.formats.charset import decode
from flows.newsroom.formats.forwarding import FEW_WORDS, Told, bare_subject, unwrap_forwarded
from flows.newsroom.formats.guard import check_text, guard_markup
from flows.newsroom.formats.letter_names import body_of_sender, name_of_sender
from flows.newsroom.formats.letters import Letter, Part, safe_name, with_names_apart
from flows.newsroom.formats.lines import blocks_from_lines
from flows.newsroom.formats.mail_text import plain_text
from flows.newsroom.formats.outer_marks import marks_among
from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Block, Confidence, DateBasis, Dated, Enclosure, RawDocument, Source

_SIGNATURES = ".gmail_signature, .moz-signature, #Signature, #ms-outlook-mobile-signature"
_AUTOMATIC = re.compile(
    r"(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|undeliverable|undelivered mail"
    r"|delivery status notification|mail delivery failed|read: )\b",
    re.IGNORECASE,
)
_MONTH = re.compile("[A-Za-z]{3}")
_ADDRESS = re.compile(r"\s*[<\[(].*")
_UNDATED = Dated()


def document_of(source: Source, letter: Letter) -> RawDocument:
    """The message that is worth reading, with what hangs on it.

    Where a message says little and carries another one whole, that one is the document. A message without words of
    its own that carries files has no blocks.

    Raises:
        DocumentError: It has neither text nor attachments, or is built to harm.
    """
    if letter.subject and _AUTOMATIC.match(letter.subject):
        raise EmptyDocumentError("It is an automatic reply. Ask its sender to write, if there is something to tell.")
    told = _told(letter)
    marks = (*letter.marks, *marks_among((letter.subject or "",)))
    beside: tuple[Enclosure, ...] = ()
    while letter.enclosed and sum(len(block.text.split()) for block in told.blocks) < FEW_WORDS:
        beside = (*beside, *letter.attachments, *map(_enclosure, letter.enclosed[1:]))
        told = _told(letter.enclosed[0], passed_on=bool(letter.bodies))
        letter = letter.enclosed[0]
    told = unwrap_forwarded(told)
    enclosed = with_names_apart((*beside, *letter.attachments, *map(_enclosure, letter.enclosed)))
    if not told.blocks and not enclosed:
        raise EmptyDocumentError(
            "The message holds no text that can be read. If it is encrypted, open it in the mail program and save the "
            "text, or the file that it carries."
        )
    return RawDocument(
        source=source,
        title=bare_subject(told.subject) or None if told.subject else None,
        author=_author(_ADDRESS.sub("", told.sender)) if told.sender else None,
        published=_sent(told.sent) if told.is_inner else _dated(letter),
        blocks=told.blocks,
        notes=tuple(dict.fromkeys((*marks, *told.notes))),
        enclosed=enclosed,
    )


def _author(sender: str) -> str | None:
    return name_of_sender(sender) or body_of_sender(sender)


def _enclosure(letter: Letter) -> Enclosure:
    name = safe_name(f"{bare_subject(letter.subject or '') or 'message'}.eml")
    return Enclosure(name=name, media_type="message/rfc822", content=letter.content)


def _told(letter: Letter, *, passed_on: bool = False) -> Told:
    notes = ("This message came within another one, whose own words were left out.",) if passed_on else ()
    for body in letter.bodies:
        blocks, body_notes = _read(body)
        if blocks:
            return Told(subject=letter.subject, sender=letter.sender, blocks=blocks, notes=(*notes, *body_notes))
    return Told(subject=letter.subject, sender=letter.sender, blocks=(), notes=notes)


def _read(body: Part) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    decoded = decode(body.content, body.charset)
    if not body.is_markup:
        check_text(decoded.text)
        return blocks_from_lines(plain_text(decoded.text, is_flowed=body.is_flowed)), decoded.notes
    from flows.newsroom.formats.markup import blocks_from_markup

    guarded = guard_markup(decoded.text)
    markup, notes = _seen(guarded.markup)
    return blocks_from_markup(markup), (*decoded.notes, *guarded.notes, *notes)


def _seen(markup: str) -> tuple[str, tuple[str, ...]]:
    """Markup without what is hidden, and without signatures where the mail program marks them; what was noted of it."""
    from bs4 import BeautifulSoup

    from flows.newsroom.formats.visible import visible_markup

    if not markup.strip():
        return "", ()
    seen, notes = visible_markup(markup)
    soup = BeautifulSoup(seen, "lxml")
    for signature in soup.select(_SIGNATURES):
        signature.decompose()
    return str(soup), notes


def _dated(letter: Letter) -> Dated:
    if letter.day is None:
        return _UNDATED
    return Dated(
        date=letter.day,
        basis=DateBasis.STATED,
        confidence=Confidence.HIGH,
        evidence=(f"{in_words(letter.day)} is the date of the e-mail.",),
    )


def _sent(words: str | None) -> Dated:
    """The day that the lines above a forwarded message state."""
    from flows.newsroom.formats.days import stated_day

    day = stated_day(words) if words else None
    if words is None or day is None:
        return _UNDATED
    return Dated(
        date=day,
        basis=DateBasis.STATED,
        confidence=Confidence.HIGH if _MONTH.search(words) else Confidence.MEDIUM,  # 3/5/2024 may be the 5th of March
        words=words,
        evidence=(f"{in_words(day)} is the date of the e-mail that was passed on.",),
    )
