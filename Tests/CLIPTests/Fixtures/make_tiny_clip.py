"""Makes tiny-clip.safetensors, tiny-clip-expected.safetensors and tiny-clip-ablations.safetensors.

A random CLIP, what it answers, and what it answers under the surgeries that the paper's is compared with.

The answers are computed in float64 by plain NumPy that shares nothing with the Swift code: whole
matrices, explicit masks, no blocks, no shortcuts. Needs only NumPy:

    pip install numpy
    python3 make_tiny_clip.py
"""

import json
import pathlib
import struct

import numpy as np

HERE = pathlib.Path(__file__).parent
EMBEDDING = 8
VISION = {"width": 16, "heads": 2, "blocks": 3, "patch": 4, "side": 4}
TEXT = {"width": 16, "heads": 2, "blocks": 2, "context": 12, "vocabulary": 40}
IMAGES = {"native": (16, 16), "wide": (16, 24), "large": (56, 56)}
TEXTS = [[38, 39], [38, 5, 17, 2, 39], [38, 5, 17, 2, 9, 11, 30, 1, 1, 0, 22, 39], [38, 3, 39]]


def write_safetensors(path, arrays):
    names = {np.dtype("float16"): "F16", np.dtype("float32"): "F32", np.dtype("int64"): "I64"}
    header, offset = {}, 0
    for name, array in arrays.items():
        header[name] = {
            "dtype": names[array.dtype],
            "shape": list(array.shape),
            "data_offsets": [offset, offset + array.nbytes],
        }
        offset += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for array in arrays.values():
            file.write(np.ascontiguousarray(array).tobytes())


def make_weights(random):
    """Random but lively: attention is sharp, normalisations are not the identity."""
    weights = {}

    def add(name, shape, deviation, mean=0.0):
        weights[name] = (mean + deviation * random.standard_normal(shape)).astype(np.float16)

    def add_normalisation(name, width):
        add(f"{name}.weight", [width], 0.3, mean=1.0)
        add(f"{name}.bias", [width], 0.2)

    def add_blocks(prefix, width, count):
        for block in range(count):
            at = f"{prefix}.resblocks.{block}"
            add_normalisation(f"{at}.ln_1", width)
            add(f"{at}.attn.in_proj_weight", [3 * width, width], 0.45)
            add(f"{at}.attn.in_proj_bias", [3 * width], 0.2)
            add(f"{at}.attn.out_proj.weight", [width, width], 0.3)
            add(f"{at}.attn.out_proj.bias", [width], 0.1)
            add_normalisation(f"{at}.ln_2", width)
            add(f"{at}.mlp.c_fc.weight", [4 * width, width], 0.3)
            add(f"{at}.mlp.c_fc.bias", [4 * width], 0.2)
            add(f"{at}.mlp.c_proj.weight", [width, 4 * width], 0.15)
            add(f"{at}.mlp.c_proj.bias", [width], 0.1)

    v, t = VISION, TEXT
    add("visual.class_embedding", [v["width"]], 1.0)
    add("visual.conv1.weight", [v["width"], 3, v["patch"], v["patch"]], 0.2)
    add("visual.positional_embedding", [1 + v["side"] ** 2, v["width"]], 0.7)
    add_normalisation("visual.ln_pre", v["width"])
    add_blocks("visual.transformer", v["width"], v["blocks"])
    add_normalisation("visual.ln_post", v["width"])
    add("visual.proj", [v["width"], EMBEDDING], 0.4)
    add("token_embedding.weight", [t["vocabulary"], t["width"]], 1.0)
    add("positional_embedding", [t["context"], t["width"]], 0.5)
    add_blocks("transformer", t["width"], t["blocks"])
    add_normalisation("ln_final", t["width"])
    add("text_projection", [t["width"], EMBEDDING], 0.4)
    weights["logit_scale"] = np.array(4.6052, np.float16)
    return weights


