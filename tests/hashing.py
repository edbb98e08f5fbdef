"""Passwords kept as the product keeps them, but made quickly."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """Argon2 with the least of time and memory it allows."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
