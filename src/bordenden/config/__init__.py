"""Wiring: settings, the WSGI entry; no thought."""
