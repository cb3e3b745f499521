# Every command of the project. Each sets up what it needs, once; the CI and the workflows call these and nothing else.
.DEFAULT_GOAL := help
.PHONY: help serve build new publication check fix diff addresses kind transcript pack verify test content-trial \
	guard-trial accessibility pictures bench fuzz lint clean lock browser
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONPATH := hooks
export NO_MKDOCS_2_WARNING := 1  # Material's note on its end of life, which README answers, on every run

help: ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 15

PORT ?= 8000
serve: $(VENV)/build ## show the site at http://127.0.0.1:8000, drafts too, and follow every edit (PORT=8001, DEMO=1)
	@$(if $(DEMO),PYTHONPATH=hooks:tests $(BIN)/python -m demo)
	@$(if $(DEMO),PYTHONPATH="$(CURDIR)/.cache/demo/hooks") $(BIN)/mkdocs serve --no-strict --dev-addr 127.0.0.1:$(PORT) $(if $(DEMO),--config-file "$(CURDIR)/.cache/demo/mkdocs.yml")

build: $(VENV)/build ## write the site into site/, whole or not at all
	@rm -rf .cache/site
	$(BIN)/mkdocs build --strict --site-dir .cache/site
	@rm -rf site && mv .cache/site site
	@echo "site/ is ready: $$(find site -name '*.html' | wc -l | tr -d ' ') pages"

# Answers go as they were typed, by the environment: titles hold quotation marks and dollar signs.
ANSWERS := TITLE SERIES STATUS PERIOD TOPICS AGENCIES PUBLISHED EXPECTED SCOPE SUMMARY POSTER POSTER_TEXT SLUG
$(foreach answer,$(ANSWERS),$(eval new: export NEW_$(answer) := $$(value $(answer))))
new: $(VENV)/build ## add an audit: asks for its title, topics, poster ... (TITLE='...' POSTER='...' ...)
	@$(BIN)/python -m publication.cli new

# Only what was typed behind the command counts: NAME may well stand in somebody's environment.
START := NAME SHORT_NAME SITE_NAME SITE REPOSITORY EMAIL DEEP ACCENT SERIES COMMITTEES FOLDER YES
$(foreach answer,$(START),$(if $(filter command,$(origin $(answer))),$(eval publication: export START_$(answer) := $$(value $(answer)))))
publication: $(VENV)/build ## start a publication of your own: asks for names, addresses, colours ... (FOLDER=...)
	@$(BIN)/python -m publication.cli publication

FORMAT ?= plain
check: $(VENV)/build ## check records and posters without building (FORMAT=github or json)
	@$(BIN)/python -m publication.cli check --format $(FORMAT)

fix: $(VENV)/build ## put records into their normal form, without touching a word (AUDIT=slug for one)
	@$(BIN)/python -m publication.cli fix "$(AUDIT)"

# The shell reads the names: make would run what a branch's name may hold.
diff: $(VENV)/build ## say what your work does to the public site (BASE=main FORMAT=markdown THUMBNAILS=folder)
	@$(BIN)/python -m publication.cli diff --format $(FORMAT) --base="$${BASE:-main}" --thumbnails="$${THUMBNAILS:-}"

addresses: $(VENV)/build ## say which published addresses your work would take away (BASE=main FORMAT=github or json)
	@$(BIN)/python -m publication.cli addresses --format $(FORMAT) --base="$${BASE:-main}"

kind: $(VENV)/build ## say whether your work changes content only, or the machinery too (BASE=main)
	@$(BIN)/python -m publication.cli kind --base="$${BASE:-main}"

transcript: $(VENV)/build ## draft the words of a poster into its record (AUDIT=slug)
	@$(BIN)/python -m publication.cli transcript "$(AUDIT)"

pack: $(VENV)/build ## put all posters of a series into one PDF (SERIES=slug, or TOPIC=slug)
	@$(BIN)/python -m publication.cli pack $(if $(TOPIC),--topic "$(TOPIC)",--series "$(SERIES)")

SITE ?= site
verify: $(VENV)/dev tests/node_modules/.ready browser ## hold the built site to the rules that every site keeps (SITE=folder BASE=main)
	@$(BIN)/python -m publication.cli verify --site "$(SITE)" --base="$${BASE:-}" --format $(FORMAT)

