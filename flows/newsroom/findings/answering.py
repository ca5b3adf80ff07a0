"""Of a consultation: who asks, and where the answer goes. What the document does not say plainly is not found."""

import re
from collections.abc import Iterator, Sequence

from flows.newsroom.model import Article, Sentence

_ASKING = (
    r"(?: \([A-Z]{2,8}\))?(?:,? (?:is|are|has|have|will|also|now|today|currently|be|just))* "
    r"(?:consult(?:s|ing|ed)?\b"
    r"|ask(?:s|ing|ed)? (?:for (?:your |people’s )?(?:views|feedback|comments)|people|residents|carers|members|you)\b"
    r"|invit(?:es?|ing|ed) (?:\w+ ){0,4}(?:views|comments|responses|feedback|to (?:respond|comment))\b"
    r"|(?:wants?|would like|seeks?|is seeking) (?:\w+ ){0,4}(?:views|feedback|comments)\b"
    r"|(?:launch(?:es|ed)?|open(?:s|ed)?|publish(?:es|ed)?|run(?:s|ning)?|start(?:s|ed)?) "
    r"(?:\w+ ){0,4}(?:consultation|survey|call for (?:evidence|views)|questionnaire)\b)"
)
_BY = r"\b(?:consultation|survey|questionnaire|call for (?:evidence|views)) (?:by|from) (?:the )?"
_ANSWERING = re.compile(
    r"\b(?:have your say|take part|(?:give|send|tell|share|submit) (?:us )?(?:your|their) "
    r"(?:views|answers?|comments|response|feedback)|tell us|respond|responses?|repl(?:y|ies)|answers?|comments?"
    r"|complete|fill (?:it )?in"
    r"|(?:survey|questionnaire|form|consultation) (?:can be|is|are) (?:found|online|at|here))\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:press|media) (?:office|enquir)|\bcomplain|\bhelp|\bunsubscribe|\bfurther information\b", re.IGNORECASE
)
_ADDRESSES = (
    re.compile(r"https?://[^\s<>\"”’)]+|\bwww\.[^\s<>\"”’)]+"),
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<![\d£])0\d[\d ]{8,}\d"),
)


def who_asks(sentences: Sequence[Sentence], organisations: Sequence[str]) -> str | None:
    """The one body of which the document says that it consults; None: it says so of none, or of several."""
    texts = [sentence.text for sentence in sentences]
    asking = [name for name in organisations if any(_asks(name, text) for text in texts)]
    return asking[0] if len(asking) == 1 else None


def _asks(name: str, text: str) -> bool:
    quoted = re.escape(name)
    return re.search(rf"\b{quoted}{_ASKING}|(?i:{_BY}){quoted}\b", text) is not None


def where_to_answer(article: Article) -> str | None:
    """The page, the mailbox or the telephone that a sentence about answering gives, as written."""
    return next(_addresses(article), None)


def _addresses(article: Article) -> Iterator[str]:
    for sentence in article.sentences:
        said = _ANSWERING.search(sentence.text)
        if said is None or _OTHER.search(sentence.text):
            continue
        links = article.blocks[sentence.block].links
        yield from (
            link.address
            for link in links
            if link.text and link.text in sentence.text and link.address.startswith("http")
        )
        for form in _ADDRESSES:
            yield from (found.group().rstrip(".,;:!?") for found in form.finditer(sentence.text))
