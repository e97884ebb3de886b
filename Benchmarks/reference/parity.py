"""Holds random models of every named architecture against open_clip, stage for stage, and writes a table.

    swift build -c release --product parity-export
    python parity.py --export ../../.build/release/parity-export --output ../../Results/parity

For each architecture the Swift side writes a seeded random checkpoint and what it answers to an image and
three texts. Here open_clip's own model of the same name is built, takes the checkpoint and answers in
float64, which is what both columns of errors are measured from: ours, and PyTorch's in float32. A row holds
if ours is at most 1e-4. The dense tokens of the networks and of CLIP Surgery are computed here with
open_clip's modules, because open_clip has neither.

Needs: pip install torch==2.13.0+cpu torchvision open_clip_torch==3.3.0 numpy safetensors
"""

import argparse
import copy
import logging
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import open_clip
import torch
import torch.nn.functional as F
from safetensors.torch import load_file

LIMIT = 1e-4

# Name here, name in open_clip, blocks in each tower or stage. open_clip knows most with either activation.
FULL = [
    ("RN50", "RN50"), ("RN101", "RN101"), ("RN50x4", "RN50x4"), ("RN50x16", "RN50x16"),
    ("ViT-B/32", "ViT-B-32"), ("ViT-B/16", "ViT-B-16"), ("ViT-L/14", "ViT-L-14"),
    ("ViT-L/14@336px", "ViT-L-14-336"),
]
LIMITED = [
    ("RN50x64", "RN50x64"), ("ViT-H/14", "ViT-H-14"), ("ViT-g/14", "ViT-g-14"),
    ("ViT-bigG/14", "ViT-bigG-14"),
]


def cases():
    """Every architecture plain and with outliers, by the activation of its first publisher; OpenAI's
    transformers with open_clip's GELU, too."""
    for blocks, architectures in ((None, FULL), (2, LIMITED)):
        for name, theirs in architectures:
            own = "gelu" if name in ("ViT-H/14", "ViT-g/14", "ViT-bigG/14") else "quick-gelu"
            yield name, theirs, own, blocks, False
            yield name, theirs, own, blocks, True
            if blocks is None and name in ("ViT-B/32", "ViT-B/16", "ViT-L/14"):
                yield name, theirs, "gelu", blocks, False


def build(theirs, activation, blocks):
    """open_clip's model, with fewer blocks if asked for."""
    config = copy.deepcopy(open_clip.get_model_config(theirs))
    vision, text = config["vision_cfg"], config["text_cfg"]
    if blocks is not None:
        layers = vision["layers"]
        vision["layers"] = (
            [min(blocks, count) for count in layers] if isinstance(layers, list) else blocks
        )
        text["layers"] = blocks
    config["quick_gelu"] = activation == "quick-gelu"
    return open_clip.CLIP(**config).eval()


def pool(visual, picture, surgery):
    """The attention pool with every token as a query, or with CLIP Surgery's attention as released."""
    layer = visual.attnpool
    x = picture.flatten(2).permute(2, 0, 1)
    x = torch.cat([x.mean(dim=0, keepdim=True), x]) + layer.positional_embedding[:, None]
    query, key = (layer.v_proj, layer.v_proj) if surgery else (layer.q_proj, layer.k_proj)
    split = (x.shape[0], layer.num_heads, -1)
    q, k, v = (part(x)[:, 0].view(split).transpose(0, 1) for part in (query, key, layer.v_proj))
    weights = (q @ k.transpose(1, 2) * q.shape[-1] ** -0.5).softmax(dim=-1)
    return layer.c_proj((weights @ v).transpose(0, 1).flatten(1))


def value_attention(layer, x):
    """Self-attention with values in the place of queries and keys; x is [1, tokens, width]."""
    width = x.shape[-1]
    v = F.linear(x, layer.in_proj_weight[2 * width :], layer.in_proj_bias[2 * width :])[0]
    v = v.view(v.shape[0], layer.num_heads, -1).transpose(0, 1)
    weights = (v @ v.transpose(1, 2) * v.shape[-1] ** -0.5).softmax(dim=-1)
    return layer.out_proj((weights @ v).transpose(0, 1).flatten(1))[None]


def surgery_tokens(visual, image):
    """CLIP Surgery of a transformer: a new path through the last six blocks."""
    states = {}
    first = max(0, len(visual.transformer.resblocks) - 6)

    def keep(module, inputs):
        states[len(states)] = inputs[0]

    hooks = [
        block.register_forward_pre_hook(keep)
        for block in visual.transformer.resblocks[first:]
    ]
    final = []
    hooks.append(visual.ln_post.register_forward_pre_hook(lambda _, inputs: final.append(inputs[0])))
    visual(image)
    for hook in hooks:
        hook.remove()
    new = states[0]
    for state, block in zip(states.values(), visual.transformer.resblocks[first:]):
        new = new + value_attention(block.attn, block.ln_1(state))
    joined = torch.cat([final[0][:, :1], new[:, 1:]], dim=1)
    return (visual.ln_post(joined) @ visual.proj)[0]


