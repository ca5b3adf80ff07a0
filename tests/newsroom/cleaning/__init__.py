"""Cleaning: furniture, titles, bylines, mends."""
