"""The segmentation task in plain PyTorch float32: what a user would run instead.

    python evaluate_reference.py --checkpoint M --tokenizer .build/release/evaluate --vocabulary V \
        --images DIR --labels DIR --list FILE --classes FILE --templates FILE --size 512 --output R.json

Written for this project from the published description, as an independent second implementation: its
confusion matrix is compared with the binary's, and its time is what the binary's is measured against.
Attention goes through PyTorch's fused kernel, the position table is interpolated once, nothing that the
answer needs is skipped. VOC layout with 20 classes: label 0 and 255 are not scored.
Needs: pip install torch==2.13.0+cpu numpy pillow safetensors
"""

import argparse
import json
import subprocess
import time
from pathlib import Path

import numpy
import torch
import torch.nn.functional as F
from PIL import Image
from safetensors.torch import load_file

MEAN = torch.tensor([0.48145466, 0.4578275, 0.40821073]).view(3, 1, 1)
STD = torch.tensor([0.26862954, 0.26130258, 0.27577711]).view(3, 1, 1)


def lines(path):
    """The lines of a text file that are neither empty nor comments."""
    text = Path(path).read_text().splitlines()
    return [line for line in text if line.strip() and not line.startswith("#")]


class Model:
    """CLIP with the dual path of architecture surgery in its last `surgical` blocks."""

    def __init__(self, path, surgical=6):
        self.w = {name: tensor.float() for name, tensor in load_file(path).items()}
        self.blocks = 1 + max(int(n.split(".")[3]) for n in self.w if n.startswith("visual.transformer"))
        self.text_blocks = 1 + max(int(n.split(".")[2]) for n in self.w if n.startswith("transformer"))
        self.first = self.blocks - surgical
        self.patch = self.w["visual.conv1.weight"].shape[-1]
        self.positions = {}

    def norm(self, x, name):
        return F.layer_norm(x, x.shape[-1:], self.w[f"{name}.weight"], self.w[f"{name}.bias"])

    def linear(self, x, name):
        return F.linear(x, self.w[f"{name}.weight"], self.w[f"{name}.bias"])

    def heads(self, x):
        return x.view(x.shape[0], x.shape[1], -1, 64).transpose(1, 2)

    def qkv(self, x, prefix):
        y = F.linear(x, self.w[f"{prefix}.attn.in_proj_weight"], self.w[f"{prefix}.attn.in_proj_bias"])
        return [self.heads(part) for part in y.chunk(3, dim=-1)]

    def attend(self, q, k, v, prefix, causal=False):
        y = F.scaled_dot_product_attention(q, k, v, is_causal=causal)
        return self.linear(y.transpose(1, 2).flatten(2), f"{prefix}.attn.out_proj")

    def mlp(self, x, prefix):
        y = self.linear(self.norm(x, f"{prefix}.ln_2"), f"{prefix}.mlp.c_fc")
        return self.linear(y * torch.sigmoid(1.702 * y), f"{prefix}.mlp.c_proj")

    def position(self, rows, columns):
        if (rows, columns) not in self.positions:
            table = self.w["visual.positional_embedding"]
            side = round((len(table) - 1) ** 0.5)
            grid = table[1:].T.reshape(1, -1, side, side)
            grid = F.interpolate(grid, (rows, columns), mode="bilinear", align_corners=False)
            self.positions[rows, columns] = torch.cat([table[:1], grid.flatten(2)[0].T])
        return self.positions[rows, columns]

    def image_tokens(self, image):
        x = F.conv2d(image[None], self.w["visual.conv1.weight"], stride=self.patch)
        rows, columns = x.shape[-2:]
        x = x.flatten(2).transpose(1, 2)
        x = torch.cat([self.w["visual.class_embedding"].view(1, 1, -1), x], dim=1)
        x = self.norm(x + self.position(rows, columns), "visual.ln_pre")
        new = None
        for index in range(self.blocks):
            prefix = f"visual.transformer.resblocks.{index}"
            q, k, v = self.qkv(self.norm(x, f"{prefix}.ln_1"), prefix)
            if index >= self.first:
                new = (x if new is None else new) + self.attend(v, v, v, prefix)
            x = x + self.attend(q, k, v, prefix)
            x = x + self.mlp(x, prefix)
        x = torch.cat([x[:, :1], new[:, 1:]], dim=1)
        return (self.norm(x, "visual.ln_post") @ self.w["visual.proj"])[0], (rows, columns)

    def text_features(self, texts):
        length = max(len(text) for text in texts)
        ids = torch.tensor([text + [0] * (length - len(text)) for text in texts])
        x = self.w["token_embedding.weight"][ids] + self.w["positional_embedding"][:length]
        for index in range(self.text_blocks):
            prefix = f"transformer.resblocks.{index}"
            q, k, v = self.qkv(self.norm(x, f"{prefix}.ln_1"), prefix)
            x = x + self.attend(q, k, v, prefix, causal=True)
            x = x + self.mlp(x, prefix)
        x = self.norm(x, "ln_final")[torch.arange(len(texts)), ids.argmax(dim=-1)]
        return x @ self.w["text_projection"]


def tokenize(arguments, texts):
    command = [arguments.tokenizer, "tokenize", "--vocabulary", arguments.vocabulary, "--", *texts]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [[int(token) for token in line.split()] for line in output.splitlines()]


@torch.inference_mode()
def main(arguments):
    torch.set_num_threads(arguments.threads)
    start = time.perf_counter()
    model = Model(arguments.checkpoint)
    loaded = time.perf_counter()
    classifier = []
    for name in (line.split(";")[0].strip() for line in lines(arguments.classes)):
        prompts = [template.replace("{}", name) for template in lines(arguments.templates)]
        features = F.normalize(model.text_features(tokenize(arguments, prompts)), dim=-1)
        classifier.append(F.normalize(features.mean(0), dim=-1))
    classifier = torch.stack(classifier)
    classes = len(classifier)
    encoded = time.perf_counter()
    counts = numpy.zeros((classes, classes), dtype=numpy.int64)
    per_image = []
    for name in lines(arguments.list)[: arguments.limit]:
        before = time.perf_counter()
        image = Image.open(Path(arguments.images) / f"{name}.jpg").convert("RGB")
        image = image.resize((arguments.size, arguments.size), Image.BICUBIC)
        pixels = torch.from_numpy(numpy.array(image)).permute(2, 0, 1).float().div(255)
        tokens, (rows, columns) = model.image_tokens((pixels - MEAN) / STD)
        cosine = F.normalize(tokens, dim=-1)[1:] @ classifier.T
        label = numpy.array(Image.open(Path(arguments.labels) / f"{name}.png")).astype(numpy.int64)
        maps = cosine.T.reshape(1, classes, rows, columns)
        maps = F.interpolate(maps, label.shape, mode="bilinear", align_corners=False)
        prediction = maps[0].argmax(0).numpy()
        scored = (label > 0) & (label < 255)
        pairs = (label[scored] - 1) * classes + prediction[scored]
        counts += numpy.bincount(pairs, minlength=classes**2).reshape(classes, classes)
        per_image.append(time.perf_counter() - before)
    end = time.perf_counter()
    Path(arguments.output).write_text(json.dumps({
        "confusion": counts.tolist(), "images": len(per_image), "threads": arguments.threads,
        "seconds": {"load": loaded - start, "text": encoded - loaded, "images": end - encoded,
                    "perImageMedian": float(numpy.median(per_image)), "total": end - start}}))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("checkpoint", "tokenizer", "vocabulary", "images", "labels", "list", "classes",
                 "templates", "output"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--threads", type=int, default=2)
    main(parser.parse_args())
