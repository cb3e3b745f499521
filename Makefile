# Every command of the project. Each sets up what it needs, once; the CI and the workflows call these and nothing else.
.DEFAULT_GOAL := help
.PHONY: help serve build check transcript pack test bench lint clean lock browser
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONPATH := hooks
export NO_MKDOCS_2_WARNING := 1  # Material's note on its end of life, which README answers, on every run

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

serve: $(VENV)/build ## show the site at http://127.0.0.1:8000, drafts too, and follow every edit
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

build: $(VENV)/build ## write the site into site/, whole or not at all
	@rm -rf .cache/site
	$(BIN)/mkdocs build --strict --site-dir .cache/site
	@rm -rf site && mv .cache/site site
	@echo "site/ is ready: $$(find site -name '*.html' | wc -l | tr -d ' ') pages"

FORMAT ?= plain
check: $(VENV)/build ## check records and posters without building (FORMAT=github for annotations)
	@$(BIN)/python -m publication.cli check --format $(FORMAT)

transcript: $(VENV)/build ## draft the words of a poster into its record (AUDIT=slug)
	@$(BIN)/python -m publication.cli transcript "$(AUDIT)"

pack: $(VENV)/build ## put all posters of a series into one PDF (SERIES=slug, or TOPIC=slug)
	@$(BIN)/python -m publication.cli pack $(if $(TOPIC),--topic "$(TOPIC)",--series "$(SERIES)")

test: $(VENV)/dev tests/node_modules/.ready browser ## run every test
	$(BIN)/python -m pytest

bench: $(VENV)/dev ## measure cold, warm and edited builds (N="20 200 1000", POSTERS=folder)
	@PYTHONPATH=hooks:tests $(BIN)/python -m bench $(if $(N),--audits $(N)) $(if $(POSTERS),--posters "$(POSTERS)")

lint: $(VENV)/dev ## style and types of the code, safety of the workflows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --quiet --offline .github/workflows

clean: ## remove everything that the commands above made
	rm -rf $(VENV) .cache site tests/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

lock: ## pin the dependencies of requirements/*.in anew, with hashes and without addresses
	$(PYTHON) -m venv .cache/lock && .cache/lock/bin/pip install --quiet pip-tools
	for list in build dev; do CUSTOM_COMPILE_COMMAND="make lock" .cache/lock/bin/pip-compile --quiet --upgrade \
		--generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host --output-file requirements/$$list.txt requirements/$$list.in; done

# Set-up. A marker in the virtual environment is newer than its list of packages once they are installed.
$(VENV)/build $(VENV)/dev: $(VENV)/%: requirements/%.txt
	@command -v $(PYTHON) >/dev/null && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: install it, or name it with make PYTHON=..."; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up: $<"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@ $(if $(findstring dev,$@),$(VENV)/build)

tests/node_modules/.ready: tests/package-lock.json
	@command -v npm >/dev/null || { echo "The tests need npm: install Node.js 20 or newer."; exit 2; }
	@echo "Setting up: $<"
	@npm ci --prefix tests --silent --no-audit --no-fund && touch $@

browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || ./tests/install-browser
