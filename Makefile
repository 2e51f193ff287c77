# Labour exchange. `make` alone says what there is to do.

.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export XDG_RUNTIME_DIR ?= /tmp

help: ## Say what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(VENV)/run: requirements.txt
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/develop: requirements.txt requirements-dev.txt
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/run

run: $(VENV)/run ## Start the exchange: PORT, INSTANCE_DIR, DEMO=small|none, SEARCH=elasticsearch
	@exec $(BIN)/python -m labour_exchange.commands.supervisor

check: $(VENV)/develop ## Format, lint, types and the tests that need no server (under 2 minutes)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -q -n 2 -m "not server and not browser and not campaign" tests/architecture tests/search tests/classifications tests/territory

servers: $(VENV)/develop
	@$(BIN)/python -m tests.servers

test: $(VENV)/develop servers ## Everything: real PostgreSQL, real Elasticsearch, a real browser (under 25 minutes)
	@$(BIN)/python -m tests.run

prove: $(VENV)/develop servers ## The campaigns at full size; the result goes into docs/evidence.md
	@CAMPAIGN=full $(BIN)/python -m tests.run -m campaign

bench: $(VENV)/develop ## The figures, as ratios measured in one run, into bench/results.json
	@$(BIN)/python -m bench

format: $(VENV)/develop ## Format and sort what was written
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

.PHONY: help run check servers test prove bench format
