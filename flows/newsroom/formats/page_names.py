"""The title of a page without the name of its site, and the people among those named as its authors."""

import re
from collections.abc import Iterable, Sequence

from flows.newsroom.language.typography import repair_line

_SEPARATOR = re.compile(r"(?:\s+([|»–—·-]|::)|\s*(?P<colon>(?<!:):(?!:)))\s+")
_SURE = frozenset({"|", "»", "::"})  # nobody writes them within a title
_LEAST_WORDS = 2
_MOST_CHARACTERS = 400
_OF_A_PROGRAM = re.compile(  # what word processors call a file that nobody gave a title
    r"microsoft (?:word|powerpoint|excel|outlook)\b|untitled\b|document ?\d*$|new (?:page|document)$|slide \d+$"
    r"|.*\.(?:docx?|pdf|pptx?|odt|rtf|indd|html?)$",
    re.IGNORECASE,
)
_CUT_OFF = ("…", "...", ",")

_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][^\d@/:|<>]{2,58}")
_MOST_NAME_WORDS = 6
_NOT_A_PERSON = re.compile(
    r"admin(?:istrator)?|editor(?:ial)?(?: team)?|staff|webmaster|guest|user|anonymous|(?:super)?root|"
    r"(?:the )?(?:news|communications?|comms|press|web|media|marketing|digital)"
    r"(?: (?:and|&) \w+)?(?: ?(?:team|desk|room|office|officer|department))?",
    re.IGNORECASE,
)


def title_of_page(candidates: Iterable[str], sites: Iterable[str]) -> str | None:
    """The first of several titles that is whole, without the name of the site.

    Args:
        candidates: What might be the title, the likeliest first.
        sites: The names of the site and of those who run it.
    """
    titles = [repair_line(candidate) for candidate in candidates if len(candidate) <= _MOST_CHARACTERS]
    known = {_key(site) for site in sites}
    whole = [title for title in (_without_site(title, titles, known) for title in titles) if _is_whole(title)]
    return next((title for title in whole if _key(title) not in known), whole[0] if whole else None)


def people_among(names: Iterable[str], organisations: Iterable[str]) -> tuple[str, ...]:
    """The names that are people's, each once; a team, an account or an organisation signs nothing."""
    known = {_key(organisation) for organisation in organisations}
    repaired = (_BY.sub("", repair_line(name), count=1) for name in names)
    return tuple(dict.fromkeys(name for name in repaired if _is_person(name) and _key(name) not in known))


def in_one_line(names: Sequence[str]) -> str | None:
    """Names as a byline prints them: "Ann Lee, Ben Fox and Cy Day"."""
    if len(names) > 1:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return names[0] if names else None


def _without_site(title: str, titles: Sequence[str], sites: set[str]) -> str:
    for match in _SEPARATOR.finditer(title):
        head, tail = title[: match.start()], title[match.end() :]
        if match["colon"]:  # it stands within many titles, so nothing but the site's own name goes with it
            if _key(head) in sites and tail:
                return tail
            continue
        if _key(head) in sites:
            return _without_site(tail, titles, sites)
        # A dash may belong to the title, so it takes a second sign that the site's name follows.
        if match[1] in _SURE or head in titles or _key(tail) in sites:
            return head
    return title


def _is_whole(title: str) -> bool:
    if _OF_A_PROGRAM.match(title):
        return False
    return len(title.split()) >= _LEAST_WORDS and not title.endswith(_CUT_OFF)


def _is_person(name: str) -> bool:
    is_name = _NAME.fullmatch(name) and len(name.split()) <= _MOST_NAME_WORDS
    return bool(is_name) and not _NOT_A_PERSON.fullmatch(name)


def _key(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
