# Gantry. `make` without a target lists what there is.

SWIFT  ?= swift
PREFIX ?= /usr/local
REPO   ?=

# The standard library is linked in: a command line that editors call all day has to start in milliseconds.
# lld, because the default linker warns about functions of Foundation that nothing calls.
RELEASE := --configuration release --static-swift-stdlib -Xswiftc -use-ld=lld
BIN     := .build/release
SOURCES := Package.swift Sources Tests clients/swift
SCRIPTS := .ci/run .ci/setup .ci/demo Tests/Clients/with-daemon $(wildcard clients/shell/*.sh) clients/shell/gantry-sh

.DEFAULT_GOAL := help
.PHONY: help setup build demo test install format lint generate bench clean
MAKEFLAGS += --no-print-directory

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing of the libraries and tools
	@.ci/setup

build: setup ## Build gantryd and gantry for use, in .build/release
	@echo "==> building gantryd and gantry"
	@$(SWIFT) build $(RELEASE) --quiet --product gantryd
	@$(SWIFT) build $(RELEASE) --quiet --product gantry
	@ls -l $(BIN)/gantryd $(BIN)/gantry | awk '{ printf "    %-24s %5.1f MB\n", $$NF, $$5 / 1e6 }'

demo: build ## Show it at work: make demo [REPO=path-or-url]
	@BIN=$(BIN) .ci/demo '$(REPO)'

test: setup lint ## Build and test everything
	@echo "==> building the tests"
	@$(SWIFT) build --quiet --build-tests
	@echo "==> unit and integration tests"
	@$(SWIFT) test --skip-build
	@echo "==> clients against a live daemon"
	@Tests/Clients/with-daemon clients/shell/test.sh
	@Tests/Clients/with-daemon python3 Tests/Clients/raw_socket.py
	@echo "==> all tests passed"

lint: ## Check the format of Swift and the shell scripts
	@echo "==> checking the format"
	@$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)
	@shellcheck $(SCRIPTS)

format: ## Format the Swift sources
	@$(SWIFT) format format --in-place --parallel --recursive $(SOURCES)

generate: ## Write what follows from protocol/openrpc.json
	@$(SWIFT) run --quiet protocolgen

bench: setup ## Measure the daemon
	@echo "==> building the benchmarks"
	@$(SWIFT) build $(RELEASE) --quiet --product gantryd
	@$(SWIFT) build $(RELEASE) --quiet --product gantry-bench
	@$(BIN)/gantry-bench

install: ## Install below PREFIX (/usr/local) what `make build` made
	@test -x $(BIN)/gantryd -a -x $(BIN)/gantry || { echo "Run 'make build' first."; exit 1; }
	@install -D -m 755 -s -t '$(DESTDIR)$(PREFIX)/bin' $(BIN)/gantryd $(BIN)/gantry
	@install -D -m 755 -t '$(DESTDIR)$(PREFIX)/bin' clients/shell/gantry-sh
	@install -D -m 644 -t '$(DESTDIR)$(PREFIX)/share/gantry' $(filter-out %/test.sh,$(wildcard clients/shell/*.sh))
	@install -D -m 644 -t '$(DESTDIR)$(PREFIX)/share/doc/gantry' README.md CONTRIBUTING.md LICENSE
	@install -D -m 644 -t '$(DESTDIR)$(PREFIX)/share/doc/gantry/protocol' $(wildcard protocol/*.md protocol/*.json)
	@install -D -m 644 -t '$(DESTDIR)$(PREFIX)/lib/systemd/user' clients/systemd/gantryd.socket clients/systemd/gantryd.service
	@sed -i 's|@BINDIR@|$(PREFIX)/bin|' '$(DESTDIR)$(PREFIX)/lib/systemd/user/gantryd.service'
	@echo "==> installed below $(DESTDIR)$(PREFIX)"

clean: ## Remove everything that was built
	@rm -rf .build
