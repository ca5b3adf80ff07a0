"""The public sets of sentences are read as they are passed around."""

from pathlib import Path

import pytest
from rich.table import Table

from tests.bench.public import VARIABLE
from tests.bench.sentences import f1, public_tables, read_conllu, read_lines, splitters

CONLLU = """\
# newdoc id = a
# newpar = heading (1 s)
# sent_id = a-1
# text = Respite
1\tRespite\t_

# newpar = p (2 s)
# sent_id = a-2
# text = Dr. Ann Lee spoke.
1\tDr.\t_

# sent_id = a-3
# text = Carers came.
1\tCarers\t_
"""


def test_a_treebank_is_read_by_paragraphs_of_two_sentences_or_more(tmp_path: Path) -> None:
    (tmp_path / "en_gum-ud-test.conllu").write_text(CONLLU)
    (tmp_path / "en_gum-ud-train.conllu").write_text(CONLLU)

    assert list(read_conllu(tmp_path)) == [("Dr. Ann Lee spoke.", "Carers came.")]


def test_an_article_has_a_sentence_a_line(tmp_path: Path) -> None:
    (tmp_path / "tech").mkdir()
    (tmp_path / "tech" / "001.txt").write_text("Dr. Ann Lee spoke.\n\nCarers came.\n")

    assert list(read_lines(tmp_path)) == [("Dr. Ann Lee spoke.", "Carers came.")]


def test_an_end_too_many_costs_and_the_last_one_does_not_count() -> None:
    gold = [("Dr. Ann Lee spoke.", "Carers came.")]

    assert f1(splitters()["ours"], gold) == 1.0
    assert f1(splitters()["a stop before a capital"], gold) == pytest.approx(2 / 3)


def test_each_set_has_a_table_and_what_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "UD_English-GUM").mkdir()
    (tmp_path / "UD_English-GUM" / "en_gum-ud-dev.conllu").write_text(CONLLU)
    monkeypatch.setenv(VARIABLE, str(tmp_path))

    bbc, gum, ewt = public_tables()

    assert isinstance(gum, Table)
    assert gum.row_count == len(splitters())
    assert all("skipped: no data" in str(one) for one in (bbc, ewt))
