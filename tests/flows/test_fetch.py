"""Pages and feeds of the reading list come into the issue, or are named with the reason; Prefect hears of none."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

from flows.newsletter import newsletter
from tests.local_web import LocalWeb, local_web

DAY = dt.date(2026, 11, 21)
PROSE = "<p>Carers and social workers met in Anytown to talk about respite care and what it needs. {}</p>" * 6
FEED = (
    '<rss version="2.0"><channel><item><title>The play scheme opens</title><link>https://a.example/play</link>'
    "<pubDate>Mon, 16 Nov 2026 09:00:00 GMT</pubDate><description>The play scheme of the Northgate forum opens again "
    "in the church hall on 1 December 2026, and 26 children have a place.</description></item></channel></rss>"
)

pytestmark = pytest.mark.usefixtures("prefect_server")


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    """A server of its own."""
    with local_web() as served:
        yield served


def draft(forum: Path, web: LocalWeb, *, fetch: bool = True) -> dict[str, Any]:
    """Draft the issue; returns its record and the report as text."""
    settings = f'[links]\nfetch = {str(fetch).lower()}\ntrusted_hosts = ["{web.host}"]\npause_seconds = 0\n'
    (forum / "newsletter.toml").write_text(f'{settings}[issue]\neditions = ["record"]\n')
    state = newsletter(date=DAY, return_state=True)
    folder = forum / "output" / DAY.isoformat()
    record = json.loads((folder / "issue.json").read_text(encoding="utf-8"))
    return {**record, "report": (folder / "report.md").read_text(encoding="utf-8"), "state": state}


def test_what_is_fetched_is_read_and_what_is_not_is_named(forum: Path, web: LocalWeb) -> None:
    page = web.put("/respite", f"<html><h1>Respite care needs room</h1>{PROSE}</html>".encode())
    feed = web.put("/feed", FEED.encode(), "application/rss+xml")
    gone = web.address("/gone")
    (forum / "seeds" / "links.txt").write_text(f"{page}\n{feed}  # every entry\n{gone}\n")

    record = draft(forum, web)

    stories = {story["source"]["path"]: story for story in record["stories"]}
    assert len(stories) == 7
    assert stories[page]["source"]["address"] == page
    assert stories[f"{feed}/The play scheme opens"]["published"]["date"] == "2026-11-16"
    assert stories[f"{feed}/The play scheme opens"]["source"]["address"] == "https://a.example/play"
    (left_out,) = record["left_out"]
    assert (left_out["path"], left_out["stage"]) == (gone, "ingest")
    assert "status 404" in left_out["reason"]
    _nothing_of_it_is_in_prefect(record["state"].state_details.flow_run_id, web)


def test_a_server_that_is_down_is_asked_thrice_and_the_earlier_copy_is_used_and_said_so(
    forum: Path, web: LocalWeb
) -> None:
    page = web.put("/respite", f"<html><h1>Respite care needs room</h1>{PROSE}</html>".encode())
    (forum / "seeds" / "links.txt").write_text(page)
    draft(forum, web)
    web.pages["/respite"] = (503, {}, b"")
    web.asked.clear()

    record = draft(forum, web)

    assert page in {story["source"]["path"] for story in record["stories"]}
    assert web.paths == ["/respite"] * 3
    assert "was used" in record["report"]


def test_where_fetching_is_switched_off_no_server_is_asked(forum: Path, web: LocalWeb) -> None:
    (forum / "seeds" / "links.txt").write_text(web.put("/respite", b"<p>x</p>"))

    record = draft(forum, web, fetch=False)

    assert web.asked == []
    assert "never fetched" in record["left_out"][0]["reason"]


def _nothing_of_it_is_in_prefect(run: Any, web: LocalWeb) -> None:  # noqa: ANN401 - Prefect's own id
    with get_client(sync_client=True) as client:
        runs = client.read_task_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[run])))
    kept = "".join(one.model_dump_json() for one in runs)
    assert "fetch" in kept
    assert web.host not in kept
    assert "a.example" not in kept
