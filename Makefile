# Two commands do everything on a fresh machine: `make run` and `make test`.
# The rest is for developers; `make help` lists all.

SWIFT ?= swift
PYTHON ?= python3
# Debian's packages: the three C libraries, and the tool that finds them.
PACKAGES = libcmark-dev libyaml-dev libsqlite3-dev pkg-config
# What `make bench` and some tests use besides.
BENCH_PACKAGES = cmark gcc libc6-dev
BUILD ?= .build
RELEASE = $(BUILD)/release
# The Swift libraries are linked in: the programs start in half the time, and run where no toolchain is.
STATIC = --static-swift-stdlib
CASEBOOK = $(RELEASE)/casebook
WORK ?= /tmp/casebook-bench

.PHONY: help run test build setup lint check stress mutants stranger bench bench-large bench-setup templates clean

help: ## show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## set up, validate the shipped cases, list the tools, print the cases, build the site
	@sh Tests/Scripts/tour.sh $(CASEBOOK)

test: setup ## set up and run all tests
	$(SWIFT) test --disable-xctest

build: setup ## release build of the command line, and of the checks of the shipped cases
	$(SWIFT) build -c release $(STATIC) --product casebook
	$(SWIFT) build -c release --product casebook-checks

setup: ## install the Debian packages that are missing
	@sh Tests/Scripts/setup.sh $(PACKAGES)

lint: ## check the format of all sources
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

check: setup ## everything that CI does
	bash .ci/run

stress: setup ## run the shipped checks 50 times, half of them on a busy machine, and compare
	$(SWIFT) build -c release --product casebook-checks
	$(PYTHON) Tests/Scripts/stress.py $(RELEASE)/casebook-checks --runs 50

mutants: setup ## put three mistakes into each fix; do the shipped checks notice
	$(PYTHON) Tests/Scripts/mutate.py

stranger: setup ## build a knowledge base of somebody else's on the kit, and run its checks
	sh Tests/Scripts/stranger.sh

templates: ## embed templates/ and the registry of tools into the sources after an edit
	@$(PYTHON) Tests/Scripts/embed_templates.py

bench-setup: setup
	@sh Tests/Scripts/setup.sh $(BENCH_PACKAGES)

bench: bench-setup ## our pipeline against a plain C loop, our search against tantivy and FTS5
	$(SWIFT) build -c release $(STATIC) --product casebook
	$(SWIFT) build -c release $(STATIC) --product casebook-bench
	@sh Tests/Scripts/bench.sh $(RELEASE) $(WORK)
	@sh Tests/Scripts/bench_search.sh $(RELEASE) $(WORK)
	@sh Tests/Scripts/bench_browser.sh $(RELEASE) $(WORK)

bench-large: bench-setup ## our search against tantivy and FTS5 at 100,000 documents (needs 3 GB in WORK, removed afterwards)
	$(SWIFT) build -c release $(STATIC) --product casebook-bench
	@DOCUMENTS=100000 ROUNDS=1 sh Tests/Scripts/bench_search.sh $(RELEASE) $(WORK)/large
	@rm -rf $(WORK)/large

clean: ## remove build products and the generated site
	rm -rf $(BUILD) site
