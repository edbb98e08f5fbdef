"""The caseworker's door."""
