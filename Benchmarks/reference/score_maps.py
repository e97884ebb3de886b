"""Scores the shipped scenes by way of PyTorch, and holds the result against the native run, task by task.

    swift build -c release --product evaluate
    python Benchmarks/reference/score_maps.py --evaluate .build/release/evaluate --output Results/parity

The function that writes the files is the one that Documentation/scores-from-elsewhere.md shows, taken from
there; the model is the one of evaluate_reference.py. `--fixture FOLDER` keeps the files of the first four
images, which the tests read.
Needs: pip install torch==2.13.0+cpu numpy pillow safetensors
"""

import argparse
import json
import pathlib
import re
import subprocess
import tempfile

import numpy
import torch
import torch.nn.functional as F
from PIL import Image

import evaluate_reference as reference

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMO = ROOT / "Datasets/Demo"
SIZE = 64

# Every task with its methods, by the attention that their tokens come from.
TASKS = {
    "demo": {"clip": "original", "clip-surgery": "surgery"},
    "demo/explainability": {
        "clip": "original", "clip+feature-surgery": "original",
        "clip+architecture-surgery": "surgery", "clip-surgery": "surgery"},
    "demo/points": {"clip": "original", "clip-surgery": "surgery"},
    "demo/multi-label": {"clip": "original", "clip-surgery": "surgery"},
}


def documented():
    """The function of the documentation."""
    page = (ROOT / "Documentation/scores-from-elsewhere.md").read_text()
    names = {}
    exec(re.search(r"```python\n(.*?)```", page, re.S).group(1), names)
    return names["write_score_maps"]


def samples(limit):
    for name in reference.lines(DEMO / "VOC/ImageSets/Segmentation/val.txt")[:limit]:
        yield name, Image.open(DEMO / f"VOC/JPEGImages/{name}.jpg").convert("RGB")


def tokens(model, image):
    """The tokens of the image tower as it is, or under surgery, and their grid."""
    image = image.resize((SIZE, SIZE), Image.BICUBIC)
    pixels = torch.from_numpy(numpy.array(image)).permute(2, 0, 1).float().div(255)
    return model.image_tokens((pixels - reference.MEAN) / reference.STD)


class Original(reference.Model):
    """CLIP as it is."""

    def image_tokens(self, image):
        self.first = self.blocks - 1
        x = F.conv2d(image[None], self.w["visual.conv1.weight"], stride=self.patch)
        rows, columns = x.shape[-2:]
        x = torch.cat([self.w["visual.class_embedding"].view(1, 1, -1),
                       x.flatten(2).transpose(1, 2)], dim=1)
        x = self.norm(x + self.position(rows, columns), "visual.ln_pre")
        for index in range(self.blocks):
            prefix = f"visual.transformer.resblocks.{index}"
            x = x + self.attend(*self.qkv(self.norm(x, f"{prefix}.ln_1"), prefix), prefix)
            x = x + self.mlp(x, prefix)
        return (self.norm(x, "visual.ln_post") @ self.w["visual.proj"])[0], (rows, columns)


def text_features(model, arguments):
    """The features of the classes through the templates, and of the empty text."""
    arguments.tokenizer, arguments.vocabulary = arguments.evaluate, str(DEMO / "model/merges.txt")
    templates = reference.lines(ROOT / "Datasets/templates/demo.txt")
    features = []
    for name in reference.lines(DEMO / "VOC/classes.txt") + [""]:
        prompts = [template.replace("{}", name) for template in templates]
        with torch.inference_mode():
            each = F.normalize(model.text_features(reference.tokenize(arguments, prompts)), dim=-1)
        features.append(F.normalize(each.mean(0), dim=-1))
    return torch.stack(features[:-1]), features[-1]


def run(arguments, *words):
    subprocess.run([arguments.evaluate, *map(str, words)], check=True, cwd=ROOT, capture_output=True)


def rows(folder):
    return {row["method"]: row for row in json.loads((folder / "result.json").read_text())["rows"]}


def counts(value):
    """All whole numbers in a row, in order."""
    if isinstance(value, dict):
        return [n for key in sorted(value) for n in counts(value[key])]
    if isinstance(value, list):
        return [n for item in value for n in counts(item)]
    return [value] if isinstance(value, int) and not isinstance(value, bool) else []


