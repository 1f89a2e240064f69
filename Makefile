# Emploi Allier. `make` alone prints this list.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

EMPLOI := .build/release/emploi
DATABASE := var/emploi.sqlite
PORT ?= 8080
SOURCES := $(shell find Sources -type f) Package.swift

# Debian packages: what the program is built from, and what its tests use besides.
BUILD_PACKAGES := libsqlite3-dev libssl-dev libstemmer-dev zlib1g-dev libbrotli-dev libcurl4-openssl-dev libexpat1-dev \
	libqrencode-dev
TEST_PACKAGES := chromium chromium-driver fonts-liberation nginx-light curl apache2-utils wrk nodejs default-jdk-headless \
	strace python3-venv libxml2-utils unzip faketime
BENCH_PACKAGES := nginx-light wrk
VENV := .build-tools
TANTIVY := [ -x .build-tantivy/bin/python ] || { python3 -m venv .build-tantivy && .build-tantivy/bin/pip install -q tantivy==0.*; }

.PHONY: help run setup setup-tests build test unit end-to-end api api-random browser timing asan tsan hard fuzz relevance bench \
	bench-search lint format routes

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

test: setup-tests lint unit end-to-end api browser ## Run every test, browser tests included

unit: setup ## Run the Swift tests
	swift build --product emploi
	swift test --disable-xctest

end-to-end: setup-tests $(EMPLOI) ## Use the program and its server from outside: files, signals, nginx, other clients
	EMPLOI=$(EMPLOI) python3 -m unittest Tests/EndToEndTests/test_program.py Tests/EndToEndTests/test_mail.py Tests/EndToEndTests/test_register.py \
		Tests/EndToEndTests/test_webhooks.py Tests/EndToEndTests/test_depot.py
	swift build -c release --product httpprobe
	python3 Tests/EndToEndTests/Server/behind_nginx.py .build/release/httpprobe
	python3 Tests/EndToEndTests/Server/clients.py .build/release/httpprobe
	python3 Tests/EndToEndTests/Server/crowd.py .build/release/httpprobe --idle 1000 --slow 100 --any-latency

hard: setup-tests ## Hurt the server: 10,000 idle and 3,000 slow clients, no descriptors left, twice the load it can bear
	swift build -c release --product httpprobe
	python3 Tests/EndToEndTests/Server/crowd.py .build/release/httpprobe
	python3 Tests/EndToEndTests/Server/exhaustion.py .build/release/httpprobe

api: setup-tests $(EMPLOI) ## Check the API and the feeds with others' tools
	$(VENV)/bin/python Tests/API/run.py $(EMPLOI) $(VENV)

RUNS ?= 1
api-random: setup-tests $(EMPLOI) ## Ask the API at random with a seed that is printed; RUNS=1, SEED= to repeat one
	$(VENV)/bin/python Tests/API/random_run.py $(EMPLOI) $(VENV) $(RUNS)

browser: setup-tests $(EMPLOI) ## Open every page in Chromium and check it
	$(VENV)/bin/python Tests/Browser/run.py $(EMPLOI) $(VENV)

asan: setup ## Run the Swift tests under the address sanitizer
	ASAN_OPTIONS=detect_leaks=0 swift test --disable-xctest --sanitize=address --scratch-path .build-asan

timing: $(EMPLOI) ## Measure whether the credential forms tell by their time that an address is known; SAMPLES=300
	python3 Tests/Timing/accounts.py $(EMPLOI) $(SAMPLES)

tsan: setup ## Run the Swift tests under the thread sanitizer
	swift test --disable-xctest --sanitize=thread --scratch-path .build-tsan

SAMPLES ?= 300
SECONDS_OF_FUZZ ?= 60
fuzz: setup ## Bend valid inputs at the readers of foreign octets; SECONDS_OF_FUZZ=60
	swift run -c release Fuzz --seconds $(SECONDS_OF_FUZZ)

relevance: setup ## Compare the order of results with plain FTS5 and Tantivy
	swift build -c release --product SearchBench
	@$(TANTIVY)
	.build-tantivy/bin/python Tests/Relevance/relevance.py

bench-search: setup $(EMPLOI) ## Compare the speed of search with Tantivy's, 10 minutes; BENCH=--without-million for 3
	@$(TANTIVY)
	@Scripts/install-packages $(BENCH_PACKAGES)
	swift build -c release --product SearchBench
	@.build-tantivy/bin/python Bench/search/run.py $(BENCH)

bench: setup $(EMPLOI) ## Compare speed with nginx and Hummingbird, 8 minutes; BENCH=--quick for 1 (Bench/README.md)
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