@torch.no_grad()
def answer(model, answers):
    """What open_clip's model answers: features of texts, class token, dense tokens of both kinds."""
    dtype = model.logit_scale.dtype
    image = answers["image"][None].to(dtype)
    visual = model.visual
    results = {}
    if hasattr(visual, "attnpool"):
        picture = []
        hook = visual.attnpool.register_forward_pre_hook(lambda _, inputs: picture.append(inputs[0]))
        results["class"] = model.encode_image(image)[0]
        hook.remove()
        results["dense"] = pool(visual, picture[0], surgery=False)
        results["surgery"] = pool(visual, picture[0], surgery=True)
    else:
        visual.output_tokens = True
        pooled, tokens = visual(image)
        visual.output_tokens = False
        results["class"] = pooled[0]
        results["dense"] = torch.cat([pooled, (tokens @ visual.proj)[0]])
        results["surgery"] = surgery_tokens(visual, image)
    texts = [answers[f"text.{index}"] for index in range(3)]
    padded = torch.zeros(3, model.context_length, dtype=torch.long)
    for row, text in zip(padded, texts):
        row[: len(text)] = text
    results["text"] = model.encode_text(padded)
    return {name: tensor.double() for name, tensor in results.items()}


def relative(actual, expected):
    return float((actual.double() - expected).norm() / expected.norm())


def compare(export, case):
    name, theirs, activation, blocks, outliers = case
    with tempfile.TemporaryDirectory() as folder:
        start = time.time()
        subprocess.run(
            [export, name, folder, activation, str(blocks or "all"), str(outliers).lower(), "1"],
            check=True,
        )
        seconds = time.time() - start
        answers = load_file(pathlib.Path(folder) / "answers.safetensors")
        model = build(theirs, activation, blocks)
        state = load_file(pathlib.Path(folder) / "model.safetensors")
    missing, unexpected = model.load_state_dict(state, strict=False)
    del state
    missing = [key for key in missing if not key.endswith("num_batches_tracked")]
    assert not missing and not unexpected, (missing, unexpected)
    single = answer(model, answers)
    exact = answer(model.double(), answers)
    ours = {
        "text": answers["text.features"], "class": answers["tokens.original"][0],
        "dense": answers["tokens.original"], "surgery": answers["tokens.surgery"],
    }
    errors = {
        stage: (relative(ours[stage], exact[stage]), relative(single[stage], exact[stage]))
        for stage in ours
    }
    print(name, activation, blocks, outliers, f"{seconds:.1f} s", errors, flush=True)
    return errors


HEADER = """# Parity of random models with open_clip

Relative errors ‖a − b‖ / ‖b‖ against open_clip {open_clip} on PyTorch {torch} in float64: ours in
float32, and in brackets PyTorch's own in float32. Each row is a seeded random model of the
architecture's full width, and of all blocks unless it says otherwise; with *outliers*, a few channels and a few tokens
are fifty to a hundred times as large as the rest, as in real CLIPs. A row holds where ours is at most
{limit:g}. Written by `Benchmarks/reference/parity.py`.

| architecture | blocks | activation | outliers | text features | class token | dense tokens | surgery tokens |
|---|---|---|---|---|---|---|---|
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--export", required=True, help="the program parity-export")
    parser.add_argument("--output", required=True, type=pathlib.Path, help="the folder of the table")
    parser.add_argument("--only", help="architectures whose names contain this")
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    export = shutil.which(arguments.export) or sys.exit(f"{arguments.export}: not a program")
    table = HEADER.format(
        open_clip=open_clip.__version__, torch=torch.__version__, limit=LIMIT
    )
    worst = 0.0
    for case in cases():
        name, _, activation, blocks, outliers = case
        if arguments.only and arguments.only not in name:
            continue
        errors = compare(export, case)
        worst = max([worst] + [ours for ours, _ in errors.values()])
        cells = [
            f"{errors[stage][0]:.1e} ({errors[stage][1]:.1e})"
            for stage in ("text", "class", "dense", "surgery")
        ]
        row = [name, str(blocks or "all"), activation, "yes" if outliers else "", *cells]
        table += f"| {' | '.join(row)} |\n"
    arguments.output.mkdir(parents=True, exist_ok=True)
    table += f"\nThe largest of ours is {worst:.1e}.\n"
    (arguments.output / "random-models.md").write_text(table)
    return 0 if worst <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
