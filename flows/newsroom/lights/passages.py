"""What is private in one sentence, by the rules: details, who is in it and how, matters of one person."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.newsroom.language.names import FIRST_NAMES, FULL_NAME, HONORIFIC, is_personal
from flows.newsroom.language.words import WORD
from flows.newsroom.lights.accounts import is_case, is_family, is_own_account
from flows.newsroom.lights.ages import AGE, CHILD
from flows.newsroom.lights.first_names import calls_by_first_name, first_names
from flows.newsroom.lights.identity import Detail
from flows.newsroom.lights.matters import Matter, matters_in
from flows.newsroom.lights.personal_details import personal_details
from flows.newsroom.lights.reproaches import is_reproach
from flows.newsroom.lights.somebody import (
    is_about_one,
    is_failing,
    is_known_by_surname,
    is_named,
    is_the_writer,
    without_groups,
)
from flows.newsroom.model import OTHER_LANGUAGE, Article

FIRST_NAME = "A person known by the first name only"
SURNAME = "A person known by the surname or an initial only"
ACCOUNT = "A service user's or carer's own account"
OWN_WORDS = "What somebody whom the text does not name says about himself or herself"
CONDUCT = "The feelings or the conduct of one person who could be known"
CASE = "The story of somebody with whom the writer worked"
FAMILY = "The family of a person"
UNNAMED = "A person whom the text around does not name"
LIKELY = "It reads like a private matter of one person"
GOES_ON = "The passage goes on about the person in the sentences before"

_OF_ONE = frozenset({CHILD.kind, AGE.kind, FIRST_NAME, SURNAME, ACCOUNT, CASE, FAMILY})
_FULL_NAME = re.compile(FULL_NAME)
NO_WORD = re.compile(r"[\w’'.-]{60,}+")
"""What is looked through for names it takes long, and holds none."""

# Who was there is no private matter, however each is called.
_ATTENDANCE = re.compile(
    r"\W*(?:Members )?(?:Present|Attend(?:ing|ance|ees|ed)|In attendance|Apologies|Here|Not here)\b[^.:|]{0,20}\s*[:|]"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """What is private in a sentence."""

    kinds: tuple[str, ...] = ()
    grave: frozenset[str] = frozenset()  # those of them for which the story waits until a person decides
    is_about_a_person: bool = False  # so that what follows may be too


class Whom:
    """Whom an article names, and how."""

    def __init__(self, article: Article) -> None:
        self.sentences = [NO_WORD.sub(" ", sentence.text) for sentence in article.sentences]
        title = article.own_title or ""
        text = "\n".join((title, *self.sentences))
        self._full_names = frozenset(
            word for name in article.people for word in _known_words(name, text) if not _is_honorific(word)
        )
        # Whom a text calls by a first name in one language it calls so in the other.
        in_two = [change.text for change in article.changes if change.rule == OTHER_LANGUAGE]
        self._names = first_names([title, *self.sentences, *in_two], self._full_names)
        # Who stands in the title with the whole name, as in an obituary, is whom the text is for.
        self._private = self._names | (self._full_names - frozenset(WORD.findall(title)))

    def passage(self, text: str) -> Passage:
        """What is private in a text."""
        return _passage(text, self._names, self._full_names, self._private)


def _known_words(name: str, text: str) -> list[str]:
    """The words of a name that a reader of `text` can complete: of one who only signs it no more than the surname."""
    words = name.split()
    return words if name in text else words[-1:]


def _passage(text: str, names: frozenset[str], full_names: frozenset[str], private: frozenset[str]) -> Passage:
    details = tuple(personal_details(text))
    told = tuple(_told(text, names, full_names))
    said = without_groups(text) if matters_in(text) else ""
    is_of_a_name = bool(said) and (FIRST_NAME in told or is_named(said, names | full_names | FIRST_NAMES))
    matters = _matters_of_one(said, is_known=is_of_a_name) if said else ()
    kinds = (*(detail.kind for detail in details), *told, *(matter.kind for matter in matters))
    return Passage(
        kinds=tuple(dict.fromkeys(kinds)),
        grave=frozenset(_grave(details, matters if is_of_a_name and is_named(said, private) else ())),
        is_about_a_person=bool(matters) or _is_told_of_one(text, kinds),
    )


def _grave(details: Sequence[Detail], matters: Sequence[Matter]) -> Iterator[str]:
    yield from (detail.kind for detail in details if detail.grave)
    yield from (matter.kind for matter in matters if matter.grave)


def _told(text: str, names: frozenset[str], full_names: frozenset[str]) -> Iterator[str]:
    """Who is in a sentence, and how."""
    if calls_by_first_name(text, names) and not _ATTENDANCE.match(text):
        yield FIRST_NAME
    if is_known_by_surname(text, full_names):
        yield SURNAME
    if is_own_account(text):
        yield ACCOUNT
    if is_case(text):
        yield CASE
    if is_failing(text) or is_reproach(text):
        yield CONDUCT
    if is_family(text):
        yield FAMILY


def _matters_of_one(said: str, *, is_known: bool) -> tuple[Matter, ...]:
    is_of_one, is_own = is_known or is_about_one(said), is_the_writer(said)
    return tuple(one for one in matters_in(said) if one.by_itself or is_of_one or (one.own and is_own))


def _is_told_of_one(text: str, kinds: Sequence[str]) -> bool:
    """Whether what follows may go on about the same person; who speaks under a whole name speaks in public."""
    is_in_public = any(is_personal(name.group()) for name in _FULL_NAME.finditer(text))
    return any(kind in _OF_ONE and not (kind == ACCOUNT and is_in_public) for kind in kinds)


def _is_honorific(word: str) -> bool:
    return re.fullmatch(HONORIFIC, word) is not None
