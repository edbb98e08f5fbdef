"""Supervision: a sample of courses, drawn by lot and opened to be read for a while; the citizen sees it."""
