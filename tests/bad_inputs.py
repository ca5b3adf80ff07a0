"""Files that no issue can be made of, made on the spot, each with words that its reason must hold."""

import os
from pathlib import Path

PAGE = "<html><head><title>Page</title></head><body>{}</body></html>"
PROSE = "<p>Carers and social workers met in Anytown to talk about respite care and what it needs. </p>" * 8
OTHER_PROSE = "<p>Tenants asked the council on Friday to mend the lift before winter, and showed it pictures. </p>" * 8


def write_bad_inputs(folder: Path) -> dict[str, str]:
    """Write one of each kind into `folder`; returns what the report must say of each."""
    texts = {
        "empty.txt": "",
        "whitespace.txt": " \n\t\n   \n",
        "furniture.txt": "Leave a comment\nComments are closed.\nShare this page\nCookie policy\n",
        "deep.html": PAGE.format("<div>" * 200_000 + "hello " * 50 + "</div>" * 200_000),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (folder / "rubbish.txt").write_bytes(bytes((n * 7919) % 251 for n in range(4_000)) + b"\x00\x01\x02")
    with (folder / "huge.txt").open("wb") as stream:
        for _ in range(50):
            stream.write(b"All work and no play. " * 45_455)
    (folder / "folder.txt").mkdir()
    (folder / "link.txt").symlink_to("/etc/hostname")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "table.xlsx").write_bytes(b"PK\x03\x04")
    return {
        "empty.txt": "no text",
        "whitespace.txt": "no text",
        "furniture.txt": "menus",
        "deep.html": "nested",
        "picture.txt": "picture",
        "rubbish.txt": "not text",
        "huge.txt": "50 MB",
        "folder.txt": "folder",
        "link.txt": "outside the seeds folder",
        "gone.txt": "not there",
        "pipe.txt": "not an ordinary file",
        "table.xlsx": ".xlsx cannot be read",
    }


def write_hostile_pages(folder: Path) -> None:
    """Write pages that try something; each holds honest prose as well and must come out harmless."""
    pages = {
        "bomb.html": PAGE.format("<p " + " ".join(f'a{n}="1"' for n in range(200_000)) + ">x</p>" + OTHER_PROSE),
        "script.html": PAGE.format(
            "<script>alert('UNSEEN')</script><article><h1>Respite care needs room</h1>"
            + PROSE.replace("respite", "kind")
            + "<img src='file:///etc/passwd'><img src='http://tracker.example/pixel.png'>"
            + "<a href='javascript:alert(1)'>click here</a>"
            + "<p onclick='alert(2)'>&lt;script&gt;alert(3)&lt;/script&gt; is shown.</p>"
            + "</article>"
        ),
    }
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")
