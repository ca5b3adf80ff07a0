"""Who may print what. A document's own words may suggest it; only a person sets it."""

import re
from collections.abc import Iterator

from flows.newsroom.model import COPYRIGHT, TRADE_PRESS, Article, Change, Colour, Light, LightKind, Rights

_TELL_US = 'Write rights = "own", "ogl" or "press" into source.toml, for its folder or for this file alone.'
_MARKED = {
    TRADE_PRESS: "A line around the text suggests that it comes from the trade press.",
    COPYRIGHT: "A line around the text reserves its rights.",
}
_OPEN_GOVERNMENT = re.compile(r"\bOpen Government Licen[cs]e\b|\bOGL(?: ?v?[123](?:\.0)?)?\b", re.IGNORECASE)
_CROWN = re.compile(r"\bCrown copyright\b", re.IGNORECASE)
_WRITE_OGL = (
    'If that is meant of the text itself, write rights = "ogl" for its folder or for this file into source.toml.'
)


def rights_lights(article: Article) -> Iterator[Light]:
    """Amber while nobody has said who owns the text, for press and for what looks like it."""
    rights = article.source.defaults.rights
    if rights is Rights.ASK:
        yield _amber(f"Nobody has said who owns this text. {_TELL_US}")
        yield from _open_government(article)
    if rights is Rights.PRESS:
        yield _amber(
            "All rights are reserved: print who, what, when and where in our own words, with the title and a link."
        )
        return
    if article.source.defaults.has_own_rights:
        return
    for rule in _marks(article.changes):
        # Our own page may carry our own copyright line; it never says "More from" a magazine.
        if rule == TRADE_PRESS or rights is Rights.ASK:
            yield _amber(
                f"{_MARKED[rule]} It is only signposted until source.toml says of this very file whose it is: "
                'rights = "press", or "own" or "ogl" if it may be printed.'
            )


def _open_government(article: Article) -> Iterator[Light]:
    """What the document says of the licence; press that quotes Crown copyright stays press."""
    lines = (article.text, *(change.text for change in article.changes))
    if TRADE_PRESS in _marks(article.changes):
        return
    if any(map(_OPEN_GOVERNMENT.search, lines)):
        yield _amber(f"It says that it is under the Open Government Licence. {_WRITE_OGL}")
    elif any(map(_CROWN.search, lines)):
        yield _amber(f"It says “Crown copyright”, which is mostly under the Open Government Licence. {_WRITE_OGL}")


def _marks(changes: tuple[Change, ...]) -> list[str]:
    rules = {change.rule for change in changes}
    return [rule for rule in _MARKED if rule in rules]


def _amber(reason: str) -> Light:
    return Light(colour=Colour.AMBER, kind=LightKind.RIGHTS, reason=reason)
