"""The PDF beside what Chromium and typst make of the same issue: processor time, memory, size, tags, rules.

python -m tests.bench.paper ENGINE STORIES makes one measurement in a process of its own and prints JSON.
"""

import importlib.util
import io
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import page as page_validation
import pikepdf
from rich.console import Console
from rich.table import Table

from flows.newsroom.model import Issue
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.renderers.pdf import Paper
from flows.newsroom.renderers.web import WebPage
from tests.factories import a_section, a_story, an_issue

SIZES = (12, 48, 190)
ROOT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ENGINES = ("standfirst", "chromium", "typst")
TOLD = "The council told carers on Monday that respite beds would reopen in the spring after a review by the director."
MARKUP = str.maketrans({letter: f"\\{letter}" for letter in r"\#*_`$@<>[]~="})


def show(screen: Console) -> None:
    """Measure every engine that is here, and print the table."""
    table = Table(
        "engine", "stories", "pages", "CPU s", "CPU s a page", "CPU s a further page", "peak MB", "KB",
        "tagged", "rules failed",
        title="The same stories on paper, with the engine's start. Rules: PDF/UA-1, PDF/A-3a. "
        "Not all of Chromium's helpers are counted",
    )  # fmt: skip
    for engine in ENGINES:
        if why := missing(engine):
            screen.print(f"{engine} was not measured: {why}")
            continue
        rows = [measure(engine, size) for size in SIZES]
        for size, row in zip(SIZES, rows, strict=True):
            further = row["pages"] - rows[0]["pages"]
            growth = f"{(row['cpu'] - rows[0]['cpu']) / further:.3f}" if further else ""
            table.add_row(
                engine, str(size), str(row["pages"]), f"{row['cpu']:.2f}",
                f"{row['cpu'] / row['pages']:.3f}", growth, str(row["peak_megabytes"]),
                str(row["kilobytes"]), "yes" if row["is_tagged"] else "no", f"{row['ua_1']}, {row['a_3a']}",
            )  # fmt: skip
    screen.print(table)


def missing(engine: str) -> str | None:
    """Why an engine cannot be measured here; None: it can."""
    if engine == "chromium" and CHROMIUM is None:
        return "Chromium is not installed."
    if engine == "typst" and importlib.util.find_spec("typst") is None:
        return "the package typst is not installed."
    return None


def measure(engine: str, size: int) -> dict[str, float]:
    """One row of the table."""
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.bench.paper", engine, str(size)],
        cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout.splitlines()[-1]))


def an_issue_of(count: int) -> Issue:
    """An issue of `count` stories of eighty words in sections of twelve."""
    stories = [
        a_story(*[f"{TOLD} {number}.{part}" for part in range(4)], headline=f"Story {number} of carers and councils")
        for number in range(count)
    ]
    sections = [a_section(*stories[start : start + 12], title=f"Section {start}") for start in range(1, count, 12)]
    return an_issue(*sections, lead=stories[0])


def main() -> None:
    """Make one PDF and say what it cost and what it is."""
    engine, issue = sys.argv[1], an_issue_of(int(sys.argv[2]))
    before = resource.getrusage(resource.RUSAGE_SELF)
    pdf = {"standfirst": by_standfirst, "chromium": by_chromium, "typst": by_typst}[engine](issue)
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = children.ru_utime + children.ru_stime
    if engine != "chromium":  # its page is not of its making
        spent += own.ru_utime + own.ru_stime - before.ru_utime - before.ru_stime
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        sheets, is_tagged = len(opened.pages), "/StructTreeRoot" in opened.Root
    row = {
        "pages": sheets,
        "cpu": spent,
        "peak_megabytes": (children.ru_maxrss or own.ru_maxrss) // 1024,
        "kilobytes": len(pdf) // 1024,
        "is_tagged": is_tagged,
        "ua_1": rules_failed(pdf, "ua1"),
        "a_3a": rules_failed(pdf, "3a"),
    }
    print(json.dumps(row))  # noqa: T201 - this is its answer


def rules_failed(pdf: bytes, profile: str) -> int:
    """How many rules a PDF breaks."""
    limits = page_validation.SafetyLimits(max_reference_depth=4_096)  # an outline of 190 titles is a long chain
    report = page_validation.validate_pdf_bytes(pdf, profile=profile, limits=limits)
    return len({failure.rule_id for failure in report.failures})


def by_standfirst(issue: Issue) -> bytes:
    """Our PDF."""
    return Paper()(issue).content


def by_chromium(issue: Issue) -> bytes:
    """What Chromium prints of our web page."""
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory() as scratch:
        page, paper = Path(scratch, "page.html"), Path(scratch, "paper.pdf")
        page.write_bytes(WebPage()(issue).content)
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--export-tagged-pdf",
                   "--generate-pdf-document-outline", f"--user-data-dir={scratch}/profile"]  # fmt: skip
        subprocess.run(  # noqa: S603 - the browser of this computer
            [CHROMIUM, *options, f"--print-to-pdf={paper}", page.as_uri()], check=True, capture_output=True, timeout=300
        )
        return paper.read_bytes()


def by_typst(issue: Issue) -> bytes:
    """What typst makes of the same words, in a plain template."""
    import typst

    galley = set_issue(issue)
    lines = [
        f'#set document(title: "{galley.title}", date: datetime(year: 2026, month: 11, day: 21))',
        '#set page(paper: "a4", numbering: "1 / 1")',
        '#set text(size: 12pt, lang: "en", region: "gb")',
        f"= {galley.masthead.name}",
        "#outline(title: [In this issue])",
    ]
    for section in galley.sections:
        lines.append(f"== {section.title}")
        for story in section.stories:
            lines.append(f"=== {story.name.translate(MARKUP)}")
            lines += [passage.text.translate(MARKUP) + "\n" for passage in story.passages]
            lines += [f"- {fact.words.translate(MARKUP)}" for fact in story.facts]
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch, "issue.typ")
        source.write_text("\n".join(lines), encoding="utf-8")
        pdf: bytes = typst.compile(str(source), pdf_standards=["ua-1"])
        return pdf


if __name__ == "__main__":
    main()
