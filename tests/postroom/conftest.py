"""What the tests of the postroom share."""

from pathlib import Path

import pytest

from tests.postroom.certificates import make_certificate


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that nobody vouches for."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))
