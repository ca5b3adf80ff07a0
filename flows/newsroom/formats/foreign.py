"""Where libraries that guess their way through foreign pages come in: their failures, and their talk."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from lxml.etree import LxmlError

LIBRARY_FAILURES = (ArithmeticError, AttributeError, LookupError, LxmlError, RuntimeError, TypeError, ValueError)
"""What they raise on an odd page, found by reading them: none is a reason to lose the document."""


@contextmanager
def hushed(library: str) -> Iterator[None]:
    """Keep a library from logging, as its messages quote pages and addresses."""
    logger = logging.getLogger(library)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