class Network:
    """CLIP in float64, one text or image at a time."""

    def __init__(self, weights):
        self.w = {name: array.astype(np.float64) for name, array in weights.items()}

    def normalise(self, x, name):
        centred = x - x.mean(axis=-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-5)
        return scaled * self.w[f"{name}.weight"] + self.w[f"{name}.bias"]

    def attention(self, x, at, heads, kind, mask=None):
        """kind: "qk" for the original attention, "vv" for surgery's."""
        width = x.shape[1]
        qkv = x @ self.w[f"{at}.in_proj_weight"].T + self.w[f"{at}.in_proj_bias"]
        q, k, v = qkv[:, :width], qkv[:, width : 2 * width], qkv[:, 2 * width :]
        if kind == "vv":
            q, k = v, v
        joined = []
        for part in np.split(np.arange(width), heads):
            scores = q[:, part] @ k[:, part].T / np.sqrt(width / heads)
            if mask is not None:
                scores = np.where(mask, scores, -np.inf)
            scores = np.exp(scores - scores.max(axis=1, keepdims=True))
            joined.append(scores / scores.sum(axis=1, keepdims=True) @ v[:, part])
        joined = np.concatenate(joined, axis=1)
        return joined @ self.w[f"{at}.out_proj.weight"].T + self.w[f"{at}.out_proj.bias"]

    def mlp(self, x, at):
        hidden = x @ self.w[f"{at}.c_fc.weight"].T + self.w[f"{at}.c_fc.bias"]
        hidden = hidden / (1 + np.exp(-1.702 * hidden))
        return hidden @ self.w[f"{at}.c_proj.weight"].T + self.w[f"{at}.c_proj.bias"]

    def positions(self, rows, columns):
        table = self.w["visual.positional_embedding"]
        side = VISION["side"]
        grid = table[1:].reshape(side, side, -1)

        def matrix(outputs):
            """The bilinear weights of each output position, align_corners = False."""
            result = np.zeros((outputs, side))
            for output in range(outputs):
                centre = max(0.0, (output + 0.5) * side / outputs - 0.5)
                lower = min(int(centre), side - 1)
                upper = min(lower + 1, side - 1)
                result[output, lower] += 1 - (centre - lower)
                result[output, upper] += centre - lower
            return result

        grid = np.einsum("ri,ijd,cj->rcd", matrix(rows), grid, matrix(columns))
        return table[0], grid.reshape(rows * columns, -1)

    def image_tokens(self, image, first_block=None, paths="dual", feed_forward=False):
        """first_block: the first surgical block, counted from 1; None for the original network.

        paths: "dual" for a new path beside the original one, "single" for v·v attention on the one path.
        feed_forward: whether the path with v·v attention goes through the MLPs.
        """
        patch = VISION["patch"]
        rows, columns = image.shape[1] // patch, image.shape[2] // patch
        kernels = self.w["visual.conv1.weight"]
        class_position, grid = self.positions(rows, columns)
        tokens = [self.w["visual.class_embedding"] + class_position]
        for index in range(rows * columns):
            y, x = index // columns * patch, index % columns * patch
            pixels = image[:, y : y + patch, x : x + patch]
            tokens.append((kernels * pixels).sum(axis=(1, 2, 3)) + grid[index])
        x = self.normalise(np.stack(tokens), "visual.ln_pre")
        new = None
        for block in range(VISION["blocks"]):
            at = f"visual.transformer.resblocks.{block}"
            normalised = self.normalise(x, f"{at}.ln_1")
            surgical = first_block is not None and block + 1 >= first_block
            if surgical and paths == "single":
                x = x + self.attention(normalised, f"{at}.attn", VISION["heads"], "vv")
                if feed_forward:
                    x = x + self.mlp(self.normalise(x, f"{at}.ln_2"), f"{at}.mlp")
                continue
            if surgical:
                new = (x if new is None else new) + self.attention(
                    normalised, f"{at}.attn", VISION["heads"], "vv"
                )
                if feed_forward:
                    new = new + self.mlp(self.normalise(new, f"{at}.ln_2"), f"{at}.mlp")
            x = x + self.attention(normalised, f"{at}.attn", VISION["heads"], "qk")
            x = x + self.mlp(self.normalise(x, f"{at}.ln_2"), f"{at}.mlp")
        if new is not None:
            x = np.concatenate([x[:1], new[1:]])
        return self.normalise(x, "visual.ln_post") @ self.w["visual.proj"]

    def text_tokens(self, tokens):
        """The features of all tokens, padded to the whole context as OpenAI's code does it."""
        context = TEXT["context"]
        padded = np.array(tokens + [0] * (context - len(tokens)))
        x = self.w["token_embedding.weight"][padded] + self.w["positional_embedding"]
        mask = np.tril(np.ones((context, context), bool))
        for block in range(TEXT["blocks"]):
            at = f"transformer.resblocks.{block}"
            normalised = self.normalise(x, f"{at}.ln_1")
            x = x + self.attention(normalised, f"{at}.attn", TEXT["heads"], "qk", mask)
            x = x + self.mlp(self.normalise(x, f"{at}.ln_2"), f"{at}.mlp")
        x = self.normalise(x, "ln_final")
        return x @ self.w["text_projection"]


def main():
    random = np.random.default_rng(20230412)
    weights = make_weights(random)
    network = Network(weights)
    expected, ablations = {}, {}
    for name, (height, width) in IMAGES.items():
        image = random.standard_normal((3, height, width)).astype(np.float16)
        expected[f"{name}.image"] = image
        pixels = image.astype(np.float64)
        expected[f"{name}.original"] = network.image_tokens(pixels)
        for first_block in (1, 3):
            expected[f"{name}.surgery.{first_block}"] = network.image_tokens(pixels, first_block)
        for first_block in range(1, VISION["blocks"] + 1):
            for paths, feed_forward in (("dual", True), ("single", True), ("single", False)):
                kind = f"{paths}.{'with' if feed_forward else 'without'}-mlp"
                ablations[f"{name}.{kind}.{first_block}"] = network.image_tokens(
                    pixels, first_block, paths, feed_forward
                )
    of_tokens = [network.text_tokens(text)[:np.argmax(text) + 1] for text in TEXTS]
    expected["text.features"] = np.stack([features[-1] for features in of_tokens])
    for index, (text, features) in enumerate(zip(TEXTS, of_tokens)):
        expected[f"text.{index}.tokens"] = np.array(text, np.int64)
        expected[f"text.{index}.token_features"] = features
    expected = {
        name: array.astype(np.float32) if array.dtype == np.float64 else array
        for name, array in expected.items()
    }
    write_safetensors(HERE / "tiny-clip.safetensors", weights)
    write_safetensors(HERE / "tiny-clip-expected.safetensors", expected)
    ablations = {name: array.astype(np.float32) for name, array in ablations.items()}
    write_safetensors(HERE / "tiny-clip-ablations.safetensors", ablations)


if __name__ == "__main__":
    main()
