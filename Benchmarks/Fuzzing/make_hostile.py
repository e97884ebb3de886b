"""Makes large files that take as much memory as their readers allow, in the folder that is named.

    python3 Benchmarks/Fuzzing/make_hostile.py .build/fuzzing/hostile
    FUZZ_INPUTS=.build/fuzzing/hostile Benchmarks/Fuzzing/fuzz.sh

A fuzzer's inputs are small, so it cannot find what takes a hundred times the file's length. Each of these
goes up to a limit that the readers state, and some a little beyond it.
"""

import pathlib
import struct
import sys
import zlib


def archive(files: list[tuple[str, bytes]]) -> bytes:
    """A zip archive of stored entries."""
    out, directory = bytearray(), bytearray()
    for name, contents in files:
        text = name.encode()
        common = struct.pack(
            "<HHHHHIIIHH", 20, 0, 0, 0, 0, zlib.crc32(contents), len(contents), len(contents),
            len(text), 0)
        directory += struct.pack("<IH", 0x02014B50, 20) + common
        directory += struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + text
        out += struct.pack("<I", 0x04034B50) + common + text + contents
    end = struct.pack(
        "<IHHHHIIH", 0x06054B50, 0, 0, min(len(files), 0xFFFF), min(len(files), 0xFFFF),
        len(directory), len(out), 0)
    if len(files) >= 0xFFFF:
        place = len(out) + len(directory)
        wide = struct.pack(
            "<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, len(files), len(files), len(directory),
            len(out))
        end = wide + struct.pack("<IIQI", 0x07064B50, 0, place, 1) + end
    return bytes(out + directory) + end


def text(string: str) -> bytes:
    return b"X" + struct.pack("<I", len(string)) + string.encode()


def integer(number: int) -> bytes:
    return b"J" + struct.pack("<i", number)


def put(place: int) -> bytes:
    return b"r" + struct.pack("<I", place)


GET = [b"h" + bytes([place]) for place in range(256)]


def pickle(operations: bytes) -> bytes:
    return b"\x80\x02" + operations + b"."


def tensor(key: str, count: int, shape: list[int], strides: list[int]) -> bytes:
    numbers = [b"(" + b"".join(map(integer, each)) + b"t" for each in (shape, strides)]
    storage = (b"(" + text("storage") + b"ctorch\nFloatStorage\n" + text(key) + text("cpu")
               + integer(count) + b"tQ")
    return (b"ctorch._utils\n_rebuild_tensor_v2\n(" + storage + integer(0) + b"".join(numbers)
            + b"\x89ccollections\nOrderedDict\n)RtR")


