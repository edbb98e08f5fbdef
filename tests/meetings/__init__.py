"""Tests of `bordenden.meetings`."""
