"""Times the image encoders of random models here and in open_clip on PyTorch, in turn, and writes a table.

    swift build -c release --product vision-speed
    python vision_speed.py --program ../../.build/release/vision-speed --output ../../Results/performance/resnet-rn50.md

Both compute the dense tokens of one image, of the original network and of CLIP Surgery, in float32 on one
thread, from the same file of weights; the convolutions run once for both. Times are the processor's, so that
other work on the machine matters less; what counts is the ratio of each round. PyTorch is given its own best: batch norms folded into the convolutions, channels last or first,
whichever is quicker.
Needs: pip install torch==2.13.0+cpu torchvision open_clip_torch==3.3.0 numpy safetensors
"""

import argparse
import logging
import pathlib
import statistics
import subprocess
import tempfile
import time

import open_clip
import torch
from safetensors.torch import load_file
from torch.nn.utils.fusion import fuse_conv_bn_eval

from parity import build, pool

SIDES = (224, 512)


def fold(module):
    """Puts each batch norm into the convolution in front of it."""
    children = dict(module.named_children())
    for name, child in children.items():
        fold(child)
    pairs = [("conv1", "bn1"), ("conv2", "bn2"), ("conv3", "bn3"), ("0", "1")]
    for convolution, norm in pairs:
        if isinstance(children.get(norm), torch.nn.BatchNorm2d):
            setattr(module, convolution, fuse_conv_bn_eval(children[convolution], children[norm]))
            setattr(module, norm, torch.nn.Identity())


def resized_positions(layer, rows, columns):
    """The pool's position table for another grid, interpolated once."""
    table = layer.positional_embedding.data
    side = round((len(table) - 1) ** 0.5)
    grid = table[1:].T.reshape(1, -1, side, side)
    grid = torch.nn.functional.interpolate(
        grid, (rows, columns), mode="bilinear", align_corners=False)
    layer.positional_embedding = torch.nn.Parameter(torch.cat([table[:1], grid.flatten(2)[0].T]))


def trunk(visual, image):
    """The picture in front of the attention pool."""
    picture = visual.stem(image)
    for stage in (visual.layer1, visual.layer2, visual.layer3, visual.layer4):
        picture = stage(picture)
    return picture


@torch.inference_mode()
def tokens(visual, image):
    picture = trunk(visual, image)
    return [pool(visual, picture, surgery) for surgery in (False, True)]


def timed(visual, image):
    start = time.process_time()
    tokens(visual, image)
    return time.process_time() - start


def image_of(side):
    values = torch.arange(3 * side * side) % 251
    return (values / 125 - 1).view(1, 3, side, side)


def measure(arguments, checkpoint, side):
    """Times both in turn; gives the seconds of each round and the program's matrix kernels."""
    program = subprocess.Popen(
        [arguments.program, arguments.architecture, checkpoint, str(side)], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True, bufsize=1)
    total, kernels = program.stdout.readline().strip().split(" ", 1)
    visual = build(arguments.architecture, "quick-gelu", None)
    missing, unexpected = visual.load_state_dict(load_file(checkpoint), strict=False)
    assert not unexpected and all(name.endswith("num_batches_tracked") for name in missing)
    visual = visual.visual
    fold(visual)
    resized_positions(visual.attnpool, side // 32, side // 32)
    image = image_of(side)
    expected = float(tokens(visual, image)[1].double().abs().sum())
    assert abs(float(total) - expected) < 1e-4 * expected, (total, expected)
    layouts = {"channels first": (visual, image)}
    last = build(arguments.architecture, "quick-gelu", None).visual
    fold(last)
    resized_positions(last.attnpool, side // 32, side // 32)
    last.load_state_dict(visual.state_dict())
    layouts["channels last"] = (
        last.to(memory_format=torch.channels_last), image.to(memory_format=torch.channels_last))
    rounds = []
    for _ in range(arguments.rounds):
        program.stdin.write("\n")
        seconds = {"evaluate": float(program.stdout.readline())}
        for layout, (network, picture) in layouts.items():
            seconds[layout] = timed(network, picture)
        rounds.append(seconds)
    program.stdin.close()
    program.wait()
    return rounds, kernels


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="the program vision-speed")
    parser.add_argument("--architecture", default="RN50")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--output", type=pathlib.Path, help="the table")
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    torch.set_num_threads(1)
    arguments.program = str(pathlib.Path(arguments.program).resolve())
    table = ""
    with tempfile.TemporaryDirectory() as folder:
        for side in SIDES:
            rounds, kernels = measure(arguments, f"{folder}/model.safetensors", side)
            median = {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}
            best = min((name for name in median if name != "evaluate"), key=median.get)
            ratio = statistics.median(r[best] / r["evaluate"] for r in rounds)
            table += (f"| {arguments.architecture}, {side} × {side} | {median['evaluate']:.3f} | "
                      f"{median['channels first']:.3f} | {median['channels last']:.3f} | "
                      f"{ratio:.2f} |\n")
    head = (f"{kernels}; PyTorch {torch.__version__}, open_clip {open_clip.__version__}; one thread, "
            f"{arguments.rounds} rounds in turn, medians.\n\n"
            "| processor seconds an image | evaluate | PyTorch, channels first | PyTorch, channels last | ratio |\n"
            "|---|---|---|---|---|\n")
    print(head + table)
    if arguments.output:
        arguments.output.write_text(
            "# The image encoder of a ResNet against PyTorch\n\nDense tokens of the original network and of "
            "CLIP Surgery for one image, from one file of random\nweights, float32; PyTorch with batch norms "
            "folded. The ratio is that of the quicker layout; above 1 means\nthat `evaluate` is faster. Repeat "
            "it with\n\n    swift build -c release --product vision-speed\n"
            "    python3 Benchmarks/reference/vision_speed.py --program .build/release/vision-speed\n\n"
            + head + table)


if __name__ == "__main__":
    main()
