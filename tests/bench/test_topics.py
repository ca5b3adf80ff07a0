"""The public sets for subjects are read as they are passed around."""

import json
from pathlib import Path

from flows.newsroom.categorisers.keywords import Keywords
from tests.bench.topics import AREAS, BBC, GOV_UK, Gold, read_ag, read_bbc, read_gov_uk, share, spread


def test_bbc_is_a_folder_a_class_with_the_title_on_the_first_line(tmp_path: Path) -> None:
    (tmp_path / "sport").mkdir()
    (tmp_path / "sport" / "001.txt").write_text("Cup final\n\nThe team won the match.\n\nThe coach cheered.\n")

    assert list(read_bbc(tmp_path)) == [
        Gold(title="Cup final", text="The team won the match.\nThe coach cheered.", key="sport")
    ]


def test_ag_news_is_a_table_of_class_title_and_text(tmp_path: Path) -> None:
    (tmp_path / "test.csv").write_text('"3","Oil up","Shares grew."\n')

    assert list(read_ag(tmp_path / "test.csv")) == [Gold(title="Oil up", text="Shares grew.", key="business")]


def test_a_page_of_gov_uk_belongs_to_the_area_it_hangs_in(tmp_path: Path) -> None:
    def page(title: str, *parents: str) -> dict[str, object]:
        links = {"parent": [{"title": "Area", "base_path": parent} for parent in parents]}
        return {"title": title, "details": {"body": f"## Overview\n\n{title} for [you](/x)."}, "links": links}

    pages = [
        page("Bursary", "/browse/education/find-course"),
        page("Sick pay", "/browse/working/time-off", "/browse/benefits/help"),
        page("Passport", "/browse/abroad/passports"),
        page("Nowhere"),
        {"title": "Empty", "details": {"body": None}, "links": {}},
    ]
    (tmp_path / "pages.json").write_text(json.dumps(pages))

    assert list(read_gov_uk(tmp_path / "pages.json")) == [
        Gold(title="Bursary", text="Overview\nBursary for you.", key="education"),
        Gold(title="Sick pay", text="Overview\nSick pay for you.", key="work"),
    ]


def test_every_class_of_gov_uk_has_its_areas() -> None:
    assert set(AREAS.values()) == {category.key for category in GOV_UK.categories}


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
