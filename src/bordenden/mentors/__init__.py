"""Mentors: who they are, that everybody is offered one, whom she chose, what was agreed, and the mentor's notes."""
