"""Trains the demo's CLIP on drawn scenes and their captions with the contrastive loss.

It sees pictures and sentences and nothing else: no mask is read here.

    python3 train.py --data captions --output model

`--data` holds what `evaluate datasets demo --layout captions` writes: `images.npy` [N, 64, 64, 3] and
`captions.txt`, the same number of lines for every picture, in the pictures' order.
"""

import argparse
import math
import os
import time

import numpy as np
import torch
from torch.nn import functional as F

from byte_pairs import Tokenizer, learn_merges, write_merges
from clip import CLIP
from safetensors_file import write_half_precision

MEAN = torch.tensor([0.48145466, 0.4578275, 0.40821073]).view(1, 3, 1, 1)
DEVIATION = torch.tensor([0.26862954, 0.26130258, 0.27577711]).view(1, 3, 1, 1)
LARGEST_LOGIT_SCALE = math.log(100)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, help="folder with images.npy and captions.txt")
    parser.add_argument("--output", required=True, help="folder for model.safetensors and merges.txt")
    parser.add_argument("--steps", type=int, default=1700)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--learning-rate", type=float, default=1e-3)
    parser.add_argument("--weight-decay", type=float, default=0.1)
    parser.add_argument("--warm-up", type=int, default=150, help="steps")
    parser.add_argument(
        "--words", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "words.txt"),
        help="words the merges are learned from besides the captions: the benchmarks' class names",
    )
    parser.add_argument("--merges", type=int, default=400, help="the most byte pair merges to learn")
    parser.add_argument("--save-every", type=int, default=100, help="steps between two saved models")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def word_bags(captions):
    """A number for each caption; captions of the same words in any order have the same number."""
    numbers = {}
    bags = (" ".join(sorted(set(caption.replace(",", "").strip(".").split()) - {"a", "the"})) for caption in captions)
    return torch.tensor([numbers.setdefault(bag, len(numbers)) for bag in bags])


def padded(sequences):
    """The sequences as rows of one table, filled up with zeros, which no sequence ends in."""
    table = torch.zeros(len(sequences), max(map(len, sequences)), dtype=torch.long)
    for row, sequence in zip(table, sequences):
        row[: len(sequence)] = torch.tensor(sequence)
    return table


def text_features_of(model, rows):
    """Features of padded rows, encoded in four groups of similar length to spare the padding."""
    lengths = rows.argmax(dim=1) + 1
    groups = lengths.argsort().chunk(4)
    features = [model.encode_text(rows[group, : int(lengths[group].max())]) for group in groups]
    return torch.cat(features)[torch.cat(groups).argsort()]


def contrastive_loss(image_features, text_features, logit_scale, bags):
    """CLIP's symmetric loss; a caption equal to a picture's own is no negative for it."""
    logits = logit_scale.exp() * F.normalize(image_features, dim=1) @ F.normalize(text_features, dim=1).T
    same = bags[:, None] == bags[None, :]
    logits = logits.masked_fill(same & ~torch.eye(len(bags), dtype=torch.bool), -math.inf)
    truth = torch.arange(len(bags))
    return (F.cross_entropy(logits, truth) + F.cross_entropy(logits.T, truth)) / 2


def learning_rate(step, options):
    """Rises over the warm-up, then falls along half a cosine to zero."""
    if step < options.warm_up:
        return options.learning_rate * (step + 1) / options.warm_up
    progress = (step - options.warm_up) / max(options.steps - options.warm_up, 1)
    return options.learning_rate * 0.5 * (1 + math.cos(math.pi * progress))


def batches(count, size, generator):
    """Endless batches of scene numbers; every scene comes once before any comes again."""
    while True:
        order = torch.randperm(count, generator=generator)
        for start in range(0, count - size + 1, size):
            yield order[start : start + size]


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    generator = torch.Generator().manual_seed(options.seed)
    os.makedirs(options.output, exist_ok=True)

    images = torch.from_numpy(np.load(os.path.join(options.data, "images.npy")))
    with open(os.path.join(options.data, "captions.txt"), encoding="utf-8") as file:
        captions = file.read().splitlines()
    per_image, rest = divmod(len(captions), len(images))
    if rest or not per_image:
        raise SystemExit(f"{len(captions)} captions do not share out evenly among {len(images)} pictures")

    with open(options.words, encoding="utf-8") as file:
        merges = learn_merges([*captions, *file], options.merges)
    write_merges(merges, os.path.join(options.output, "merges.txt"))
    tokenizer = Tokenizer(merges)
    tokens = padded([tokenizer(caption) for caption in captions])
    bags = word_bags(captions)
    print(f"{len(images)} pictures, {len(captions)} captions, {len(merges)} merges, longest {tokens.shape[1]}", flush=True)

    model = CLIP(tokenizer.size)
    decayed = [parameter for parameter in model.parameters() if parameter.ndim > 1]
    others = [parameter for parameter in model.parameters() if parameter.ndim <= 1]
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": options.weight_decay}, {"params": others, "weight_decay": 0}],
        betas=(0.9, 0.98), eps=1e-6,
    )

    started = time.monotonic()
    for step, chosen in zip(range(options.steps), batches(len(images), options.batch, generator)):
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(step, options)
        pixels = images[chosen].permute(0, 3, 1, 2).float() / 255
        flipped = torch.rand(len(chosen), generator=generator) < 0.5
        pixels = torch.where(flipped[:, None, None, None], pixels.flip(3), pixels)
        pixels = (pixels - MEAN) / DEVIATION
        sentences = chosen * per_image + torch.randint(per_image, (len(chosen),), generator=generator)

        with torch.autocast("cpu", dtype=torch.bfloat16):
            image_features = model.encode_image(pixels)
            text_features = text_features_of(model, tokens[sentences])
        loss = contrastive_loss(image_features.float(), text_features.float(), model.logit_scale, bags[sentences])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        with torch.no_grad():
            model.logit_scale.clamp_(max=LARGEST_LOGIT_SCALE)

        done = step + 1
        if done % 20 == 0:
            seconds = time.monotonic() - started
            print(
                f"step {done}/{options.steps}  loss {loss.item():.3f}  scale {model.logit_scale.exp().item():.1f}"
                f"  {seconds / done:.2f} s/step", flush=True,
            )
        if done % options.save_every == 0 or done == options.steps:
            write_half_precision(model.state_dict(), os.path.join(options.output, "model.safetensors"))


if __name__ == "__main__":
    main()
