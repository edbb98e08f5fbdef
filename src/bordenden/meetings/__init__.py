"""Conversations of the citizen and her caseworker: when, about what, what came of it, and whether it helped."""
