# Emploi Allier. `make` alone prints this list.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

EMPLOI := .build/release/emploi
DATABASE := var/emploi.sqlite
PORT ?= 8080
SOURCES := $(shell find Sources -type f) Package.swift

# Debian packages: what the program is built from, and what its tests use besides.
BUILD_PACKAGES := libsqlite3-dev libssl-dev libstemmer-dev zlib1g-dev libbrotli-dev libcurl4-openssl-dev libexpat1-dev libqrencode-dev
TEST_PACKAGES := chromium chromium-driver fonts-liberation nginx-light curl strace python3-venv default-jre-headless libxml2-utils unzip
BENCH_PACKAGES := nginx-light wrk
VENV := .build-tools

.PHONY: help run setup setup-tests build test unit browser bench lint format routes

help: ## Print this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | expand -t 16

run: setup $(EMPLOI) ## Build, create the database with demo offers if there is none, and serve on PORT (8080)
	@mkdir -p var
	@$(EMPLOI) demo --database $(DATABASE) --if-empty
	@exec $(EMPLOI) serve --database $(DATABASE) --port $(PORT)

setup: ## Install the Debian packages the build needs
	@Scripts/install-packages $(BUILD_PACKAGES)
	@command -v swift >/dev/null || { echo "Swift 6.3 est introuvable : https://www.swift.org/install/linux/" >&2; exit 1; }

build: setup $(EMPLOI) ## Build in release

$(EMPLOI): $(SOURCES)
	swift build -c release --product emploi
	@touch $@

setup-tests: setup ## Install what the tests need: Debian packages, and Python tools in .build-tools
	@Scripts/install-packages $(TEST_PACKAGES)
	@Scripts/install-test-tools $(VENV)

test: setup-tests lint unit browser ## Run every test, browser tests included

unit: setup ## Run the Swift tests
	swift build --product emploi
	swift test --disable-xctest

browser: setup-tests $(EMPLOI) ## Open every page in Chromium and check it
	$(VENV)/bin/python Tests/Browser/run.py $(EMPLOI) $(VENV)

bench: setup $(EMPLOI) ## Compare speed with nginx and Hummingbird, 6 minutes; BENCH=--quick for 1 (Bench/README.md)
	@Scripts/install-packages $(BENCH_PACKAGES)
	swift build -c release --product httpprobe
	-swift build -c release --package-path Bench/peers/hummingbird-peer --scratch-path .build-bench/hummingbird-peer
	@python3 Bench/run.py $(BENCH)

lint: ## Check the format of the sources
	swift format lint --strict -r Sources Tests Package.swift

format: ## Format the sources
	swift format -i -r Sources Tests Package.swift

routes: $(EMPLOI) ## Print every route and who may use it
	@$(EMPLOI) routes
