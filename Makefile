# Every target makes the environment it needs; nothing has to be installed by hand but Python 3.11+, pip, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One thread a process: the matrices are small, and OpenBLAS's threads only wait for one another.
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: demo test check lint format lock clean

demo: $(VENV)/.runtime
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

$(VENV)/.runtime: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# Hashes, no addresses: the lock installs from whichever index the machine is set up for.
LOCK := uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --quiet
lock:
	$(LOCK) --group build pyproject.toml -o requirements.lock
	$(LOCK) --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) outputs/runs build dist
