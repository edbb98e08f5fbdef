"""The first door: start, login, language, and what everybody may read."""
