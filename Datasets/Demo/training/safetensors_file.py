"""Writing safetensors files, which need no more than the standard library."""

import json
import os

import torch


def write_half_precision(state, path):
    """Writes the tensors as float16, by name; a cut-off write leaves an existing file as it was."""
    header = {}
    data = bytearray()
    for name in sorted(state):
        values = state[name].detach().to(torch.float16).contiguous().numpy().tobytes()
        header[name] = {
            "dtype": "F16",
            "shape": list(state[name].shape),
            "data_offsets": [len(data), len(data) + len(values)],
        }
        data += values
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(f"{path}.part", "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text + data)
    os.replace(f"{path}.part", path)