SHIPPED := .cache/shipped
test: $(VENV)/dev tests/node_modules/.ready browser ## run every test, and verify the publication that is here
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile
	@rm -rf $(SHIPPED)
	$(BIN)/mkdocs build --strict --site-dir $(SHIPPED)
	@$(MAKE) verify SITE=$(SHIPPED) BASE=

content-trial: $(VENV)/dev tests/node_modules/.ready browser ## make each change that editors make, in a clone, and see it pass (WITHOUT=tests)
	@PYTHONPATH=hooks:tests $(BIN)/python -m content_trial $(if $(WITHOUT),--without-tests)

REPORT := .cache/accessibility
accessibility: $(VENV)/dev tests/node_modules/.ready browser ## test every page in every state, and write a report
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile --quiet --publication . --accessibility-report $(REPORT) tests/accessibility; \
		outcome=$$?; test $$outcome -le 1 || exit $$outcome; \
		cp $(REPORT)/summary.json content/accessibility.json; \
		echo "$(REPORT)/report.html has the report; content/accessibility.json is what the statement tells of it."; exit $$outcome

guard-trial: $(VENV)/dev ## try the guard of personal data: how much it finds, and how many false alarms it gives
	@PYTHONPATH=hooks:tests $(BIN)/python -m guard.trial

pictures: $(VENV)/dev browser ## take the pictures of the editors' guide anew
	@PYTHONPATH=hooks:tests $(BIN)/python -m guide.pictures

bench: $(VENV)/dev ## measure builds and the check (N="20 200 1000", POSTERS=folder)
	@PYTHONPATH=hooks:tests $(BIN)/python -m bench $(if $(N),--audits $(N)) $(if $(POSTERS),--posters "$(POSTERS)")

fuzz: $(VENV)/dev ## try any files as posters and as records (DIR=folder)
	@PYTHONPATH=hooks:tests $(BIN)/python -m fuzz "$(DIR)"

lint: $(VENV)/dev ## style and types of the code, safety of the workflows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --quiet --offline .github/workflows
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/add-an-audit.yml .github/ISSUE_TEMPLATE/report-a-problem.yml

clean: ## remove everything that the commands above made
	rm -rf $(VENV) .cache site tests/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

lock: ## pin the dependencies of requirements/*.in anew, with hashes and without addresses
	$(PYTHON) -m venv .cache/lock && .cache/lock/bin/pip install --quiet pip-tools
	for list in build dev; do CUSTOM_COMPILE_COMMAND="make lock" .cache/lock/bin/pip-compile --quiet --upgrade \
		--generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host --output-file requirements/$$list.txt requirements/$$list.in; done

# Set-up: a line a step. A marker in the virtual environment is newer than its list of packages once they are
# installed. What a step says goes to standard error: standard output is what a command answers.
ONLINE := Is this computer on the internet? Behind a proxy, set HTTPS_PROXY.
$(VENV)/build $(VENV)/dev: $(VENV)/%: requirements/%.txt
	@command -v $(PYTHON) >/dev/null && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: install it, or name it with make PYTHON=..." >&2; exit 2; }
	@$(BIN)/python -c 'import pip' 2>/dev/null || requirements/set-up "a place for Python packages" \
		"Python needs its module venv: on Debian and Ubuntu, sudo apt-get install python3-venv." $(PYTHON) -m venv $(VENV)
	@requirements/set-up "Python packages (about a minute)" "$(ONLINE)" \
		$(BIN)/python -m pip install --disable-pip-version-check --no-input --require-hashes --requirement $<
	@touch $@ $(if $(findstring dev,$@),$(VENV)/build)

tests/node_modules/.ready: tests/package-lock.json
	@command -v npm >/dev/null || { echo "The tests need npm: install Node.js 20 or newer." >&2; exit 2; }
	@requirements/set-up "what the tests need of Node.js" "$(ONLINE)" npm ci --prefix tests --no-audit --no-fund
	@touch $@

browser:
	@command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || command -v google-chrome >/dev/null \
		|| requirements/set-up "Chromium, in which the tests run" "Install Chromium." ./tests/install-browser
