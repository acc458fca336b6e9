# `make up` starts everything; `make help` lists the rest.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PY := .venv/bin/python
export DJANGO_SETTINGS_MODULE := metrics_portal.settings

.PHONY: help
help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 20

.PHONY: venv venv-dev venv-engines
venv:
	@scripts/venv requirements.txt
venv-dev: venv
	@scripts/venv requirements.txt requirements-dev.txt
venv-engines: venv-dev
	@scripts/venv requirements.txt requirements-dev.txt requirements-engines.txt

# ── Running

.PHONY: up stop-operational start-operational
up: venv ## start the portal with all it needs; Ctrl-C stops it
	@$(PY) -m metrics_portal.up

stop-operational: venv ## stop the demo's operational PostgreSQL, to see degraded tiles
	@$(PY) -m metrics_portal.embedded stop-operational

start-operational: venv ## start it again
	@$(PY) -m metrics_portal.embedded start-operational

# ── Checking

.PHONY: test test-engines chaos check fuzz-guard fmt openapi bench
# Half of their time many tests wait, for silence or for a deadline: so one process more than there are cores.
PROCESSES = -n $$(( $$(getconf _NPROCESSORS_ONLN) + 1 )) --maxprocesses 4 --dist loadfile
test: venv-dev ## run the tests, all but those on Spark
	@$(PY) -m tests.prerequisites browser redis
	@$(PY) -m pytest -m "not engines" $(PROCESSES)

test-engines: venv-engines ## run the tests on Apache Spark (needs Java 17)
	@$(PY) -m tests.prerequisites engines
	@$(PY) -m pytest -m engines $(PROCESSES)

chaos: venv-dev ## take away what the portal stands on, one thing after the other (Spark too, where it is installed)
	@$(PY) -m tests.chaos

check: venv-dev ## run linters, types, layers, migrations, OpenAPI and deployment checks
	@$(PY) -m tests.with_servers scripts/check

fuzz-guard: venv-dev ## look for a way past the guard for SECONDS (60)
	@$(PY) -m sqlgen.tests.guard_fuzz $(or $(SECONDS),60) $(SEED)

fmt: venv-dev ## format the code
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

openapi: venv-dev ## rewrite docs/api/openapi.yaml
	@$(PY) manage.py spectacular --fail-on-warn --validate --file docs/api/openapi.yaml

bench: venv-dev ## measure, and write the results as JSON
	@$(PY) -m bench
