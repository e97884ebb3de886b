"""Makes the seeds in Benchmarks/Fuzzing/Seeds: small files as PyTorch, safetensors and NumPy write them.

    python3 Benchmarks/Fuzzing/make_seeds.py

Needs torch and numpy. The files are committed; run this again only to change them.
"""

import io
import json
import pathlib
import struct
import tempfile
import zipfile

import numpy
import torch

SEEDS = pathlib.Path(__file__).parent / "Seeds"


class QuickGELU(torch.nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x * torch.sigmoid(1.702 * x)


class Model(torch.nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.layer = torch.nn.Linear(3, 2)
        self.gelu = QuickGELU()
        self.norm = torch.nn.BatchNorm2d(2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.gelu(self.layer(x))


def archives() -> dict[str, bytes]:
    """PyTorch's archives: state_dicts of every format, a strided tensor, a TorchScript program."""
    torch.manual_seed(1)
    model = Model().eval()
    shared = torch.arange(12.0).reshape(3, 4)
    made = {
        "state_dict": lambda path: torch.save(model.state_dict(), path),
        "formats": lambda path: torch.save(
            {str(kind).split(".")[1]: torch.ones(2, dtype=kind)
             for kind in (torch.float16, torch.bfloat16, torch.int32, torch.int64, torch.bool)},
            path),
        "strided": lambda path: torch.save(
            {"state_dict": {"a": shared, "b": shared.T, "c": shared[1:, ::2]}, "epoch": 3}, path),
        "jit": lambda path: torch.jit.save(torch.jit.script(model), path),
    }
    with tempfile.TemporaryDirectory() as folder:
        contents = {}
        for name, save in made.items():
            path = pathlib.Path(folder) / "x.pt"
            save(str(path))
            contents[name] = path.read_bytes()
        return contents


def without_program(archive: bytes) -> bytes:
    """An archive with what readers look at, so that the seed is small."""
    with tempfile.TemporaryDirectory() as folder:
        old, new = (pathlib.Path(folder) / name for name in ("old", "new"))
        old.write_bytes(archive)
        with zipfile.ZipFile(old) as source, zipfile.ZipFile(new, "w") as target:
            for entry in source.infolist():
                if "/code/" not in entry.filename:
                    target.writestr(entry.filename, source.read(entry))
        return new.read_bytes()


def pickle_of(archive: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "x"
        path.write_bytes(archive)
        with zipfile.ZipFile(path) as source:
            return next(source.read(name) for name in source.namelist()
                        if name.endswith("/data.pkl"))


def safetensors(header: dict, data: bytes = b"") -> bytes:
    text = json.dumps(header, separators=(",", ":")).encode()
    return struct.pack("<Q", len(text)) + text + data


def headers() -> dict[str, bytes]:
    kinds = {"F16": 2, "BF16": 2, "F32": 4, "I32": 4, "I64": 8}
    entries, end = {}, 0
    for kind, width in kinds.items():
        entries[kind] = {"dtype": kind, "shape": [1, 3], "data_offsets": [end, end + 3 * width]}
        end += 3 * width
    return {
        "empty": safetensors({}),
        "formats": safetensors(entries, bytes(end)),
        "metadata": safetensors(
            {"__metadata__": {"format": "pt", "é\n\"": "\U0001f600"},
             "a": {"dtype": "F32", "shape": [], "data_offsets": [0, 4]},
             "b": {"dtype": "F16", "shape": [0, 4], "data_offsets": [4, 4]}}, bytes(4)),
    }


def arrays() -> dict[str, bytes]:
    """NumPy's arrays: both orders, all versions of the format, few values."""
    def saved(array: numpy.ndarray, version: tuple[int, int] = (1, 0)) -> bytes:
        out = io.BytesIO()
        numpy.lib.format.write_array(out, array, version)
        return out.getvalue()

    values = numpy.arange(6, dtype="<f4").reshape(2, 3)
    return {
        "single": saved(values),
        "half-by-columns": saved(numpy.asfortranarray(values.astype("<f2")), (2, 0)),
        "integers": saved(numpy.arange(2, dtype="<i8"), (3, 0)),
        "scalar": saved(numpy.float32(1.5).reshape(())),
        "empty": saved(numpy.zeros((0, 4), "<f4")),
    }


def write(kind: str, files: dict[str, bytes]) -> None:
    folder = SEEDS / kind
    folder.mkdir(parents=True, exist_ok=True)
    for name, contents in files.items():
        (folder / name).write_bytes(contents)
        print(f"{kind}/{name}: {len(contents)} bytes")


def main() -> None:
    made = archives()
    made["jit"] = without_program(made["jit"])
    write("zip", made)
    write("pickle", {name: pickle_of(contents) for name, contents in made.items()})
    write("safetensors", headers())
    write("numpy", arrays())


if __name__ == "__main__":
    main()
