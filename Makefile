# Two commands do everything on a fresh machine: `make demo` and `make test`. They need make and Python 3.11 or newer.

VENV   ?= .venv
BIN    := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
DEMO   ?= demo

.PHONY: demo test check tests docs format clean help java browser postgresql

help:
	@echo "make demo   the bundled 2022 diary through the whole flow, as a site in en, ru, be"
	@echo "make test   every check that CI runs"
	@echo "make docs   the documentation, in docs/_build/html"

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Overtone needs Python 3.11 or newer; none was found on PATH." >&2; exit 3; }
	@echo "· making the environment in $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.base: $(BIN)/python pyproject.toml constraints.txt
	@echo "· installing Overtone (a minute or two the first time)"
	@$(PIP) install --constraint constraints.txt --editable '.[desk,reading]'
	@touch $@

$(VENV)/.dev: $(VENV)/.base
	@echo "· installing what the checks need"
	@$(PIP) install --constraint constraints.txt --editable '.[desk,dev,postgres,reading,spark]'
	@touch $@

# Spark needs Java 17 or 21. Where it is missing and we may install it, we do; else its tests say why they are skipped.
java:
	@command -v java >/dev/null 2>&1 || test -x "$$JAVA_HOME/bin/java" || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    echo "· installing Java 17, for the tests of Spark"; \
	    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y openjdk-17-jre-headless; } >/dev/null 2>&1 \
	      || echo "· Java 17 could not be installed: the tests of Spark are skipped" >&2; \
	  else \
	    echo "· no Java: the tests of Spark are skipped (install Java 17, as openjdk-17-jre-headless, to run them)" >&2; \
	  fi; }

# The desk is tested on PostgreSQL too. Where it is missing and we may install it, we do; else those tests say why they are skipped.
postgresql:
	@command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    echo "· installing PostgreSQL, for the tests of the desk"; \
	    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y postgresql; } >/dev/null 2>&1 \
	      || echo "· PostgreSQL could not be installed: the desk is tested on SQLite alone" >&2; \
	  else \
	    echo "· no PostgreSQL: the desk is tested on SQLite alone (install postgresql to test it on both)" >&2; \
	  fi; }

# The pages are looked at in Chromium with the rules of axe-core, which is one file of a package on PyPI.
AXE := axe-playwright-python==0.1.8
browser: $(BIN)/python
	@test -f $(VENV)/axe/axe_playwright_python/axe.min.js || $(PIP) install --no-deps --target $(VENV)/axe $(AXE) \
	  || echo "· axe-core could not be installed: the pages are not looked at in a browser" >&2
	@command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    echo "· installing Chromium, to look at the pages"; \
	    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium; } >/dev/null 2>&1 \
	      || echo "· Chromium could not be installed: the pages are not looked at in a browser" >&2; \
	  else \
	    echo "· no Chromium: the pages are not looked at in a browser" >&2; \
	  fi; }

demo: $(VENV)/.base
	@$(BIN)/python -m overtone demo --folder $(DEMO)

test: check tests docs

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

tests: $(VENV)/.dev java browser postgresql
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --ignore tests/test_intake.py
	$(BIN)/python -m pytest tests/test_intake.py

docs: $(VENV)/.dev
	$(BIN)/python -m sphinx --fail-on-warning --quiet --builder html docs docs/_build/html

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) $(DEMO) docs/_build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