def pickles() -> dict[str, bytes]:
    steps = 300_000
    tensor_call = b"ctorch._utils\n_rebuild_tensor_v2\nq\0"
    arguments = tensor("0", 1, [1] * 8, [1] * 8).split(b"\n", 2)[2][:-1]
    return {
        "numbers": pickle(b"(" + b"K\1" * (steps - 3) + b"t"),
        "marks": pickle(b"(" * (steps - 2)),
        "empty-tuples": pickle(b"(" + b")" * (steps - 3) + b"t"),
        "tuples-of-one": pickle(b"(" + b"N\x85" * ((steps - 3) // 2) + b"t"),
        "lists": pickle(b"(" + b"]Na" * ((steps - 3) // 3) + b"t"),
        "texts": pickle(b"(" + text("sixteen letters!") * (steps - 3) + b"t"),
        "long-texts": pickle(b"(" + text("x" * 30) * (steps - 3) + b"t"),
        "one-text": pickle(text("x" * (16 << 20))[:(16 << 20) - 3]),
        "memo": pickle(
            b"N" + b"".join(put(place) for place in range(steps - 3))),
        "memo-of-texts": pickle(
            b"(" + b"".join(text(f"{place:016}") + put(place) for place in range(steps // 2 - 3))
            + b"t"),
        "classes": pickle(b"(" + (b"c__torch__.M\n" + b"N" * 30 + b"\n") * (steps - 3) + b"t"),
        "modules": pickle(b"(c__torch__.M\nN\nq\0" + (GET[0] + b")\x81") * ((steps - 5) // 3) + b"t"),
        "tensors": pickle(
            b"(" + tensor_call + arguments + b"q\1" + (GET[0] + GET[1] + b"R") * ((steps - 60) // 3) + b"t"),
        "storages": pickle(
            b"((" + text("storage") + b"ctorch\nFloatStorage\n" + text("0" * 16) + text("cpu")
            + integer(1) + b"tq\0" + (GET[0] + b"Q") * ((steps - 20) // 2) + b"t"),
        "nested": pickle(b"(" + (b")" + b"\x85" * 98) * ((steps - 3) // 100) + b"t"),
        "list-in-itself": pickle(b"]q\0(" + GET[0] * (steps - 5) + b"e"),
    }


def archives() -> dict[str, bytes]:
    module = b"c__torch__.M\nN\n)\x81"
    made = {
        "entries": archive([(f"x/{place:05}", b"") for place in range(100_000)]),
        "long-names": archive([(f"x/{place:01000}", b"") for place in range(20_000)]),
        "too-many-entries": archive([(f"{place:06}", b"") for place in range(100_001)]),
    }
    # As many tensors as there may be, all of one storage whose name is long.
    key = "k" * 1000
    names = b"".join(text(f"{place:016}") + GET[1] for place in range(49_999))
    contents = pickle(b"}(" + text("t") + tensor(key, 1, [1] * 8, [1] * 8) + b"q\1" + names + b"u")
    made["tensors-of-one-storage"] = archive(
        [("x/data.pkl", contents), (f"x/data/{key}", bytes(4))])
    # As many tensors again, their names made long by the modules around them.
    depth = 4
    tree = module + b"}(" + b"".join(
        text(f"{place:05}") + GET[1] for place in range(50_000 - depth - 3)) + b"ub"
    for _ in range(depth):
        tree = module + b"}" + text("m" * 119) + tree + b"sb"
    contents = pickle(module + b"}(" + text("t") + tensor("0", 1, [1], [1]) + b"q\1"
                      + text("m") + tree + b"ub")
    made["long-tensor-names"] = archive([("x/data.pkl", contents), ("x/data/0", bytes(4))])
    # Modules, each twice in the one around it; the innermost has many attributes.
    tree = module + b"}(" + text("n") + b"q\2N" + GET[2] * 280_000 + b"ub"
    for level in range(15):
        place = bytes([10 + level])
        tree = module + b"}(" + text("a") + tree + b"q" + place + text("b") + GET[10 + level] + b"ub"
    made["attributes"] = archive([("x/data.pkl", pickle(tree)), ("x/data/0", bytes(4))])
    # Half the file's values in another order than they lie in.
    side = 3000
    contents = pickle(b"}" + text("t") + tensor("0", side * side, [side, side], [1, side]).replace(
        b"FloatStorage", b"HalfStorage") + b"s")
    made["transposed"] = archive([("x/data.pkl", contents), ("x/data/0", bytes(2 * side * side))])
    return made


def safetensors(header: bytes, data: bytes = b"") -> bytes:
    return struct.pack("<Q", len(header)) + header + data


def headers() -> dict[str, bytes]:
    def entry(name: str, shape: str) -> bytes:
        return f'"{name}":{{"dtype":"F32","shape":[{shape}],"data_offsets":[0,0]}}'.encode()

    shape = ",".join("0" * 8)
    most = 16 << 20

    def metadata(inner: bytes) -> bytes:
        return safetensors(b'{"__metadata__":{' + inner + b"}}")

    return {
        "tensors": safetensors(
            b"{" + b",".join(entry(f"{place:05}", shape) for place in range(50_000)) + b"}"),
        "tensors-with-names": safetensors(
            b"{" + b",".join(entry(f"{place:0200}", shape) for place in range(50_000)) + b"}"),
        "too-many-tensors": safetensors(
            b"{" + b",".join(entry(f"{place:05}", "0") for place in range(200_000)) + b"}"),
        "extents": safetensors(b"{" + entry("a", ",".join("0" * (most // 2 - 100))) + b"}"),
        "metadata": metadata(b",".join(b'"%x":""' % place for place in range(1_000_000))),
        "long-text": metadata(b'"a":"' + b"x" * (most - 100) + b'"'),
        "long-key": metadata(b'"' + b"x" * (most - 100) + b'":""'),
        "escapes": metadata(b'"a":"' + b"\\n" * (most // 2 - 100) + b'"'),
        "brackets": safetensors(b"[" * most),
        "long-header": safetensors(b" " * (100 << 20)),
    }


def arrays() -> dict[str, bytes]:
    """NumPy's arrays: much to turn round, and headers longer than any."""
    def array(kind: str, order: bool, shape: str, data: bytes = b"") -> bytes:
        header = f"{{'descr': '{kind}', 'fortran_order': {order}, 'shape': ({shape}), }}".encode()
        return b"\x93NUMPY\x03\x00" + struct.pack("<I", len(header)) + header + data

    side = 4096
    return {
        "by-columns": array("<f2", True, f"{side}, {side}", bytes(2 * side * side)),
        "eight-axes": array("<f2", True, "8, 8, 8, 8, 8, 8, 8, 8", bytes(2 << 24)),
        "empty-by-columns": array("<f4", True, "0, 9223372036854775807"),
        "long-header": b"\x93NUMPY\x03\x00" + struct.pack("<I", 1 << 26) + b" " * (1 << 26),
        "long-text": array("x" * 9_900, False, "1,"),
    }


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    for kind, files in (("zip", archives()), ("pickle", pickles()), ("safetensors", headers()),
                        ("numpy", arrays())):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for name, contents in files.items():
            (folder / kind / name).write_bytes(contents)


if __name__ == "__main__":
    main()
