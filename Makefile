# The commands of the project. Each prepares the machine first (xtask/setup), says what it installs, and does nothing
# twice. The work itself is in xtask.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test lint package bench screens clean

# They would replace the flags in .cargo/config.toml, and the server's markup and the browser's would differ.
unexport RUSTFLAGS CARGO_ENCODED_RUSTFLAGS

BUILD_DIR := $(or $(CARGO_TARGET_DIR),target)
XTASK := cargo run --release --locked --package xtask --

help:
	@echo 'make run      build, and serve http://localhost:3000 with demo data and the sandbox'
	@echo 'make test     every test, browser journeys included'
	@echo 'make lint     formatting, clippy, licences, the rules of the architecture'
	@echo 'make package  build target/alo_<version>_<architecture>.deb, to install on a Debian server'
	@echo 'make bench    measure; writes target/bench.json'
	@echo 'make screens  take the screenshots of the README'
	@echo 'make clean    remove what was built'

run:
	@xtask/setup run
	@$(XTASK) build
	@mkdir -p data
	@export ALO_SANDBOX=$${ALO_SANDBOX:-on} ALO_DEMO=$${ALO_DEMO:-on}; exec '$(BUILD_DIR)/release/alo'

test:
	@xtask/setup test
	@$(XTASK) test

lint:
	@xtask/setup lint
	@$(XTASK) lint

package:
	@xtask/setup package
	@$(XTASK) package

bench:
	@xtask/setup test
	@$(XTASK) bench

screens:
	@xtask/setup test
	@$(XTASK) screens

clean:
	@cargo clean
	@rm -rf target node_modules
