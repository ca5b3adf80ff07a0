"""Finished editions, made with the real press: the slow part of the tests, some seconds each."""
