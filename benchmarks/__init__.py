"""Speed and size, run by `make bench`; how to read the results stands in docs/operations/speed.md."""
