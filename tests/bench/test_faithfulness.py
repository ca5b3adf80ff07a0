"""The public sets of true and false summaries are read as they are passed around."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from tests.bench.faithfulness import Case, is_accused, public_sets, read_qags, read_summedits, show
from tests.bench.public import VARIABLE

TEXT = "The centre opened on Friday. Around 140 people came."
EDITED = [
    {"id": "1", "doc": TEXT, "summary": "About 140 people came.", "label": 1, "edit_types": []},
    {"id": "2", "doc": TEXT, "summary": "About 240 people came.", "label": 0, "edit_types": ["entity_modification"]},
]


def test_an_edited_summary_is_true_if_its_label_says_so(tmp_path: Path) -> None:
    (tmp_path / "summedits_news.json").write_text(json.dumps(EDITED))

    true, false = read_summedits(tmp_path / "summedits_news.json")

    assert (true.is_true, false.is_true) == (True, False)
    assert (is_accused(true), is_accused(false)) == (False, True)


def test_a_judged_sentence_is_true_if_most_people_said_so(tmp_path: Path) -> None:
    answers = [{"worker_id": number, "response": said} for number, said in enumerate(("yes", "no", "yes"))]
    line = {"article": TEXT, "summary_sentences": [{"sentence": "140 came.", "responses": answers}]}
    (tmp_path / "mturk_xsum.jsonl").write_text(json.dumps(line) + "\n")

    assert list(read_qags(tmp_path / "mturk_xsum.jsonl")) == [Case(text=TEXT, written="140 came.", is_true=True)]


def test_what_is_there_is_measured_and_what_is_not_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "factualNLG" / "data" / "summedits"
    folder.mkdir(parents=True)
    (folder / "summedits_news.json").write_text(json.dumps(EDITED))
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    screen = Console(width=140, record=True, file=io.StringIO())

    show(screen)

    assert [name for name, cases in public_sets() if isinstance(cases, str)] == ["QAGS cnndm", "QAGS xsum"]
    assert "1.000" in screen.export_text()
