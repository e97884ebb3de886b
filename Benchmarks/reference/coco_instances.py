"""An annotation file of the size and shape of COCO's `instances_train2017.json`, with made-up contents.

    python coco_instances.py [--images 118287] [--annotations 860001] [--seed 1] --output instances_train2017.json

For measuring the time and memory of readers. Needs nothing but Python.
"""

import argparse
import json
import math
import random

# COCO numbers its 80 things from 1 to 90 and leaves these out.
GAPS = {12, 26, 29, 30, 45, 66, 68, 69, 71, 83}
CATEGORIES = [number for number in range(1, 91) if number not in GAPS]


def image(number, chance):
    name = f"{number:012d}.jpg"
    return {
        "license": chance.randint(1, 8),
        "file_name": name,
        "coco_url": f"http://images.cocodataset.org/train2017/{name}",
        "height": chance.choice([480, 427, 640, 426]),
        "width": chance.choice([640, 640, 500, 480]),
        "date_captured": "2013-11-14 11:18:45",
        "flickr_url": f"http://farm9.staticflickr.com/8186/{chance.getrandbits(40)}_z.jpg",
        "id": number,
    }


def polygon(chance, image):
    corners = min(400, max(4, int(chance.lognormvariate(3.0, 0.7))))
    centre = chance.uniform(0, image["width"]), chance.uniform(0, image["height"])
    radius = chance.lognormvariate(3.5, 0.8)
    numbers = []
    for corner in range(corners):
        angle = 2 * math.pi * corner / corners
        for start, direction, end in (
            (centre[0], math.cos(angle), image["width"]), (centre[1], math.sin(angle), image["height"])
        ):
            position = start + direction * radius * chance.uniform(0.8, 1)
            numbers.append(round(min(max(position, 0), end), 2))
    return numbers


def crowd(chance, image):
    pixels = image["width"] * image["height"]
    counts = []
    while pixels > 0:
        counts.append(min(pixels, chance.randint(1, 900)))
        pixels -= counts[-1]
    return {"counts": counts, "size": [image["height"], image["width"]]}


def annotation(number, image, chance):
    is_crowd = chance.random() < 0.012
    shape = crowd(chance, image) if is_crowd else [
        polygon(chance, image) for _ in range(chance.choice([1, 1, 1, 1, 1, 1, 1, 2, 2, 3]))]
    box = [round(chance.uniform(0, 300), 2) for _ in range(4)]
    return {
        "segmentation": shape,
        "area": round(box[2] * box[3], 4),
        "iscrowd": int(is_crowd),
        "image_id": image["id"],
        "bbox": box,
        "category_id": chance.choice(CATEGORIES),
        "id": number,
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--images", type=int, default=118_287)
    parser.add_argument("--annotations", type=int, default=860_001)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", required=True)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    images = [image(number, chance) for number in range(1, options.images + 1)]
    with open(options.output, "w") as file:
        file.write('{"info": {"description": "made up"}, "licenses": [], "images": ')
        json.dump(images, file)
        file.write(', "annotations": [')
        for number in range(1, options.annotations + 1):
            file.write(", " if number > 1 else "")
            file.write(json.dumps(annotation(number, chance.choice(images), chance)))
        file.write('], "categories": ')
        json.dump([{"supercategory": "thing", "id": number, "name": f"thing {number}"}
                   for number in CATEGORIES], file)
        file.write("}")


if __name__ == "__main__":
    main()
