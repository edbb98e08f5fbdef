"""Words of the `bordenden` command."""
