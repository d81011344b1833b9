# Two commands do everything on a fresh machine: `make demo` and `make test`. They need make and Python 3.11 or newer.

VENV   ?= .venv
BIN    := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
DEMO   ?= demo

.PHONY: demo test check tests docs format clean help

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
	@$(PIP) install --constraint constraints.txt --editable '.[reading]'
	@touch $@

$(VENV)/.dev: $(VENV)/.base
	@echo "· installing what the checks need"
	@$(PIP) install --constraint constraints.txt --editable '.[dev,reading]'
	@touch $@

demo: $(VENV)/.base
	@$(BIN)/python -m overtone demo --folder $(DEMO)

test: check tests docs

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

tests: $(VENV)/.dev
	$(BIN)/python -m pytest

docs: $(VENV)/.dev
	$(BIN)/python -m sphinx --fail-on-warning --quiet --builder html docs docs/_build/html

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) $(DEMO) docs/_build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
