# Two commands do all the set-up: `make run` and `make check`. The logic is in tools/; python3.11 and pip are enough.
PYTHON ?= python3.11
WORLD ?= cast
PORT ?= 8000
IN_HOUSE = PYTHONPATH=src:. BORDENDEN_DEMO=$${BORDENDEN_DEMO:-1} .venv/bin/python

.PHONY: run check check-all check-spark fix world bench bench-evaluation attack ledger screenshots lock clean
export PORT

run:  ## the demo, on SQLite, at 127.0.0.1:8000
	@$(PYTHON) -m tools.run

check:  ## what CI runs; some steps alone: make check STEPS="lint types"
	@$(PYTHON) -m tools.check $(STEPS)

check-all:  ## the slow suites too, and four times as many made-up cases of the dear properties
	@BORDENDEN_EXAMPLES=4 $(PYTHON) -m tools.check --all

check-spark:  ## every number of the arithmetic on Spark too; needs Java, and half a gigabyte once
	@$(PYTHON) -m tools.check spark

fix:  ## format, and mend what can be mended by machine
	@$(PYTHON) -m tools.environment dev
	@.venv/bin/ruff check --fix . ; .venv/bin/ruff format .

world:  ## build a made-up world: make world WORLD=aalborg
	@$(PYTHON) -m tools.environment run
	@mkdir -p var
	@$(IN_HOUSE) -m bordenden migrate --verbosity 0
	@$(IN_HOUSE) -m bordenden world $(WORLD)

bench:  ## speed and size, written to benchmarks/RESULTS.md
	@$(PYTHON) -m tools.environment dev
	@$(IN_HOUSE) -m benchmarks.run

bench-evaluation:  ## the arithmetic of an evaluation beside R and others, in benchmarks/RESULTS.md: about an hour; SIZES=10000 for less
	@$(PYTHON) -m tools.environment dev
	@$(IN_HOUSE) -m benchmarks.evaluation $(SIZES)

attack:  ## 500 made-up releases in which nothing may be found, and 100 weakened ones in which it must be
	@$(PYTHON) -m tools.environment dev
	@$(IN_HOUSE) -m benchmarks.attacking

ledger:  ## which test shows which row of docs/requirements.md; writes tests/house/shown_rows.txt
	@$(PYTHON) -m tools.environment dev
	@$(IN_HOUSE) -m tools.ledger

screenshots:  ## the pictures in docs/screenshots, phone and desktop
	@$(PYTHON) -m tools.environment dev
	@$(IN_HOUSE) -m tools.screenshots

lock:  ## the hashed lock files from pyproject.toml; newer versions: make lock UPGRADE=1
	@$(PYTHON) -m tools.environment dev
	@$(PYTHON) -m tools.lock $(if $(UPGRADE),--upgrade)

clean:  ## remove the environment, the caches and the local database
	rm -rf .venv .tools var src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
