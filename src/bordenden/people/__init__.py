"""People: persons, their logins, and the municipalities they belong to."""
