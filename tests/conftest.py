"""What holds for every test."""

from hypothesis import settings

# A busy machine is slow now and then; how long things take is the bench's business.
settings.register_profile("standfirst", deadline=None)
settings.load_profile("standfirst")
