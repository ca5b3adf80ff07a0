"""Two runs never send one mailing at the same time."""

from pathlib import Path

import pytest

from flows.newsroom.errors import InterlockError
from flows.newsroom.postroom.lock import only_sender

MAILING = "2026-11-21"


def test_two_runs_cannot_send_one_mailing(tmp_path: Path) -> None:
    with only_sender(tmp_path, MAILING):
        with pytest.raises(InterlockError, match="already"), only_sender(tmp_path, MAILING):
            pass
        with only_sender(tmp_path, "2026-12-19"):  # another mailing is another matter
            pass

    with only_sender(tmp_path, MAILING):
        pass
