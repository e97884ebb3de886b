"""Runs the binary and plain PyTorch on the same images in turn, compares their counts and their time.

    python compare.py --voc VOCdevkit/VOC2012 --list clean_all --rounds 3 --limit 8 --output table.md

Both use a random ViT-B/16 at 512 × 512, 20 classes and 85 templates, float32, two threads. The figures are
whole-process times of the operating system, in turn, so that a machine that changes its speed changes both;
the ratio of each round is what counts. Needs what evaluate_reference.py needs, and `make build`.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def timed(command):
    """Runs a command; gives its wall and processor seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"wall": wall,
            "processor": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime}


def main(arguments):
    work = Path(tempfile.mkdtemp())
    checkpoint = work / "ViT-B-16-random.safetensors"
    subprocess.run([sys.executable, HERE / "random_checkpoint.py", "--output", checkpoint], check=True)
    voc = Path(arguments.voc).resolve()
    arguments.vocabulary = Path(arguments.vocabulary).resolve()
    config = work / "speed.json"
    config.write_text(json.dumps({
        "name": "speed", "method": "clip-surgery",
        "protocol": {"preset": "paper", "classNames": "canonical"},
        "model": {"checkpoint": str(checkpoint), "vocabulary": str(arguments.vocabulary)},
        "dataset": {"kind": "voc20", "root": str(voc), "split": arguments.list}}))
    rounds = []
    for index in range(arguments.rounds):
        output = work / f"run-{index}"
        ours = timed([ROOT / ".build/release/evaluate", "--config", config, "--limit",
                      str(arguments.limit), "--workers", "2", "--output", output, "--quiet"])
        result = json.loads((output / "result.json").read_text())
        theirs = timed([
            sys.executable, HERE / "evaluate_reference.py", "--checkpoint", checkpoint,
            "--tokenizer", ROOT / ".build/release/evaluate", "--vocabulary", arguments.vocabulary,
            "--images", voc / "JPEGImages", "--labels", voc / "SegmentationClass",
            "--list", voc / "ImageSets/Segmentation" / f"{arguments.list}.txt",
            "--classes", ROOT / "Datasets/classes/voc20.txt",
            "--templates", ROOT / "Datasets/templates/clip-surgery-85.txt",
            "--limit", str(arguments.limit), "--output", work / "reference.json"])
        reference = json.loads((work / "reference.json").read_text())
        a = [cell for row in result["rows"][0]["confusion"]["counts"] for cell in row[:-1]]
        b = [cell for row in reference["confusion"] for cell in row]
        rounds.append({
            "ours": ours, "theirs": theirs, "pixels": sum(a),
            "difference": sum(abs(x - y) for x, y in zip(a, b)),
            "oursImages": result["execution"]["seconds"]["images"],
            "theirsImages": reference["seconds"]["images"],
            "oursText": result["execution"]["seconds"]["preparation"],
            "theirsText": reference["seconds"]["load"] + reference["seconds"]["text"],
            "kernels": result["execution"]["matrixKernels"],
            "processor": result["execution"]["processor"]})
    shutil.rmtree(work)

    def row(name, ours, theirs):
        x = [ours(r) for r in rounds]
        y = [theirs(r) for r in rounds]
        ratio = statistics.median(b / a for a, b in zip(x, y))
        return (f"| {name} | {statistics.median(x):.2f} | {statistics.median(y):.2f} | "
                f"{ratio:.2f} |\n")

    first = rounds[0]
    table = (
        f"{first['processor']}, {os.cpu_count()} cores, {first['kernels']}; "
        f"{arguments.rounds} rounds in turn, medians; {arguments.limit} images.\n\n"
        "| seconds | evaluate | PyTorch | ratio |\n|---|---|---|---|\n"
        + row("whole evaluation, wall", lambda r: r["ours"]["wall"], lambda r: r["theirs"]["wall"])
        + row("whole evaluation, processor", lambda r: r["ours"]["processor"],
              lambda r: r["theirs"]["processor"])
        + row("loading and 1,700 prompts, wall", lambda r: r["oursText"], lambda r: r["theirsText"])
        + row("per image, wall", lambda r: r["oursImages"] / arguments.limit,
              lambda r: r["theirsImages"] / arguments.limit)
        + f"\nOf {first['pixels']} scored pixels the two confusion matrices differ in "
        f"Σ|A − B| = {first['difference']}.\n")
    print(table)
    if arguments.output:
        Path(arguments.output).write_text(table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--voc", required=True)
    parser.add_argument("--list", default="val")
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=int, default=8)
    parser.add_argument("--output")
    main(parser.parse_args())
