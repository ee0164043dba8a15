# Every target makes the environment it needs; what has to be there is Python 3.11+, pip, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One thread a process: the matrices are small, and OpenBLAS's threads only wait for one another.
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: demo test check lint format docs bench lock screenshots clean

demo: $(VENV)/.runtime
	$(BIN)/predlozheno extract corpus/texts/drrk-politics.txt
	$(BIN)/predlozheno extract corpus/texts --format csv,xlsx

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: lint test

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.dev
	$(BIN)/predlozheno schema --markdown > docs/data-model.md

# Peers beside predlozheno, on any folder: make bench TEXTS=my-folder ROUNDS=5
TEXTS ?= corpus/texts
ROUNDS ?= 3
bench: $(VENV)/.bench
	$(BIN)/python tests/bench $(TEXTS) --rounds $(ROUNDS)

INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Where the system's Python comes without ensurepip (Debian without python3-venv), its pip fills in.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed. Name one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV) || { $(PYTHON) -m venv --clear --without-pip $(VENV) && \
	  $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check pip; }

$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(INSTALL) --require-hashes -r requirements-dev.lock
	touch $@

$(VENV)/.bench: requirements-bench.lock $(VENV)/.dev
	$(INSTALL) --require-hashes -r requirements-bench.lock
	touch $@

# Hashes, no addresses: the lock installs from whichever index the machine is set up for.
# `lock` needs uv on the path; nothing else does.
LOCK := uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --quiet
lock:
	$(LOCK) --group build pyproject.toml -o requirements.lock
	$(LOCK) --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	$(LOCK) --group bench -c requirements-dev.lock pyproject.toml -o requirements-bench.lock

# The pictures of the README; needs chromium.
screenshots: $(VENV)/.dev
	$(BIN)/python docs/screenshots.py

clean:
	rm -rf $(VENV) outputs/runs build dist
