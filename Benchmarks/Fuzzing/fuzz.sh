#!/usr/bin/env bash
# Fuzzes the readers of checkpoints with libFuzzer and AddressSanitizer:
#
#   Benchmarks/Fuzzing/fuzz.sh [zip|pickle|safetensors|numpy]...
#
# Each is fuzzed for FUZZ_SECONDS (600). An input that crashes, takes ten seconds of the processor or too much memory
# is written to .build/fuzzing/findings, and the exit code is not 0. With FUZZ_INPUTS=FOLDER the files
# of FOLDER/<target> are read once each instead, and what each took is printed.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=Benchmarks/Fuzzing
build=.build/fuzzing
targets=("$@")
[ $# -gt 0 ] || targets=(zip pickle safetensors numpy)
mkdir -p $build/findings

# Straight from the sources, instrumented: the package knows nothing of it.
processor=$([ "$(uname -m)" = x86_64 ] && echo x86-64-v3 || echo native)
swift=(swiftc -O -wmo -parse-as-library -swift-version 6 -package-name surgerybench
  -sanitize=fuzzer,address -I $build -Xcc -march=$processor
  -enable-upcoming-feature InternalImportsByDefault
  -Xcc -fmodule-map-file=Sources/COpenBLAS/module.modulemap
  -Xcc -fmodule-map-file=Sources/CZlib/module.modulemap
  -Xcc -fmodule-map-file=$here/Meter/module.modulemap)

# library NAME: compiles Sources/NAME where it is newer than what was compiled.
library() {
  if [ -e $build/"$1".o ] && [ -z "$(find Sources/{Tensors,"$1"} $here/fuzz.sh -newer $build/"$1".o)" ]
  then return; fi
  echo "Building $1 for fuzzing" >&2
  find Sources/"$1" -name '*.swift' -print0 | xargs -0 "${swift[@]}" -module-name "$1" \
    -emit-module -emit-module-path $build/"$1".swiftmodule -c -o $build/"$1".o
}
library Tensors
library Checkpoints
clang -O1 -Wall -Wextra -Werror -c $here/Meter/AllocationMeter.c -o $build/AllocationMeter.o

export SWIFT_BACKTRACE=enable=no  # Swift's own handler would end the program before the input is written
for target in "${targets[@]}"; do
  if [ ! -d $here/Targets/"$target" ]; then
    echo "There is no target '$target', expected $(cd $here/Targets && echo */)." >&2
    exit 64
  fi
  echo "Building and running $target" >&2
  "${swift[@]}" -module-name Fuzzing $here/Targets/*.swift $here/Targets/"$target"/*.swift \
    $build/{Tensors,Checkpoints,AllocationMeter}.o -o $build/fuzz-"$target"
  limits=(-rss_limit_mb=1024 -malloc_limit_mb=256)
  if [ -n "${FUZZ_INPUTS:-}" ]; then
    FUZZ_REPORT=1 $build/fuzz-"$target" "${limits[@]}" -timeout=600 "$FUZZ_INPUTS/$target"/*
    continue
  fi
  mkdir -p $build/corpus/"$target"
  dictionary=$here/Dictionaries/$target.txt
  $build/fuzz-"$target" "${limits[@]}" -timeout=60 -max_len=20000 -max_total_time="${FUZZ_SECONDS:-600}" \
    -dict="$dictionary" -print_final_stats=1 -artifact_prefix=$build/findings/"$target"- \
    $build/corpus/"$target" $here/Seeds/"$target"
done
