"""The measurements of summaries: the score itself, the peers' terms, and public data in the form it is published in."""

import json
from pathlib import Path

import pytest
from rich.table import Table

from tests.bench.public import VARIABLE
from tests.bench.rouge import rouge
from tests.bench.summaries import an_article, public_tables, summarisers

TEXT = "\n".join(
    f"On day {day} some {day + 40} carers met the minister in hall {day} and spoke of breaks." for day in range(1, 21)
)


def test_the_same_summary_scores_one_and_another_nothing() -> None:
    assert rouge(["Carers met the minister."], ["Carer met the Minister"]) == (1, 1, 1)
    assert rouge(["Carers met."], ["Nobody came"]) == (0, 0, 0)
    assert rouge([], ["Nobody came"]) == (0, 0, 0)


def test_order_counts_for_pairs_and_for_the_longest_run_only() -> None:
    one, two, longest = rouge(["a b c d"], ["d c b a"])

    assert one == 1
    assert two == 0
    assert longest == pytest.approx(0.25)


def test_a_sentence_may_be_told_in_two() -> None:
    assert rouge(["carers met", "a minister"], ["carers met a minister"])[2] == 1


@pytest.mark.parametrize("name", sorted(summarisers()))
def test_all_keep_to_the_same_length(name: str) -> None:
    made = summarisers()[name](an_article(TEXT), 60)

    assert sum(len(text.split()) for text in made) <= 75
    assert made or name.startswith("sum")


def test_the_public_sets_are_read_from_the_folder_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("model_hosting_e2e_decoder/data", "nlp_task1", "UKGovWebsiteContentScraper/data"):
        (tmp_path / name).mkdir(parents=True)
    quoted = f'"{TEXT}"'
    cnn = f"id,article,highlights\n1,{quoted},Carers met.\n2,{quoted},They met.\n"
    (tmp_path / "model_hosting_e2e_decoder/data/cnn_dailymail_test.csv").write_text(cnn)
    rows = "".join(f"Carers met.,{quoted}\n" for _ in range(121))
    (tmp_path / "nlp_task1/news_summary.csv").write_text(f"text,ctext\n{rows}")
    pages = [{"title": "Carers", "details": {"body": TEXT}, "description": "Carers met."}] * 152
    (tmp_path / "UKGovWebsiteContentScraper/data/gov_pages_with_body_content.json").write_text(json.dumps(pages))
    monkeypatch.setenv(VARIABLE, str(tmp_path))

    tables = list(public_tables())

    assert [isinstance(table, Table) and table.row_count >= 3 for table in tables] == [True] * 3
    assert [str(table.title).rpartition("(")[2] for table in tables if isinstance(table, Table)] == [
        "1 texts)",
        "1 texts)",
        "76 texts)",
    ]


def test_what_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)

    assert all("skipped: no data" in str(line) for line in public_tables())
