# Everything sets itself up: uv is used where it is there, otherwise Python's own venv and pip.
.PHONY: help setup setup-dev setup-e2e demo test check e2e encoder format lock clean
.DEFAULT_GOAL := help
BIN := .venv/bin
SETUP := sh tools/setup.sh

help: ## Show this list
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup: ## Install the program into .venv
	@$(SETUP) requirements.lock

setup-dev:
	@$(SETUP) requirements-dev.lock

setup-e2e:
	@$(SETUP) requirements-e2e.lock

demo: setup ## Show a partnership whose employers have answered, at 127.0.0.1:8000
	@$(BIN)/needline demo

test: setup-dev ## Run the tests; no network, no services needed
	@$(BIN)/pytest

check: setup-dev ## Format, lint, types, layers, documents, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check README.md
	$(BIN)/needline taxonomy check
	$(BIN)/pytest

e2e: setup-e2e ## Drive a browser and a Slack-like server (needs Chromium and npm)
	npm ci --no-audit --no-fund --silent
	sh tests/e2e/private_network.sh $(BIN)/pytest -m e2e tests/e2e

encoder: ## Train the encoder anew: make encoder FILES="ESCO..." LINKING=FOLDER (an hour or more)
	sh tools/encoder.sh "$(LINKING)" $(FILES)

format: setup-dev ## Format the code and refresh the generated parts of the README
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/cog -r README.md

lock: ## Compile the lock files anew (needs uv)
	sh tools/lock.sh

clean: ## Remove the environment and caches; data in var/ stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
