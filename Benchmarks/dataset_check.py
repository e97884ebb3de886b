"""Measures `evaluate datasets check`: time, masks a second for each worker, and peak memory.

    python3 Benchmarks/dataset_check.py .build/release/evaluate VOCDEVKIT_PARENT > Results/performance/dataset-check.md

The folder holds VOCdevkit/VOC2012 with SegmentationClassAug. Lists of other lengths are made in a
temporary folder of links, so that peak memory can be compared over the number of masks.
"""

import os
import pathlib
import statistics
import sys
import tempfile
import time

ROUNDS = 5


def measure(arguments):
    """Seconds and peak resident MiB of one run of the program."""
    start = time.perf_counter()
    child = os.posix_spawn(
        arguments[0],
        arguments,
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
    )
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f"{' '.join(arguments)}: exit code {code}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    voc = source / "VOCdevkit/VOC2012"
    masks = sorted(path.stem for path in (voc / "SegmentationClassAug").iterdir())
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "VOC2012"
        lists = root / "ImageSets/Segmentation"
        lists.mkdir(parents=True)
        (root / "SegmentationClassAug").symlink_to(voc / "SegmentationClassAug")
        counts = [len(masks) // 8, len(masks) // 2, len(masks)]
        for count in counts:
            (lists / f"first{count}.txt").write_text("".join(f"{name}\n" for name in masks[:count]))
        cases = [(count, workers) for count in counts for workers in (1, 2)]
        samples = {case: [] for case in cases}
        # Rounds outside, cases inside: whatever else the machine does then falls on all cases alike.
        for _ in range(ROUNDS):
            for count, workers in cases:
                samples[count, workers].append(
                    measure(
                        [
                            str(program), "datasets", "check", "voc21", "--root", folder,
                            "--split", f"first{count}", "--labels-only", "--quiet",
                            "--workers", str(workers),
                            "--set", "dataset.labels=SegmentationClassAug",
                        ]
                    )
                )
    print("# Check of VOC's masks\n")
    print("Every mask is decoded and its labels are counted; images are not looked at.")
    print(f"Medians of {ROUNDS} rounds, cases side by side in each. Made with:\n")
    print("    python3 Benchmarks/dataset_check.py .build/release/evaluate DATA\n")
    print("| Masks | Workers | Seconds | Masks/s | Masks/s and worker | Peak memory, MiB |")
    print("| ----: | ------: | ------: | ------: | -----------------: | ---------------: |")
    for count, workers in cases:
        seconds = statistics.median(second for second, _ in samples[count, workers])
        memory = statistics.median(memory for _, memory in samples[count, workers])
        print(
            f"| {count} | {workers} | {seconds:.2f} | {count / seconds:.0f} "
            f"| {count / seconds / workers:.0f} | {memory:.0f} |"
        )


if __name__ == "__main__":
    main()
