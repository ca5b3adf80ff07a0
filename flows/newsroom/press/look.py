"""A forum's own colours and type, as rules that come after a stylesheet of ours."""

from collections.abc import Iterator

from markupsafe import Markup

from flows.newsroom.model import Look

# What each colour paints in a mail; its stylesheet's variables are resolved before it is sent, and know no dark.
_IN_A_MAIL = {"brand": "h1, h2.lead", "public": "h2.public", "practice": "h2.practice", "people": "h2.people"}

_SANS, _SERIF = "Arial,Helvetica,sans-serif", "Georgia,'Times New Roman',serif"  # of a mail, which brings no fonts


def look_rules(look: Look) -> Markup:
    """The rules for web and paper; empty, if the forum has chosen nothing."""
    light = "".join(f"--{name}:{shade.light};" for name, shade in look.shades())
    dark = "".join(f"--{name}:{shade.dark};" for name, shade in look.shades())
    # Templates of a forum's own may know neither by its name.
    display = "" if look.has_serif_headings else "--display:var(--sans,var(--text));"
    text = "--text:var(--serif);" if look.has_serif_text else ""
    rules = f":root{{{light}{display}{text}}}" if light or display or text else ""
    return _trusted(rules + (f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}" if dark else ""))


def mail_rules(look: Look) -> Markup:
    """The rules for the HTML part of an e-mail."""
    return _trusted("".join(_mail_rules(look)))


def _mail_rules(look: Look) -> Iterator[str]:
    for name, shade in look.shades():
        where = _IN_A_MAIL[name]
        yield f"{where}{{color:{shade.light};border-top-color:{shade.light}}}"
        dark = f"color:{shade.dark} !important;border-top-color:{shade.dark} !important"
        yield f"@media (prefers-color-scheme:dark){{{where}{{{dark}}}}}"
    if not look.has_serif_headings:
        yield f"h1,h3,.strapline{{font-family:{_SANS}}}"
    if look.has_serif_text:
        yield f"body,.column,h2{{font-family:{_SERIF}}}"


def _trusted(rules: str) -> Markup:
    return Markup(rules)  # noqa: S704 - made of colours that the settings checked, and of no document's words
