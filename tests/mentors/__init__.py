"""Tests of mentors."""
