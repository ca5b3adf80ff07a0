"""The report as it is written: a page to read, and the same for programs."""

import json
from collections.abc import Sequence

from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Edition, PastPromise, Rejection
from flows.newsroom.report.content import Report, StoryDoubts


def report_editions(report: Report) -> tuple[Edition, Edition]:
    """The report as report.md and report.json."""
    return (
        Edition(filename="report.md", media_type="text/markdown", content=_as_markdown(report).encode()),
        Edition(filename="report.json", media_type="application/json", content=_as_json(report).encode()),
    )


def why_left_out(rejection: Rejection) -> str:
    """Why a document is not in the issue, with the name of the one that stands in its place."""
    return f"{rejection.reason} See {rejection.instead}." if rejection.instead else rejection.reason


def _as_json(report: Report) -> str:
    content = {
        "name": report.name,
        "date": report.date.isoformat(),
        "documents": report.documents,
        "notes": list(report.notes),
        "stories": [{field: getattr(story, field) for field in StoryDoubts.__slots__} for story in report.stories],
        "left_out": [
            {
                "document": one.document,
                "path": one.path,
                "stage": one.stage,
                "reason": why_left_out(one),
                "is_waiting": one.is_waiting,
            }
            for one in report.left_out
        ],
        "open_promises": [
            {"id": one.id, "issue": one.issue.isoformat(), "text": one.text, "due": one.due} for one in report.promises
        ],
        "missing_editions": [{"edition": one.renderer, "reason": one.reason} for one in report.missing],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _as_markdown(report: Report) -> str:
    summary = (
        f"{report.documents} documents: {len(report.stories)} in the issue, {len(report.left_out)} left out, "
        f"{report.decisions} things to look at. This page is for you; it is not part of the newsletter."
    )
    lines = [
        f"# Report on {_plain(report.name)}, {in_words(report.date)}",
        "",
        summary,
        "",
        *(f"**{_plain(note)}**\n" for note in report.notes),
        *(f'**The edition "{one.renderer}" could not be made.** {one.reason}\n' for one in report.missing),
        *_waiting_lines(report.waiting),
        "## In the issue",
        "",
    ]
    for story in report.stories:
        lines += _story_lines(story)
    lines += _promise_lines(report.promises)
    lines += ["## Left out", ""]
    rest = [one for one in report.left_out if not one.is_waiting]
    lines += [f"- **{_plain(one.path)}** ({one.stage}): {_plain(why_left_out(one))}" for one in rest] or ["Nothing."]
    return "\n".join(lines) + "\n"


def _waiting_lines(waiting: Sequence[Rejection]) -> list[str]:
    """What the coordinator must decide before anything of it is printed, above all that is printed."""
    if not waiting:
        return []
    return ["## Waiting for you", "", *(f"- **{_plain(one.path)}**: {_plain(one.reason)}" for one in waiting), ""]


def _promise_lines(promises: Sequence[PastPromise]) -> list[str]:
    """What earlier issues said that somebody would do, so that she can ask what became of it."""
    if not promises:
        return []
    asked = "Was it done? Then type: standfirst kept, and the letters in brackets. Until then each issue prints it."
    lines = [f"- [{one.id}] {in_words(one.issue)}: {_plain(one.text)}{_told(one)}" for one in promises]
    return ["## Promised in earlier issues", "", asked, "", *lines, ""]


def _told(promise: PastPromise) -> str:
    return " (A story of this issue is named beside it. Does it tell what became of it?)" if promise.told_in else ""


def _story_lines(story: StoryDoubts) -> list[str]:
    people = ", ".join(_plain(person) for person in story.people) or "nobody"
    return [
        f"### {_plain(story.headline)}",
        "",
        f"- File: {_plain(story.path)}, printed under: {_plain(story.section)}",
        f"- Published: {story.date}",
        f"- Subject: {_plain(story.category)}",
        f"- Rights: {story.rights}",
        f"- People named in the document: {people}",
        *(f"- {_plain(finding)}" for finding in story.findings),
        *(f"- {_plain(question)}" for question in story.questions),
        "",
    ]


def _plain(text: str) -> str:
    """Text of a document or a file name, on one line and unable to act as Markdown or HTML."""
    line = " ".join(text.split())
    return "".join(f"\\{letter}" if letter in r"\`*_{}[]<>#|" else letter for letter in line)
