"""Measures how large a report is and how long it takes.

Runs the optimised binary over the shipped scenes and over many more that it draws, with predictions saved, and writes
the report of each run with pictures five times. `make report-study` writes the numbers to
Results/performance/report.md.

    python3 Benchmarks/report_study.py .build/release/evaluate 1000
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

REPEATS = 5
LARGEST = 5_000_000
SLOWEST = 2.0


def evaluate(binary, home, *arguments):
    process = subprocess.run(
        [binary, *map(str, arguments)], cwd=home, stdout=subprocess.DEVNULL)
    if process.returncode:
        sys.exit(f"evaluate {' '.join(map(str, arguments))} failed")


def measure(binary, home, folder, name, config, data, pictures, second=None):
    """The bytes and the median seconds of the report of a run, which is made first."""
    options = ["--config", config] + (["--set", f"dataset.root={data}"] if data else [])
    run = folder / name
    if not run.exists():
        evaluate(binary, home, "run", *options, "--quiet", "--output", run,
                 *(["--save-predictions"] if pictures else []))
    runs = [run] + ([folder / second] if second else [])
    page = folder / f"{name}.html"
    seconds = []
    for _ in range(REPEATS):
        started = time.monotonic()
        evaluate(binary, home, "report", *runs, "--output", page, "--overwrite",
                 *(options if pictures else []))
        seconds.append(time.monotonic() - started)
    text = page.read_text()
    images = json.loads((run / "result.json").read_text())["rows"][0]["images"]
    return images, len(text.encode()), text.count("<img "), statistics.median(seconds)


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    scenes = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    home = pathlib.Path(__file__).resolve().parent.parent
    rows = []
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        drawn = folder / "drawn"
        evaluate(binary, home, "datasets", "demo", "--layout", "folder", "--scenes", scenes,
                 "--quiet", "--output", drawn)
        for data, which in ((None, "shipped"), (drawn, "drawn")):
            for task, config, pictures in (
                    ("segmentation", "demo.json", True),
                    ("explainability", "demo/explainability.json", False),
                    ("points", "demo/points.json", False),
                    ("multi-label", "demo/multi-label.json", False)):
                name = f"{which}-{task}"
                rows.append((f"{which}, {task}",
                             *measure(binary, home, folder, name, config, data, pictures)))
            rows.append((f"{which}, segmentation, two runs",
                         *measure(binary, home, folder, f"{which}-segmentation", "demo.json", data,
                                  True, second=f"{which}-segmentation")))
    print(f"""# A report is small and quick

One page of HTML on each run, with 2,000 resamples for its intervals; for two runs also 10,000 exchanges. Twelve images
are drawn where a segmentation saved its predictions, whatever the number of images: four of the worst, of the middle
and of the best, each with its truth and what every row predicted. CLIP and CLIP Surgery side by side, in
explainability four methods; the median of {REPEATS} on {os.cpu_count()} cores, at a load of {os.getloadavg()[1]:.1f}. Made by
`make report-study`.

| scenes | images | pictures | size, MB | time, s |
|---|---:|---:|---:|---:|""")
    for what, images, size, pictures, seconds in rows:
        print(f"| {what} | {images} | {pictures} | {size / 1e6:.2f} | {seconds:.2f} |")
    large = [row[0] for row in rows if row[2] >= LARGEST]
    slow = [row[0] for row in rows if row[4] >= SLOWEST]
    print(f"""
{LARGEST / 1e6:.0f} MB or more: {"; ".join(large) or "none"}. {SLOWEST:.0f} s or more: {"; ".join(slow) or "none"}.

Explanations take longest: the record of a map is 204 counts, which have to be read, and thresholds are searched again in
every resample. Two runs take the exchanges on top, each of which scores both runs anew.""")


if __name__ == "__main__":
    main()
