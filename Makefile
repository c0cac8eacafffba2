# The targets a person types. CMake builds (CMakePresets.json); the scripts set up.
# `make help` prints the comments that follow the targets.

PREFIX ?= /usr/local
DESTDIR ?=
BOOK ?= content
TIME ?= 60
SINCE ?=
RUNS ?= 3
BASE ?=
BUILD := build/release
NBPUBLISH := $(BUILD)/src/nbpublish

export DESTDIR
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: book test diagrams accept setup build format tidy setup-tidy asan odr fuzz setup-fuzz conformance bench bench-compare install clean help

book: build ## set up, build, and publish content/ as PDF and EPUB into build/out
	$(NBPUBLISH) --all --pdf --epub --cover --book content

test: build ## set up, build, and run every test
	cmake --build --preset release
	ctest --preset release --parallel "$$(nproc)" --no-tests=error

diagrams: build ## draw the Mermaid diagrams of BOOK (content) and store them beside its chapters; installs Chromium
	@scripts/setup-diagrams.sh
	$(NBPUBLISH) diagrams --book '$(BOOK)'

accept: $(BUILD)/build.ninja ## rewrite what the golden case CASE=name (all without) must give, and show what changed, as build/accept.html too
	cmake --build --preset release --target run_cases
	NBP_ACCEPT=1 NBP_CASE='$(CASE)' NBP_REPORT=build/accept.html $(BUILD)/tests/cases/run_cases tests/cases/*.txt

setup: ## install the Debian packages and fonts that are missing
	@scripts/setup.sh

build: $(BUILD)/build.ninja ## set up, and build the release binary
	cmake --build --preset release --target nbpublish

format: ## write the C++ of src/ and tests/ as .clang-format says
	@find src tests -name '*.cc' -o -name '*.h' | xargs clang-format-14 --style=file -i

tidy: build/tidy/build.ninja ## look for bugs with clang-tidy in the rooms that have changed since the commit SINCE= (all without); installs it
	@cmake --preset tidy >/dev/null
	@scripts/tidy.sh $(SINCE)

odr: build/odr/build.ninja ## link the release program as a whole, to find what is defined twice
	cmake --build --preset odr

asan: build/asan-ubsan/build.ninja ## run every test, and publish the books of the tree, under the address and undefined-behaviour sanitizers
	cmake --build --preset asan-ubsan
	ctest --preset asan-ubsan --parallel "$$(nproc)" --no-tests=error
	@scripts/publish-sanitized.sh build/asan-ubsan/src/nbpublish content tests/books/everything

fuzz: build/fuzz/build.ninja ## fuzz each parser, and layout, for TIME=60 seconds (TARGET=name one of them); installs clang
	cmake --build --preset fuzz
	@scripts/fuzz.sh '$(TIME)' $(TARGET)

conformance: book ## check the files in build/out with epubcheck, Ace, Chromium, veraPDF, qpdf, MuPDF, Ghostscript and poppler
	$(NBPUBLISH) --all --omnibus --sample --book content
	@scripts/conformance.sh build/out

# Without BOOK, benchmarks are of a generated set, as long as a real one.
BENCH_SET := build/bench-set
BENCH_BOOK = $(if $(filter file,$(origin BOOK)),$(BENCH_SET),$(BOOK))
$(BENCH_SET)/book.toml: tests/bench/make_set.py $(wildcard tests/bench/made/*.py)
	@tests/bench/make_set.py $(BENCH_SET)

bench: build $(BENCH_SET)/book.toml ## time and memory, cold, warm, edited and by stage, of BOOK (a generated set), RUNS=3 rounds; build/bench.json
	@cmake --build --preset release --target floor_bench layout_bench pdf_bench epub_bench archive_bench
	@scripts/bench.py --runs $(RUNS) --stages --json build/bench.json $(NBPUBLISH) $(BUILD)/tests '$(BENCH_BOOK)'
	@$(BUILD)/tests/archive_bench '$(BENCH_BOOK)'

bench-compare: build $(BENCH_SET)/book.toml ## the same build's time and memory as a multiple of those of the revision BASE=; build/bench-compare.json
	@[ -n '$(BASE)' ] || { echo 'make bench-compare BASE=REVISION'; exit 2; }
	@cmake --build --preset release --target layout_bench
	@scripts/bench_compare.py --runs $(RUNS) --json build/bench-compare.json $(BUILD) '$(BASE)' '$(BENCH_BOOK)'

install: build ## install below PREFIX (/usr/local), inside DESTDIR if that is given
	cmake --install $(BUILD) --prefix '$(PREFIX)'

clean: ## remove everything that was built; fetched fonts stay
	rm -rf build

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | awk -F '|' '{ printf "make %-14s %s\n", $$1, $$2 }'

# A preset's name is its folder's. Ninja itself notices changed CMakeLists; changed presets are noticed here.
build/%/build.ninja: CMakePresets.json | setup
	cmake --preset $*
	@touch $@
build/fuzz/build.ninja: | setup-fuzz
setup-fuzz: setup
	@scripts/install-debian.sh scripts/debian-packages-fuzz.txt
build/tidy/build.ninja: | setup-tidy
setup-tidy: setup
	@scripts/install-debian.sh scripts/debian-packages-tidy.txt
