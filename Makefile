# `make site` and `make test` are all that a fresh clone needs; see README.md.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: site serve test lint types bench lighthouse browser format messages lock clean

site: .venv/.site
	$(BIN)/atlas build

serve: .venv/.site
	$(BIN)/atlas serve

test: .venv/.test lint types browser
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: .venv/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: .venv/.test
	$(BIN)/mypy

bench: .venv/.test browser
	$(BIN)/python bench/search.py
	$(BIN)/python bench/extract.py

# Needs Node, which nothing else here does.
lighthouse: site
	$(BIN)/python bench/lighthouse.py

# Chromium and a Chinese font for the browser tests: by apt where we may, else the tests say that they are skipped.
browser:
	@sh tests/install-browser.sh

format: .venv/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# After a text of the site has changed: collects the texts, and brings every catalogue up to date (see CONTRIBUTING.md).
POT := templates/messages/messages.pot
messages: .venv/.test
	$(BIN)/pybabel -q extract -F templates/messages/babel.cfg -k mark -k say -k plurals:1,2 -c Translators: -s --add-location=file \
		--sort-by-file --omit-header --width=120 -o $(POT) .
	for po in templates/messages/*.po; do $(BIN)/pybabel -q update -i $(POT) -o $$po -l $$(basename $$po .po) \
		--width=120 --no-fuzzy-matching --ignore-obsolete --omit-header; done

# The pinned sets name no package index; run this after changing pyproject.toml.
COMPILE := $(BIN)/pip-compile -q --generate-hashes --strip-extras --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
lock: .venv/.test
	$(PIP) install pip-tools
	$(COMPILE) --build-deps-for editable -o requirements.txt pyproject.toml
	$(COMPILE) --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

.venv/.site: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed, $$($(PYTHON) --version) was found. Example: make site PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/.test: .venv/.site requirements-dev.txt
	$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

clean:
	rm -rf build site .venv
