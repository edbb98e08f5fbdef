"""`python -m bordenden` is the `bordenden` command."""

from bordenden.cli import main

main()
