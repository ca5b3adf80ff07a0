"""One good file of each format gives one story, and so does every document within another; no server is needed."""

import datetime as dt
import json
from email.message import EmailMessage
from pathlib import Path

from flows.clean import articles_or_rejections
from flows.newsroom.model import Article, Rejection
from flows.newsroom.readers import media_types
from flows.newsroom.settings import read_settings
from flows.newsroom.sources import discover
from flows.recipe import make_recipe
from tests.newsroom.readers.office_samples import a_docx, a_paragraph, an_odt
from tests.newsroom.readers.outlook_samples import BODY, SUBJECT, a_msg
from tests.newsroom.readers.pdf_samples import Placed, a_pdf, column

LINES = (
    "Carers and social workers met in Anytown on 3 November 2026.",
    "They talked about respite care and what it needs.",
    "The play scheme opens again in the church hall in December.",
)
PROSE = " ".join(LINES)


def letter(subject: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "a@a.example", subject, "Tue, 3 Nov 2026 09:00:00 +0000"
    message.set_content(PROSE)
    return message


def write_one_of_each(folder: Path) -> None:
    page = f"<html><body><h1>Respite</h1><p>{PROSE}</p></body></html>"
    day = "<pubDate>Tue, 3 Nov 2026 09:00:00 GMT</pubDate>"
    item = f"<item><title>Respite</title>{day}<description>{PROSE}</description></item>"
    rss = f"<rss version='2.0'><channel>{item}</channel></rss>"
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Respite</title><published>2026-11-03T09:00:00Z</published>"
        f"<content>{PROSE}</content></entry></feed>"
    )
    texts = {
        **dict.fromkeys(("a.txt", "a.text"), PROSE),
        **dict.fromkeys(("a.md", "a.markdown"), f"# Respite\n\n{PROSE}"),
        **dict.fromkeys(("a.html", "a.htm", "a.xhtml"), page),
        **dict.fromkeys(("a.rss", "a.xml"), rss),
        "a.atom": atom,
        "a.json": json.dumps({"items": [{"title": "Respite", "content_text": PROSE}]}),
        "a.rtf": rf"{{\rtf1\ansi {PROSE}\par}}",
        "a.mbox": f"From a@a.example Tue Nov 3 09:00:00 2026\n{letter('Respite').as_string()}\n",
    }
    contents = {
        "a.eml": letter("Respite").as_bytes(),
        "a.msg": a_msg({SUBJECT: "Respite", BODY: PROSE}),
        "a.docx": a_docx(a_paragraph(PROSE)),
        "a.odt": an_odt(f"<text:p>{PROSE}</text:p>"),
        "a.pdf": a_pdf([Placed("Respite", size=20), *column(*LINES, top=680)]),
    }
    for name, content in {**{name: text.encode() for name, text in texts.items()}, **contents}.items():
        (folder / name).write_bytes(content)


def outcomes(forum: Path) -> list[Article | Rejection]:
    recipe = make_recipe(read_settings(forum), dt.date(2026, 11, 21))
    found = discover(recipe.seeds, media_types(), 10_000_000)
    assert found.rejections == ()
    made = [outcome for source in found.sources for outcome in articles_or_rejections(source, recipe)]
    recipe.reading_room.close()
    return made


def test_one_good_file_of_each_format_gives_one_story(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    write_one_of_each(seeds)

    made = outcomes(tmp_path)

    assert {path.suffix for path in seeds.iterdir()} == set(media_types())
    assert [one for one in made if isinstance(one, Rejection)] == []
    assert len(made) == len(media_types())
    assert all("respite care" in one.text for one in made if isinstance(one, Article))


def test_a_folder_of_messages_is_a_mailbox_and_what_is_attached_is_a_story_of_its_own(tmp_path: Path) -> None:
    inbox = tmp_path / "seeds" / "inbox"
    inbox.mkdir(parents=True)
    carrier = letter("Minutes")
    carrier.set_content("Dear all, please find attached the minutes.")
    carrier.add_attachment(PROSE.encode(), maintype="text", subtype="plain", filename="minutes.txt")
    carrier.add_attachment(b"%PDF-1.4 broken", maintype="application", subtype="pdf", filename="plan.pdf")
    for name, message in {"1.eml": letter("Respite"), "2.eml": carrier}.items():
        (inbox / name).write_bytes(message.as_bytes())

    made = outcomes(tmp_path)

    stories = [one.source.path for one in made if isinstance(one, Article)]
    left_out = {one.path: one for one in made if isinstance(one, Rejection)}
    assert stories == ["inbox/1.eml", "inbox/2.eml/minutes.txt"]
    assert set(left_out) == {"inbox/2.eml", "inbox/2.eml/plan.pdf"}
    assert left_out["inbox/2.eml"].instead == "inbox/2.eml/minutes.txt"
