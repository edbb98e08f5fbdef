"""Tests of following up."""
