"""What a person writes for an issue: `hello.md`, `question.md`, `voices.toml` among the seeds. They are no documents.

Paragraphs stand between empty lines. Nothing is written for the editor who writes nothing.
"""

import datetime as dt
import re
from pathlib import Path

from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Editorial
from flows.newsroom.quoted import VOICES_FILE, read_voices

HELLO_FILE, QUESTION_FILE = "hello.md", "question.md"
EDITORS_FILES = frozenset({HELLO_FILE, QUESTION_FILE, VOICES_FILE})
MOST_WORDS_OF_HELLO, MOST_WORDS_OF_QUESTION = 80, 40


def read_editorial(seeds: Path, issued: dt.date) -> Editorial:
    """The editor's own words among `seeds` for the issue of a day; empty where there are none.

    Raises:
        SettingsError: One of the files is too long, holds more than one question or words that nobody agreed to yet,
            or cannot be read.
    """
    hello = _paragraphs(seeds / HELLO_FILE, MOST_WORDS_OF_HELLO)
    questions = _paragraphs(seeds / QUESTION_FILE, MOST_WORDS_OF_QUESTION)
    if len(questions) > 1:
        raise SettingsError(f"{QUESTION_FILE} among the seeds holds {len(questions)} paragraphs. Keep one question.")
    voices = read_voices(_text(seeds / VOICES_FILE), issued)
    return Editorial(hello=hello, question=questions[0] if questions else None, voices=voices)


def notes_on(editorial: Editorial) -> tuple[str, ...]:
    """What the coordinator should look at: words of the last issue stay among the seeds until somebody changes them."""
    printed = ((HELLO_FILE, editorial.hello), (QUESTION_FILE, editorial.question), (VOICES_FILE, editorial.voices))
    return tuple(f"{name} is printed. Is it meant for this issue?" for name, words in printed if words)


def _paragraphs(file: Path, most_words: int) -> tuple[str, ...]:
    paragraphs = tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", _text(file)) if part.strip())
    count = sum(len(paragraph.split()) for paragraph in paragraphs)
    if count > most_words:
        raise SettingsError(f"{file.name} among the seeds has {count} words; the most is {most_words}. Shorten it.")
    return paragraphs


def _text(file: Path) -> str:
    if not file.is_file():
        return ""
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file.name} among the seeds cannot be read. Is it saved as text in UTF-8?") from error
