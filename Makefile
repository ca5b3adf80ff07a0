# The only entry points. `make` alone lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet --no-deps
SERVED := tests/flows/test_serving.py   # it waits for a clock, beside whatever else goes on
FLOWS := tests/flows --ignore=$(SERVED) # these wait for Prefect: a third of the time
PRINTED := tests/hostile tests/editions tests/web
export DO_NOT_TRACK := 1
unexport PYTHONDONTWRITEBYTECODE        # what many short processes share is worth compiling once

.PHONY: help newsletter test check fix bench serve demo-delivery constraints

help:                                   ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

newsletter: $(VENV)/.installed $(VENV)/.libraries ## Draft the issue of today from seeds/, installing what is missing first
	@$(BIN)/standfirst draft || [ $$? -eq 3 ]

test: $(VENV)/.tools $(VENV)/.libraries $(VENV)/.programs ## Run all tests, installing what is missing first
	@echo "Running the tests in three parts side by side; two of them print when they are done ..."
	@$(BIN)/pytest $(FLOWS) >$(VENV)/flows.log 2>&1 & flows=$$!; \
	    $(BIN)/pytest $(PRINTED) $(SERVED) >$(VENV)/printed.log 2>&1 & printed=$$!; \
	    $(BIN)/pytest --ignore=tests/flows $(PRINTED:%=--ignore=%); failed=$$?; \
	    wait $$printed || failed=1; cat $(VENV)/printed.log; \
	    wait $$flows || failed=1; cat $(VENV)/flows.log; exit $$failed

check: $(VENV)/.tools                   ## Style, types and import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fix: $(VENV)/.tools                     ## Mend what a machine can mend
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

bench: $(VENV)/.peers $(VENV)/.libraries ## Measure speed and memory, as ratios in one run
	@$(BIN)/python -m tests.bench

serve: $(VENV)/.installed $(VENV)/.libraries ## Make issues by the clock until stopped
	@exec $(BIN)/standfirst serve

demo-delivery: $(VENV)/.tools $(VENV)/.libraries ## Show a mailing through a Postfix of its own, its sender killed in the middle
	@$(BIN)/python -m tests.demo_delivery

constraints: $(VENV)/.installed         ## Choose the versions afresh (names and hashes only)
	@$(PIP) uv
	@$(BIN)/uv pip compile pyproject.toml --group install --universal --python-version 3.11 --upgrade \
	    --generate-hashes --no-header --no-annotate --no-strip-extras --quiet --output-file constraints.txt
	@$(BIN)/uv pip compile pyproject.toml --group install --group test --constraints constraints.txt --universal \
	    --python-version 3.11 --generate-hashes --no-header --no-annotate --no-strip-extras --quiet \
	    --output-file tests/constraints.txt
	@$(BIN)/uv pip compile pyproject.toml --group install --group test --group bench --constraints tests/constraints.txt --universal \
	    --python-version 3.11 --generate-hashes --no-header --no-annotate --no-strip-extras --quiet \
	    --output-file tests/bench/constraints.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 15) else "Standfirst needs Python 3.11 to 3.14; this is " + sys.version.split()[0] + ". Name another with: make newsletter PYTHON=python3.12")'
	@echo "Making a place for Standfirst's own packages (.venv) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: constraints.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing the packages that Standfirst stands on; the first time this takes a minute or two ..."
	@$(PIP) --require-hashes --requirement constraints.txt
	@$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/.tools: tests/constraints.txt $(VENV)/.installed
	@echo "Installing what the tests need ..."
	@$(PIP) --require-hashes --requirement tests/constraints.txt
	@touch $@

$(VENV)/.libraries: .ci/libraries | $(VENV)/bin/python
	@if .ci/libraries $(VENV); then touch $@; fi

$(VENV)/.programs: .ci/test-programs tests/web/package-lock.json | $(VENV)/bin/python
	@if .ci/test-programs $(VENV); then touch $@; fi

$(VENV)/.peers: tests/bench/constraints.txt $(VENV)/.tools
	@echo "Installing the peers that stand beside us in the measurements ..."
	@if $(PIP) --require-hashes --requirement tests/bench/constraints.txt; then touch $@; \
	    else echo "Some peers could not be installed; what is missing is named in the tables."; fi
