"""The flow on a real Prefect server: what comes of good documents, bad ones and none."""

import datetime as dt
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId
from prefect.client.schemas.objects import State

from flows.newsletter import newsletter
from flows.newsroom.model import Article
from flows.recipe import Recipe
from tests.bad_inputs import write_bad_inputs, write_hostile_pages

DAY = dt.date(2026, 11, 21)

pytestmark = pytest.mark.usefixtures("prefect_server")


def draft(date: dt.date = DAY) -> "State[Any]":
    return newsletter(date=date, return_state=True)


def record_of(forum: Path, date: dt.date = DAY) -> dict[str, Any]:
    text = (forum / "output" / date.isoformat() / "issue.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def stage_states(state: "State[Any]") -> list[tuple[str, str]]:
    """The stage and the state of every task run on a batch."""
    run = state.state_details.flow_run_id
    assert run
    with get_client(sync_client=True) as client:
        runs = client.read_task_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[run])))
    stages = {"clean", "summarise", "categorise"}
    return sorted((name, str(run.state_name)) for run in runs if (name := run.name.partition("-")[0]) in stages)


def test_five_documents_become_an_issue_with_every_edition(forum: Path) -> None:
    (forum / "newsletter.toml").unlink()

    state = draft()

    assert state.name == "Completed"
    assert set(digests(forum / "output" / "2026-11-21")) == {
        "newsletter.html", "newsletter.pdf", "newsletter-large-print.pdf", "noticeboard.pdf", "team-briefing.pdf",
        "newsletter.txt", "email.html", "email.txt", "stories.csv", "issue.json", "proof.html", "report.md",
        "report.json",
    }  # fmt: skip
    assert len(record_of(forum)["stories"]) == 5
    told = " ".join((forum / "output" / "2026-11-21" / "newsletter.txt").read_text(encoding="utf-8").split())
    assert "Social workers do not usually see the Forum newsletter and we should think about how we might" in told
    with pikepdf.open(forum / "output" / "2026-11-21" / "newsletter.pdf") as paper:
        assert len(paper.pages) == 3  # no sheet for the last few lines of the sources


def test_the_page_of_an_issue_leads_to_its_other_forms_and_to_the_issue_before(forum: Path) -> None:
    (forum / "newsletter.toml").write_text('[issue]\neditions = ["web", "text", "record"]\n')
    draft(DAY - dt.timedelta(days=7))
    draft()

    page = (forum / "output" / "2026-11-21" / "newsletter.html").read_text(encoding="utf-8")
    size = (forum / "output" / "2026-11-21" / "newsletter.txt").stat().st_size
    assert f">As plain text, {round(size / 1_000)} KB</a>" in page
    assert 'href="../2026-11-14/newsletter.html">Previous issue: 14 November 2026</a>' in page


def test_drafting_again_gives_the_same_bytes_and_does_no_work_again(forum: Path) -> None:
    draft()
    before = digests(forum / "output" / "2026-11-21")

    state = draft()

    assert digests(forum / "output" / "2026-11-21") == before
    assert {name for _, name in stage_states(state)} == {"Cached"}


def test_work_that_was_thrown_away_is_done_again(forum: Path) -> None:
    draft()
    before = digests(forum / "output" / "2026-11-21")
    shutil.rmtree(forum / "output")
    for path in (forum / ".standfirst" / "shelf").glob("summarise-*"):
        path.unlink()

    state = draft()

    assert digests(forum / "output" / "2026-11-21") == before
    assert ("summarise", "Completed") in stage_states(state)
    assert ("clean", "Cached") in stage_states(state)


def test_bad_documents_are_named_and_nothing_else_is_lost(forum: Path) -> None:
    reasons = write_bad_inputs(forum / "seeds")

    state = draft()

    record = record_of(forum)
    left_out = {one["path"]: one["reason"] for one in record["left_out"]}
    assert state.name == "CompletedWithSkips"
    assert len(record["stories"]) == 5
    assert set(left_out) == set(reasons)
    assert {path: words for path, words in reasons.items() if words not in left_out[path]} == {}


def test_hostile_pages_come_out_harmless(forum: Path) -> None:
    write_hostile_pages(forum / "seeds")

    draft()

    page = (forum / "output" / "2026-11-21" / "newsletter.html").read_text(encoding="utf-8")
    assert "Respite care needs room" in page
    for trace in ("UNSEEN", "file:///", "tracker.example", "javascript:", "<script>alert"):
        assert trace not in page


def test_a_folder_of_nothing_but_bad_documents_makes_no_issue_and_says_so(forum: Path) -> None:
    shutil.rmtree(forum / "seeds")
    (forum / "seeds").mkdir()
    (forum / "seeds" / "empty.txt").touch()

    state = draft()

    assert state.is_failed()
    assert "None of the documents" in str(state.message)
    assert {path.name for path in (forum / "output" / "2026-11-21").iterdir()} == {"report.md", "report.json"}


def test_too_many_bad_documents_make_no_issue(forum: Path) -> None:
    (forum / "newsletter.toml").write_text("[documents]\nstop_above_percent = 20\n")
    for name in ("a.txt", "b.txt"):
        (forum / "seeds" / name).touch()

    state = draft()

    assert state.is_failed()
    assert "2 of 7 documents were turned away, more than 20 %" in str(state.message)


def test_no_documents_make_no_issue_and_no_fault(forum: Path) -> None:
    shutil.rmtree(forum / "seeds")
    (forum / "seeds").mkdir()

    state = draft()

    assert state.name == "NothingToDo"
    assert not (forum / "output").exists()


@pytest.mark.usefixtures("forum")
def test_the_run_bears_the_date_of_its_issue() -> None:
    state = draft(dt.date(2026, 11, 30))

    wanted = state.state_details.flow_run_id
    assert wanted
    with get_client(sync_client=True) as client:
        run = client.read_flow_run(wanted)
    assert run.name == "newsletter-2026-11-30"


def test_an_edition_that_cannot_be_made_is_reported_and_the_others_are_made(forum: Path) -> None:
    templates = forum / "templates"
    shutil.copytree(Path(__file__).parents[2] / "templates", templates)
    (templates / "issue.txt.jinja").write_text("{{ issue.nonsense }}")
    (forum / "newsletter.toml").write_text('[folders]\ntemplates = "templates"\n')

    state = draft()

    folder = forum / "output" / "2026-11-21"
    assert state.name == "CompletedWithSkips"
    assert (folder / "newsletter.html").exists()
    assert not (folder / "newsletter.txt").exists()
    assert 'The edition "text" could not be made' in (folder / "report.md").read_text(encoding="utf-8")


def test_a_mistake_of_ours_fails_the_run_without_a_word_of_a_document(
    forum: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spill(article: Article, _: Recipe) -> None:
        raise KeyError(article.text)

    monkeypatch.setattr("flows.summarise.summary_or_rejection", spill)

    state = draft()

    run = state.state_details.flow_run_id
    assert run
    with get_client(sync_client=True) as client:
        tasks = client.read_task_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[run])))
    kept = [str(state.message), *(str(task.state and task.state.message) for task in tasks)]
    assert state.is_failed()
    assert any("KeyError" in message for message in kept)
    assert not [message for message in kept if "conference" in message or "Wandsworth" in message]
    assert not (forum / "output").exists()
