"""The commands behind the Makefile; all that runs before the environment exists is standard library."""
