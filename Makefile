# Everything there is to do, in one list: `make`.
.DEFAULT_GOAL := help
.PHONY: help setup run test types-fresh check check-python check-web unit web-unit budget e2e types rules migration clients histories mutation faults bench bench-push screens pictograms icons lighthouse clean

PITH_PORT ?= 8000
PITH_DATA ?= instance
MINUTES ?= 1
CLIENTS ?= 100000
HISTORIES ?= 100000
export PITH_PORT PITH_DATA
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# Tests start Pith some hundred times: compiled once, whatever the shell says.
unexport PYTHONDONTWRITEBYTECODE
# Side by side, with the words of each part in one piece (where this make can do that).
TWO = $(MAKE) --no-print-directory -j2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.stamps/python: requirements.lock pyproject.toml
	@sh .ci/need python3 node npm
	@mkdir -p .stamps
	test -x .venv/bin/python || python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	.venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.stamps/python-dev: requirements-dev.lock .stamps/python
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.stamps/node: frontend/package-lock.json
	@sh .ci/need node npm
	@mkdir -p .stamps
	cd frontend && npm ci --no-fund --no-audit --loglevel=error
	@touch $@

frontend/dist/index.html: .stamps/node $(shell find frontend/src frontend/public frontend/index.html frontend/vite.config.ts -type f 2>/dev/null)
	cd frontend && npm run --silent build
	@touch $@

setup: .stamps/python .stamps/node frontend/dist/index.html ## install and build, nothing more

run: .stamps/python .stamps/node frontend/dist/index.html ## install, build, migrate, start web and worker
	@pith release
	@exec honcho start web reminders

test: ## everything CI does
	@sh .ci/need-for-tests
	@$(TWO) check-python check-web types-fresh frontend/dist/index.html
	@$(MAKE) --no-print-directory unit web-unit budget e2e

check: check-python check-web ## format, lint, types, layers, on both sides

check-python: .stamps/python-dev
	ruff format --check .
	ruff check .
	mypy
	lint-imports

check-web: .stamps/node
	cd frontend && npm run --silent check

# The rules are held to every branch by their own tests. Measuring it makes Python two to three times as slow, so it is
# done for these alone; what judges thousands of clients and histories of chance runs with the rest.
CHANCE = $(wildcard tests/domain/*/test_properties.py tests/domain/*/test_parity.py)
unit: .stamps/python-dev ## Python tests without a browser, both engines
	pytest -n 2 --dist worksteal tests/domain $(CHANCE:%=--ignore=%) --cov --cov-report=term
	pytest -n 2 --dist worksteal $(filter-out tests/domain/ tests/e2e/,$(wildcard tests/[a-z]*/ tests/test_*.py)) $(CHANCE)

web-unit: .stamps/node ## front-end tests
	cd frontend && npm run --silent test

budget: frontend/dist/index.html ## sizes of what phones load
	cd frontend && npm run --silent budget

# A browser test that was red is run once more, one after the other: two engines on two busy cores are red once in some
# hundred runs for reasons of the engine or the machine, and one red test refuses everything. Red twice is red, more than
# five red are not tried again, and what was red once is named at the end. All of it: tests/once_more.py.
# Three at a time on two cores: each waits for a third of its time, for a page, a server or a second to pass.
# A test that holds at night may fail at seven: `make e2e ZONE=Pacific/Auckland` runs them at the hour it is there.
e2e: .stamps/python-dev frontend/dist/index.html ## browser tests in Chromium and WebKit
	@rm -f .stamps/flaky
	PITH_TEST_ZONE=$(ZONE) python -m tests.once_more tests/e2e -n 3 --dist worksteal -m "not alone"
	PITH_TEST_ZONE=$(ZONE) python -m tests.once_more tests/e2e -m alone
	@if [ -e .stamps/flaky ]; then cat .stamps/flaky; fi

faults: .stamps/python-dev ## the fault soak, both engines: make faults MINUTES=10
	PITH_FAULT_SECONDS=$$(( $(MINUTES) * 60 )) pytest tests/faults

clients: .stamps/python-dev ## the rules on clients of chance: make clients CLIENTS=1000000
	PITH_CLIENTS=$(CLIENTS) pytest tests/domain/screening/test_properties.py

histories: .stamps/python-dev ## the dose rules on histories of chance: make histories HISTORIES=1000000
	PITH_HISTORIES=$(HISTORIES) pytest -n 2 tests/domain/dose/test_properties.py

mutation: .stamps/python-dev ## break the rules of screening, dose and alerts in each small way; 90 % must be noticed
	python -m tests.mutation

bench: .stamps/python-dev ## ratios against a bare hello and raw SQLite, in one run
	python -m tests.bench

bench-push: .stamps/python-dev ## a reminder against the crypto floor and pywebpush, and claims with a million stored
	@sh .ci/need node
	python -m tests.bench.push

screens: .stamps/python-dev frontend/dist/index.html ## screenshots of every screen into ./screens
	python -m tests.e2e.screens

pictograms: .stamps/python-dev .stamps/node ## every pose with its keyframes, light and dark, into ./screens/pictograms
	python -m tests.content.records > tests/contract/techniques.json
	python -m tests.e2e.pictograms

icons: .stamps/python-dev frontend/dist/index.html ## app icons from one drawing, and the pictures of an install prompt
	python -m tests.e2e.icons

lighthouse: .stamps/python-dev frontend/dist/index.html ## Lighthouse mobile on the client's screens
	python -m tests.e2e.lighthouse

types: .stamps/python-dev .stamps/node ## the OpenAPI document, and the front end's API types from it
	python -m tests.openapi > docs/openapi.json
	cd frontend && npm run --silent types

rules: .stamps/python ## what phones know of the screening rules, and their words, from the YAML
	python -m pith.content.policy_json > frontend/src/domain/screening/policy.gen.json
	python -m pith.content.words_json frontend/src/content
	cp backend/pith/content/data/plain_words.json frontend/src/domain/desk/plain-words.gen.json

types-fresh: .stamps/python-dev .stamps/node
	@python -m tests.openapi | diff -q - docs/openapi.json >/dev/null || { echo "docs/openapi.json is stale: make types"; exit 1; }
	@cd frontend && npx --no-install openapi-typescript ../docs/openapi.json 2>/dev/null | diff -q - src/api/types.gen.ts >/dev/null \
	  || { echo "frontend/src/api/types.gen.ts is stale: make types"; exit 1; }
	@python -m pith.content.policy_json | diff -q - frontend/src/domain/screening/policy.gen.json >/dev/null \
	  || { echo "frontend/src/domain/screening/policy.gen.json is stale: make rules"; exit 1; }
	@python -m pith.content.words_json .stamps && for language in en de; do \
	  diff -q .stamps/words.$$language.gen.json frontend/src/content/words.$$language.gen.json >/dev/null \
	  || { echo "frontend/src/content/words.$$language.gen.json is stale: make rules"; exit 1; }; done

clean: ## remove what was built and installed (data stays)
	rm -rf .venv .stamps frontend/node_modules frontend/dist
