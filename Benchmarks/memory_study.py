"""Shows that a run's memory does not grow with its images.

Draws noise with label maps of 171 classes, runs the optimised binary with a small model over a tenth of them and over
all, and compares the largest resident size of the two. `make study` writes the numbers to
Results/performance/memory.md.

    python3 Benchmarks/memory_study.py .build/release/evaluate 5000
"""

import json
import os
import pathlib
import random
import struct
import subprocess
import sys
import tempfile
import time
import zlib

CLASSES = 171
SIDE = 32


def chunk(kind, data):
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def png(samples, channels):
    """A PNG of 8 bits: gray with one channel, RGB with three."""
    stride = SIDE * channels
    rows = b"".join(
        b"\0" + samples[row * stride:(row + 1) * stride] for row in range(SIDE))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2 if channels == 3 else 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
            + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


def draw(folder, count):
    """Images of noise, and label maps of four blocks of random classes each."""
    generator = random.Random(171)
    for name in ("images", "labels"):
        (folder / name).mkdir()
    half = SIDE // 2
    for index in range(count):
        image = generator.randbytes(SIDE * SIDE * 3)
        blocks = [generator.randrange(CLASSES) for _ in range(4)]
        upper = (bytes([blocks[0]]) * half + bytes([blocks[1]]) * half) * half
        lower = (bytes([blocks[2]]) * half + bytes([blocks[3]]) * half) * half
        (folder / "images" / f"{index:05}.png").write_bytes(png(image, 3))
        (folder / "labels" / f"{index:05}.png").write_bytes(png(upper + lower, 1))
    # Real words, so that their prompts differ as those of a benchmark do.
    (folder / "classes.txt").write_text("".join(f"thing {n}\n" for n in range(CLASSES)))


def run(evaluate, folder, home, task, limit):
    """The largest resident size in MiB and the seconds of a run over the first images."""
    config = folder / f"{task}.json"
    config.write_text(json.dumps({
        "task": task, "method": ["clip", "clip-surgery"],
        "protocol": {"preset": "demo", "inputSize": SIDE},
        "model": {"checkpoint": str(home / "Datasets/Demo/model/model.safetensors")},
        "dataset": {"kind": "folder", "root": str(folder), "classes": "classes.txt",
                    "imageSuffix": ".png", "ignoreLabel": 255},
    }))
    started = time.monotonic()
    process = subprocess.Popen(
        [evaluate, "--config", str(config), "--limit", str(limit), "--quiet",
         "--output", str(folder / f"{task}-{limit}")],
        stdout=subprocess.DEVNULL, cwd=home)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{task} over {limit} images failed")
    return usage.ru_maxrss / 1024, time.monotonic() - started


def main():
    evaluate = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    home = pathlib.Path(__file__).resolve().parent.parent
    rows = []
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        draw(folder, count)
        for task in ("segmentation", "explainability", "points", "multi-label"):
            few, _ = run(evaluate, folder, home, task, count // 10)
            many, seconds = run(evaluate, folder, home, task, count)
            rows.append((task, few, many, many / few, seconds))
    print(f"""# Memory does not grow with the images

The largest resident size of whole runs over {count // 10} and over {count} images: noise of {SIDE} × {SIDE} pixels with
label maps of {CLASSES} classes, CLIP and CLIP Surgery side by side, the demo's small model. Made by `make study`.

| task | {count // 10} images, MiB | {count} images, MiB | ratio | {count} images, s |
|---|---:|---:|---:|---:|""")
    for task, few, many, ratio, seconds in rows:
        print(f"| {task} | {few:.0f} | {many:.0f} | {ratio:.2f} | {seconds:.0f} |")
    print("""
Sums are counts of pixels and exact sums of ratios: maps are measured and dropped image by image. Multi-label
recognition ranks all images of a class against each other and so keeps its scores, 4 bytes for each image, class and
row of the table; lists of the samples' files grow with any data set.""")


if __name__ == "__main__":
    main()
