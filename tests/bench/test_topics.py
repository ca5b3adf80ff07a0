"""The public sets for subjects are read as they are passed around."""

from pathlib import Path

from flows.newsroom.categorisers.keywords import Keywords
from tests.bench.topics import BBC, Gold, read_ag, read_bbc, share, spread


def test_bbc_is_a_folder_a_class_with_the_title_on_the_first_line(tmp_path: Path) -> None:
    (tmp_path / "sport").mkdir()
    (tmp_path / "sport" / "001.txt").write_text("Cup final\n\nThe team won the match.\n\nThe coach cheered.\n")

    assert list(read_bbc(tmp_path)) == [
        Gold(title="Cup final", text="The team won the match.\nThe coach cheered.", key="sport")
    ]


def test_ag_news_is_a_table_of_class_title_and_text(tmp_path: Path) -> None:
    (tmp_path / "test.csv").write_text('"3","Oil up","Shares grew."\n')

    assert list(read_ag(tmp_path / "test.csv")) == [Gold(title="Oil up", text="Shares grew.", key="business")]


def test_a_share_counts_first_topics() -> None:
    texts = [
        Gold(title="Cup", text="The team won the match.\nThe coach cheered.", key="sport"),
        Gold(title="Cup", text="The team won the match.\nThe coach cheered.", key="business"),
    ]

    assert share(Keywords(), texts, BBC) == 0.5


def test_a_large_set_is_thinned_out_evenly() -> None:
    texts = [Gold(title=str(number), text="", key="sport") for number in range(2_000)]

    thinned = spread(texts)

    assert len(thinned) == 800
    assert [one.title for one in thinned[:3]] == ["0", "2", "4"]
