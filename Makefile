# Two commands for everybody: `make lab` to learn, `make test` to check. `make help` lists the rest.

PYTHON ?= python3
BIN := .venv/bin
WORKERS ?= 2
# CI adds `keras`: real Keras 3, against which the Keras-style library is held.
EXTRAS ?= instructor,test,cluster
# Files are begun in their order, the longest first (tests/conftest.py): none is left to the end.
PYTEST = $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

.PHONY: help lab test test-slow bench bench-cluster build site pictures architecture sentences clean

help:
	@echo "make lab        start JupyterLab on the learner's desk"
	@echo "make test       run the tests (five minutes with two workers)"
	@echo "make test-slow  run the tests that take long (forty minutes)"
	@echo "make bench      measure what the docs promise"
	@echo "make bench-cluster  measure a cluster on this machine (an hour: 100,000 submissions)"
	@echo "make build      build the notebooks from their texts"
	@echo "make site       make the website to read the course on, in build/site"
	@echo "make pictures   take the docs' pictures anew, in a real browser (needs Chromium)"
	@echo "make architecture  draw the picture of docs/architecture.md from the imports"
	@echo "make sentences  bring the translations of what checks, pages and the desk say up to date"
	@echo "make clean      remove the environment and what tests leave behind"

lab: .venv/learner
	$(BIN)/course lab

test: .venv/developer
	$(PYTEST) -m "not slow" --nbval --nbval-sanitize-with tests/notebooks/nbval_sanitize.cfg tests source

# Browsers, servers and databases are waited for half of the time: one worker more than cores.
test-slow: WORKERS = 3
test-slow: .venv/developer
	$(PYTEST) -m slow tests

bench: .venv/developer
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	$(BIN)/python -m bench

bench-cluster: .venv/developer
	$(BIN)/python -m bench.cluster
	$(BIN)/python -m bench.kills

build: .venv/developer
	$(BIN)/autograder build

site: .venv/developer
	$(BIN)/python -m pip install --quiet --editable ".[site]"
	$(BIN)/python -m reading build/site

pictures: .venv/developer
	$(BIN)/python -m pytest -q tests/browser
	for picture in docs/pictures/*.png; do cp build/pictures/$${picture##*/} $$picture; done

architecture: .venv/developer
	$(BIN)/python tests/helpers/house.py

sentences: .venv/developer
	$(BIN)/python tests/helpers/sentences.py $(LANGUAGE)

clean:
	rm -rf .venv .pytest_cache .hypothesis .ruff_cache .build-cache.json dist

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ": call make with PYTHON=python3.11")'
	$(PYTHON) -m venv .venv

# The stamps are remade when the dependencies change.
.venv/learner: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/developer: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable ".[$(EXTRAS)]"
	touch $@
