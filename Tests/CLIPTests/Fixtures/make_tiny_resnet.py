"""Makes tiny-resnet.safetensors and tiny-resnet-expected.safetensors: a random CLIP with a ModifiedResNet
and what it answers, stage by stage.

The answers are computed in float64 by plain NumPy that shares nothing with the Swift code: channels
first, convolutions as sums over shifted pictures, batch normalisation where it stands, whole matrices.
Needs only NumPy, and make_tiny_clip.py beside it for the text tower:

    pip install numpy
    python3 make_tiny_resnet.py
"""

import pathlib

import numpy as np

import make_tiny_clip as tiny_clip

HERE = pathlib.Path(__file__).parent
WIDTH, BLOCKS, SIDE, HEADS = 4, (2, 1, 2, 1), 2, 2
IMAGES = {"native": (64, 64), "wide": (64, 96)}


def make_weights(random):
    """Random but lively: statistics and normalisations are not the identity."""
    weights = {
        name: array
        for name, array in tiny_clip.make_weights(random).items()
        if not name.startswith("visual.")
    }

    def add(name, shape, deviation, mean=0.0):
        weights[name] = (mean + deviation * random.standard_normal(shape)).astype(np.float16)

    def add_convolution(name, normalisation, inputs, outputs, side, gain=1.0):
        add(f"{name}.weight", [outputs, inputs, side, side], (2 / (inputs * side**2)) ** 0.5)
        add(f"{normalisation}.weight", [outputs], 0.2 * gain, mean=gain)
        add(f"{normalisation}.bias", [outputs], 0.2)
        add(f"{normalisation}.running_mean", [outputs], 0.2)
        weights[f"{normalisation}.running_var"] = random.uniform(0.5, 1.5, outputs).astype(
            np.float32
        )
        weights[f"{normalisation}.num_batches_tracked"] = np.array(7, np.int64)

    add_convolution("visual.conv1", "visual.bn1", 3, WIDTH // 2, 3)
    add_convolution("visual.conv2", "visual.bn2", WIDTH // 2, WIDTH // 2, 3)
    add_convolution("visual.conv3", "visual.bn3", WIDTH // 2, WIDTH, 3)
    inputs = WIDTH
    for stage, count in enumerate(BLOCKS):
        inner = WIDTH << stage
        for block in range(count):
            at = f"visual.layer{stage + 1}.{block}"
            add_convolution(f"{at}.conv1", f"{at}.bn1", inputs, inner, 1)
            add_convolution(f"{at}.conv2", f"{at}.bn2", inner, inner, 3)
            add_convolution(f"{at}.conv3", f"{at}.bn3", inner, 4 * inner, 1, gain=0.5)
            if block == 0:
                add_convolution(f"{at}.downsample.0", f"{at}.downsample.1", inputs, 4 * inner, 1)
            inputs = 4 * inner
    add("visual.attnpool.positional_embedding", [1 + SIDE**2, inputs], 0.5)
    for layer, gain in (("q_proj", 4), ("k_proj", 4), ("v_proj", 1.5)):
        add(f"visual.attnpool.{layer}.weight", [inputs, inputs], gain * inputs**-0.5)
        add(f"visual.attnpool.{layer}.bias", [inputs], 0.2)
    add("visual.attnpool.c_proj.weight", [tiny_clip.EMBEDDING, inputs], inputs**-0.5)
    add("visual.attnpool.c_proj.bias", [tiny_clip.EMBEDDING], 0.1)
    return weights


class Network:
    """The image tower in float64; pictures are [channels, rows, columns]."""

    def __init__(self, weights):
        self.w = {name: array.astype(np.float64) for name, array in weights.items()}

    def convolve(self, x, name, normalisation, stride=1):
        kernels = self.w[f"{name}.weight"]
        side = kernels.shape[2]
        margin = side // 2
        rows, columns = x.shape[1] // stride, x.shape[2] // stride
        framed = np.pad(x, ((0, 0), (margin, margin), (margin, margin)))
        y = np.zeros((kernels.shape[0], rows, columns))
        for i in range(side):
            for j in range(side):
                shifted = framed[
                    :, i : i + stride * rows : stride, j : j + stride * columns : stride
                ]
                y += np.einsum("oi,irc->orc", kernels[:, :, i, j], shifted)

        def column(parameter):
            return self.w[f"{normalisation}.{parameter}"][:, None, None]

        y = (y - column("running_mean")) / np.sqrt(column("running_var") + 1e-5)
        return y * column("weight") + column("bias")

    @staticmethod
    def relu(x):
        return np.maximum(x, 0)

    @staticmethod
    def pool(x):
        return x.reshape(x.shape[0], x.shape[1] // 2, 2, x.shape[2] // 2, 2).mean(axis=(2, 4))

    def stem(self, x):
        x = self.relu(self.convolve(x, "visual.conv1", "visual.bn1", stride=2))
        x = self.relu(self.convolve(x, "visual.conv2", "visual.bn2"))
        x = self.relu(self.convolve(x, "visual.conv3", "visual.bn3"))
        return self.pool(x)

    def block(self, x, at, strides):
        y = self.relu(self.convolve(x, f"{at}.conv1", f"{at}.bn1"))
        y = self.relu(self.convolve(y, f"{at}.conv2", f"{at}.bn2"))
        if strides:
            y = self.pool(y)
        y = self.convolve(y, f"{at}.conv3", f"{at}.bn3")
        if f"{at}.downsample.0.weight" in self.w:
            x = self.pool(x) if strides else x
            x = self.convolve(x, f"{at}.downsample.0", f"{at}.downsample.1")
        return self.relu(x + y)

    def positions(self, rows, columns):
        table = self.w["visual.attnpool.positional_embedding"]
        grid = table[1:].reshape(SIDE, SIDE, -1)

        def matrix(outputs):
            """The bilinear weights of each output position, align_corners = False."""
            result = np.zeros((outputs, SIDE))
            for output in range(outputs):
                centre = max(0.0, (output + 0.5) * SIDE / outputs - 0.5)
                lower = min(int(centre), SIDE - 1)
                upper = min(lower + 1, SIDE - 1)
                result[output, lower] += 1 - (centre - lower)
                result[output, upper] += centre - lower
            return result

        grid = np.einsum("ri,ijd,cj->rcd", matrix(rows), grid, matrix(columns))
        return np.concatenate([table[:1], grid.reshape(rows * columns, -1)])

    def tokens(self, picture, variant):
        """variant: "original", "released" or "paper"."""
        rows, columns = picture.shape[1:]
        cells = picture.reshape(picture.shape[0], -1).T
        x = np.concatenate([cells.mean(axis=0, keepdims=True), cells])
        x = x + self.positions(rows, columns)

        def project(layer):
            at = f"visual.attnpool.{layer}"
            return x @ self.w[f"{at}.weight"].T + self.w[f"{at}.bias"]

        q, k, v = project("q_proj"), project("k_proj"), project("v_proj")
        joined = []
        for part in np.split(np.arange(x.shape[1]), HEADS):

            def attended(left, right, scale, values=v[:, part]):
                scores = left @ right.T * scale
                scores = np.exp(scores - scores.max(axis=1, keepdims=True))
                return scores / scores.sum(axis=1, keepdims=True) @ values

            head, scale = v[:, part], len(part) ** -0.5
            original = attended(q[:, part], k[:, part], scale)
            if variant == "original":
                joined.append(original)
            elif variant == "released":
                joined.append(attended(head, head, scale))
            else:
                unit = head / (np.linalg.norm(head, axis=1, keepdims=True) + 1e-6)
                new = attended(unit, unit, 8 * scale)
                joined.append(np.concatenate([original[:1], new[1:]]))
        joined = np.concatenate(joined, axis=1)
        at = "visual.attnpool.c_proj"
        return joined @ self.w[f"{at}.weight"].T + self.w[f"{at}.bias"]


def main():
    random = np.random.default_rng(20230416)
    weights = make_weights(random)
    network = Network(weights)
    expected = {}
    for name, (height, width) in IMAGES.items():
        image = random.standard_normal((3, height, width)).astype(np.float16)
        expected[f"{name}.image"] = image

        def keep(stage, picture):
            if name == "native":
                return
            expected[f"{name}.{stage}"] = picture.transpose(1, 2, 0).astype(np.float32)

        x = network.stem(image.astype(np.float64))
        keep("stem", x)
        for stage, count in enumerate(BLOCKS):
            for block in range(count):
                strides = stage > 0 and block == 0
                x = network.block(x, f"visual.layer{stage + 1}.{block}", strides)
            keep(f"stage.{stage + 1}", x)
        for variant in ("original", "released", "paper"):
            expected[f"{name}.{variant}"] = network.tokens(x, variant).astype(np.float32)
    tiny_clip.write_safetensors(HERE / "tiny-resnet.safetensors", weights)
    tiny_clip.write_safetensors(HERE / "tiny-resnet-expected.safetensors", expected)


if __name__ == "__main__":
    main()
