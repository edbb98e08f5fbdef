"""The threshold every request crosses: who comes, by which act, in which transaction, and what was looked at."""
