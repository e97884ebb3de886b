"""Masks of COCO-style polygons and run lengths, as pycocotools draws them.

    python coco_masks.py [--seed 1] [--cases 400] --output ../../Tests/DatasetsTests/Fixtures/coco-masks.json

Every case is one line of the fixture: the size of the image (height, width), the segmentation in one of
COCO's three forms, and the pixels that pycocotools draws for it, as run lengths down the columns that
begin with pixels outside. Needs: pip install pycocotools==2.0.11 numpy
"""

import argparse
import json
import math
import random

import numpy
from pycocotools import mask as tools


def runs(pixels):
    """Run lengths of a mask, counted here and not by pycocotools."""
    flat = pixels.flatten(order="F").astype(int)
    ends = numpy.flatnonzero(numpy.diff(flat)) + 1
    lengths = numpy.diff(numpy.concatenate(([0], ends, [flat.size]))).tolist()
    return ([0] if flat[0] else []) + lengths


def drawn(segmentation, height, width):
    """The pixels of a segmentation, chosen between its forms as pycocotools' COCO class does."""
    if isinstance(segmentation, list):
        encoded = tools.merge(tools.frPyObjects(segmentation, height, width))
    elif isinstance(segmentation["counts"], list):
        encoded = tools.frPyObjects(segmentation, height, width)
    else:
        encoded = segmentation
    return tools.decode(encoded)


def decimals(chance):
    """COCO writes two decimals; others write whole or half pixels, or all the digits."""
    digits = chance.choice([0, 2, 2, 2, None, "half"])
    if digits == "half":
        return lambda number: round(number * 2) / 2
    return lambda number: number if digits is None else round(number, digits)


def star(chance, height, width):
    """A blob around a point in or near the image; few corners make it edgy."""
    centre = chance.uniform(-0.1, 1.1) * width, chance.uniform(-0.1, 1.1) * height
    corners = chance.randint(3, 24)
    largest = chance.choice([2, 8, max(height, width)])
    angles = sorted(chance.uniform(0, 2 * math.pi) for _ in range(corners))
    polygon = []
    for angle in angles:
        radius = chance.uniform(0.2, 1) * largest
        polygon += [centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)]
    return polygon


def scribble(chance, height, width):
    """Corners anywhere, also far outside, so that edges cross."""
    far = chance.choice([0.0, 0.2, 3.0])
    polygon = []
    for _ in range(chance.randint(3, 10)):
        polygon += [chance.uniform(-far, 1 + far) * width, chance.uniform(-far, 1 + far) * height]
    return polygon


def box(chance, height, width):
    """Edges along the pixels, where every rounding shows."""
    left, right = sorted(chance.uniform(-1, width + 1) for _ in range(2))
    top, bottom = sorted(chance.uniform(-1, height + 1) for _ in range(2))
    return [left, top, right, top, right, bottom, left, bottom]


def degenerate(chance, height, width):
    """A point, a line there and back, repeated corners, or a sliver."""
    x, y = chance.uniform(0, width), chance.uniform(0, height)
    u, v = chance.uniform(0, width), chance.uniform(0, height)
    return chance.choice([
        [x, y] * 3,
        [x, y, u, v, x, y],
        [x, y, x, y, u, v, u, v, u, y, u, y],
        [x, y, x, v, x, y, x, v],
        [x, y, u, y, u, y, x, y],
        [x, y, u, v, u + 0.1, v + 0.1, x + 0.1, y + 0.1],
    ])


def polygons(chance, height, width):
    shapes = []
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        shape = chance.choice([star, star, scribble, box, degenerate])(chance, height, width)
        rounded = decimals(chance)
        shape = [rounded(number) for number in shape]
        shapes.append(list(reversed(shape)) if chance.random() < 0.1 else shape)
    return shapes


def noise(chance, height, width):
    """Pixels in long or short runs, all or none of them too."""
    stay = chance.choice([0.5, 0.9, 0.99, 1.0])
    pixels = numpy.zeros(height * width, dtype=numpy.uint8)
    inside = chance.random() < 0.5
    for index in range(pixels.size):
        inside ^= chance.random() > stay
        pixels[index] = inside
    return numpy.asfortranarray(pixels.reshape(height, width, order="F"))


def segmentation(chance, height, width):
    form = chance.choice(["polygons"] * 5 + ["lengths", "compressed"])
    if form == "polygons":
        return polygons(chance, height, width)
    pixels = noise(chance, height, width)
    if form == "lengths":
        return {"size": [height, width], "counts": runs(pixels)}
    return {"size": [height, width], "counts": tools.encode(pixels)["counts"].decode()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=400)
    parser.add_argument("--largest", type=int, default=48, help="the longest side of an image")
    parser.add_argument("--output", required=True)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    lines = []
    for _ in range(options.cases):
        longest = chance.choice([1, 2, 5, options.largest, options.largest])
        height, width = chance.randint(1, longest), chance.randint(1, longest)
        shape = segmentation(chance, height, width)
        lines.append(json.dumps({
            "size": [height, width],
            "segmentation": shape,
            "mask": runs(drawn(shape, height, width)),
        }, separators=(",", ":")))
    with open(options.output, "w") as file:
        file.write("[\n" + ",\n".join(lines) + "\n]\n")


if __name__ == "__main__":
    main()
