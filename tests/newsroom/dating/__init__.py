"""Dating: days, publication, events."""
