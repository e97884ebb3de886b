#!/usr/bin/env bash
# Kills a run at random moments, goes on with it each time, and holds its result against that of an
# unbroken run: everything but `execution` must be the same bytes.
#
#   Benchmarks/kill_and_resume.sh [kills] [config] [seed]
set -euo pipefail
cd "$(dirname "$0")/.."

kills=${1:-50} config=${2:-demo/explainability.json} RANDOM=${3:-2026}
evaluate=.build/release/evaluate
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo "$config, $kills kills, seed ${3:-2026}"

without_execution() {
  python3 - "$1" <<'PYTHON'
import json, sys
result = json.load(open(sys.argv[1]))
del result["execution"]
print(json.dumps(result, sort_keys=True))
PYTHON
}

"$evaluate" --quiet --config "$config" --output "$folder/unbroken" >"$folder/table"
recorded() { if [ -f "$folder/broken/images.jsonl" ]; then wc -l <"$folder/broken/images.jsonl"; else echo 0; fi; }

# The shell tells of every process that is killed; what evaluate says goes past that.
exec 3>&2 2>/dev/null
killed=0 moments=""
while [ "$killed" -lt "$kills" ]; do
  if [ -f "$folder/broken/result.json" ]; then
    # It was faster than its killer: once more from the beginning.
    cmp <(without_execution "$folder/unbroken/result.json") \
      <(without_execution "$folder/broken/result.json")
    rm -r "$folder/broken"
  fi
  "$evaluate" --quiet --config "$config" --output "$folder/broken" --resume >/dev/null 2>&3 &
  process=$!
  sleep "0.$((RANDOM % 900 + 100))"
  if kill -9 "$process"; then
    killed=$((killed + 1))
    moments="$moments $(recorded)"
  fi
  wait "$process" || true
done
exec 2>&3
"$evaluate" --quiet --config "$config" --output "$folder/broken" --resume >/dev/null
cmp <(without_execution "$folder/unbroken/result.json") \
  <(without_execution "$folder/broken/result.json")
echo "killed after these lines of images.jsonl:$moments"
echo "the result is that of the unbroken run"
