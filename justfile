# What is done here often; `just --list` shows it. Everything runs in the environment `just setup` makes.

python := ".venv/bin/python"

# an environment with everything a contributor needs
setup:
    python3 -m venv .venv
    {{ python }} -m pip install -e '.[dev]'

# the tests
test *ARGS:
    {{ python }} -m pytest {{ ARGS }}

# style and types
lint:
    {{ python }} -m ruff check .
    {{ python }} -m ruff format --check .
    {{ python }} -m mypy

# what a fresh machine does
ci:
    .ci/run

# the score on the corpus, against its floors
score:
    .venv/bin/nkclaims score corpus/

# the golden records anew, from what the program says now: read the difference before committing it
golden:
    NKCLAIMS_RENEW=1 {{ python }} -m pytest tests/test_golden.py
    git --no-pager diff --stat -- tests/golden outputs

# memory of a stream of 1,000, 10,000 and 100,000 documents
memory:
    {{ python }} scripts/measure_stream.py

# the tables of src/nkclaims/data that need no downloads
tables:
    {{ python }} scripts/build_currencies.py
    {{ python }} scripts/build_events.py
    {{ python }} scripts/build_holidays.py
