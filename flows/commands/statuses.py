"""How a command ends, for scripts: the numbers that it gives back."""

MADE, FAILED, MADE_WITH_SKIPS = 0, 1, 3
STOPPED = 130  # by Ctrl-C, as shells have it
