"""What holds for every test."""

import gc

from hypothesis import settings

# A busy machine is slow now and then; how long things take is the bench's business.
settings.register_profile("standfirst", deadline=None)
settings.load_profile("standfirst")

gc.disable()


def pytest_collection_finish() -> None:
    """What was collected lives to the end: to look through it for rubbish again and again costs a tenth of the time."""
    gc.freeze()
    gc.enable()