def moved(ours, theirs):
    """How many pixels another class was predicted for; None where the row counts no pixels."""
    if "confusion" not in ours:
        return None
    ours, theirs = (numpy.array(row["confusion"]["counts"]) for row in (ours, theirs))
    return int(numpy.maximum(ours - theirs, 0).sum()), int(ours.sum())


def compare(arguments, written, scratch):
    """A line for each task and method: how many counts differ, and the largest difference of a score."""
    for task, methods in TASKS.items():
        place = scratch / task.replace("/", "-")
        maps = place / "maps"
        maps.mkdir(parents=True)
        (maps / "text.safetensors").symlink_to(written / "text.safetensors")
        for method, attention in methods.items():
            (maps / method).symlink_to(written / attention)
        limit = ["--limit", arguments.limit] if arguments.limit else []
        run(arguments, "--config", f"{task}.json", "--quiet", "--output", place / "native", *limit)
        run(arguments, "score", "--config", f"{task}.json", "--quiet", "--score-maps", maps,
            "--output", place / "torch", *limit)
        native, torch_ = rows(place / "native"), rows(place / "torch")
        assert sorted(native) == sorted(torch_), (sorted(native), sorted(torch_))
        for method in native:
            ours, theirs = counts(native[method]), counts(torch_[method])
            assert len(ours) == len(theirs)
            score = {name: (value, torch_[method]["metrics"][name])
                     for name, value in native[method]["metrics"].items() if value is not None}
            name = max(score, key=lambda name: abs(score[name][0] - score[name][1]))
            yield (task, method, len(ours), sum(a != b for a, b in zip(ours, theirs)),
                   moved(native[method], torch_[method]), name, abs(score[name][0] - score[name][1]))


def main(arguments):
    torch.set_num_threads(1)
    arguments.evaluate = str(pathlib.Path(arguments.evaluate).resolve())
    write = documented()
    models = {kind: model(DEMO / "model/model.safetensors")
              for kind, model in (("original", Original), ("surgery", reference.Model))}
    text, empty = text_features(models["original"], arguments)
    with tempfile.TemporaryDirectory() as folder:
        written = pathlib.Path(folder) / "written"
        for kind, model in models.items():
            write(written, kind, samples(arguments.limit), lambda image: tokens(model, image), text, empty)
        if arguments.fixture:
            for kind, model in models.items():
                write(arguments.fixture, kind, samples(4), lambda image: tokens(model, image), text, empty)
        table = list(compare(arguments, written, pathlib.Path(folder)))
    lines = ["# Scores by way of PyTorch against the native run", "",
             f"The {arguments.limit or 240} shipped scenes; tokens and texts from PyTorch {torch.__version__}",
             "in float32, written by the code of `Documentation/scores-from-elsewhere.md`, scored with",
             "`evaluate score --score-maps`, against `evaluate` with the model itself. The two networks round",
             "the last bits differently, which moves a pixel where two classes are as good as equal; the",
             "cosines of `evaluate features`, scored so, give the native run's very counts (`ScoreMapFileTests`).",
             "Repeated by", "",
             "    python Benchmarks/reference/score_maps.py --evaluate .build/release/evaluate --output Results/parity",
             "", "| experiment | method | whole numbers in the row | of which differ | pixels predicted otherwise |"
             " largest difference of a score |", "|---|---|---|---|---|---|"]
    for task, method, total, differing, pixels, name, difference in table:
        words = "none" if difference == 0 else f"{difference:.2g} ({name})"
        where = f"{pixels[0]:,} of {pixels[1]:,}" if pixels else "–"
        lines.append(f"| {task} | {method} | {total} | {differing} | {where} | {words} |")
    text = "\n".join(lines) + "\n"
    print(text)
    if arguments.output:
        (pathlib.Path(arguments.output) / "score-maps.md").write_text(text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--evaluate", required=True)
    parser.add_argument("--output")
    parser.add_argument("--fixture")
    parser.add_argument("--limit", type=int)
    main(parser.parse_args())
