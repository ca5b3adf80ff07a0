"""What a page may load while it is printed: files of the house's own, and what it carries in itself."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher

FILE_KINDS = frozenset({".ttf", ".otf", ".woff2", ".png", ".jpg", ".jpeg", ".svg", ".css"})
DATA_KINDS = ("image/png", "image/jpeg", "image/svg+xml", "font/")
LONGEST_DATA_URL = 2_000_000  # characters


class RefusedAddressError(ValueError):
    """A page asked for something outside the folder of assets."""


class AssetFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Reads fonts and pictures below one folder, and nothing else on this computer or any other.

    WeasyPrint only logs a refusal and prints the page without the part, so whoever prints
    must look at `refusals` afterwards.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False)
        self.folder = folder.resolve()
        self.refusals = 0

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401 - WeasyPrint's own type
        """Read what `url` names.

        Raises:
            RefusedAddressError: It is not below the folder, or of a kind that no page of ours needs.
        """
        if not self._is_allowed(url):
            self.refusals += 1
            raise RefusedAddressError("not among the assets")
        return super().fetch(url, headers)

    def _is_allowed(self, url: str) -> bool:
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        if parts.scheme == "data":
            return len(url) <= LONGEST_DATA_URL and parts.path.startswith(DATA_KINDS)
        return parts.scheme == "file" and not parts.netloc and self._is_asset(parts.path)

    def _is_asset(self, path: str) -> bool:
        try:
            place = Path(url2pathname(path)).resolve()  # follows links, so one that leads out of the folder is refused
        except (OSError, ValueError):
            return False
        return place.is_relative_to(self.folder) and place.suffix.lower() in FILE_KINDS
