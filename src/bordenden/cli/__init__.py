"""The `bordenden` command: Django's own words, and ours under cli/management/commands."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run `bordenden WORD …`; `bordenden help` lists the words."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bordenden.config.settings")
    execute_from_command_line(["bordenden", *sys.argv[1:]])
