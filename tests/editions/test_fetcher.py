"""What a page may load while it is printed."""

import os
from pathlib import Path

import pytest

from flows.newsroom.press.fetcher import AssetFetcher, RefusedAddressError


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    folder = tmp_path / "assets"
    (folder / "fonts").mkdir(parents=True)
    (folder / "fonts" / "a b.ttf").write_bytes(b"font")
    (folder / "notes.txt").write_text("not for print")
    (tmp_path / "secret.png").write_bytes(b"secret")
    return folder


def test_a_font_among_the_assets_is_read(assets: Path) -> None:
    fetcher = AssetFetcher(assets)

    response = fetcher.fetch((assets / "fonts" / "a b.ttf").as_uri())

    assert response.read() == b"font"
    assert fetcher.refusals == 0


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/a.png",
        "https://example.org/a.png",
        "ftp://example.org/a.png",
        "//example.org/a.png",
        "file://example.org/share/a.png",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,<script>",
        "data:image/png;base64," + "A" * 2_000_001,
        "file:///%00.png",
        "file://[/a.png",
        "",
    ],
)
def test_everything_else_is_refused_and_counted(assets: Path, address: str) -> None:
    fetcher = AssetFetcher(assets)

    with pytest.raises(RefusedAddressError):
        fetcher.fetch(address)
    assert fetcher.refusals == 1


@pytest.mark.parametrize(
    "path", ["../secret.png", "fonts/../../secret.png", "notes.txt", "fonts/%2e%2e/%2e%2e/secret.png"]
)
def test_a_file_beside_the_assets_or_of_another_kind_is_refused(assets: Path, path: str) -> None:
    with pytest.raises(RefusedAddressError):
        AssetFetcher(assets).fetch(f"{assets.as_uri()}/{path}")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_that_leads_out_of_the_assets_is_refused(assets: Path) -> None:
    (assets / "way-out.png").symlink_to(assets.parent / "secret.png")

    with pytest.raises(RefusedAddressError):
        AssetFetcher(assets).fetch((assets / "way-out.png").as_uri())


def test_a_small_picture_inside_the_page_is_read(assets: Path) -> None:
    response = AssetFetcher(assets).fetch("data:image/png;base64,aGk=")

    assert response.read() == b"hi"
