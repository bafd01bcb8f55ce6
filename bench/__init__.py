"""What the docs promise, measured: `make bench` runs all of it, `python -m bench.NAME` one part."""
