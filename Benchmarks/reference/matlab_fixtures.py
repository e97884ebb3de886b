"""Writes the MATLAB files of Tests/DatasetsTests/MATLABFixtures.swift with SciPy.

Usage: python matlab_fixtures.py > ../../Tests/DatasetsTests/MATLABFixtures.swift
"""

import base64
import io
import struct
import zlib

import numpy
import scipy.io
import scipy.sparse

LABELS = numpy.arange(15).reshape(3, 5) * 31 % 460
SMALL = numpy.array([[1, 2], [3, 4]], numpy.uint8)


def saved(variables, packed=False):
    file = io.BytesIO()
    scipy.io.savemat(file, variables, do_compression=packed)
    return file.getvalue()


def others():
    return {
        "captions": numpy.array(["a dog", "on grass"], dtype=object),
        "names": {"deep": {"er": numpy.zeros((2, 2))}},
        "sparse": scipy.sparse.eye(3),
        "text": "hello",
        "flag": numpy.array([[True]]),
    }


def surplus():
    """A sound packed matrix whose stream goes on for 100,000 bytes."""
    file = saved({"S": LABELS.astype(numpy.uint8)})
    stream = zlib.compress(file[128:] + bytes(100_000), 9)
    return file[:128] + struct.pack("<II", 15, len(stream)) + stream


FILES = {
    "uint8": saved({"S": LABELS.astype(numpy.uint8) // 2}),
    "small": saved({"S": SMALL}),
    "version4": (lambda file: (scipy.io.savemat(file, {"S": SMALL}, format="4"), file.getvalue())[1])(
        io.BytesIO()
    ),
    "textOnly": saved({"S": "labels", "T": "more"}),
    "surplus": surplus(),
}
SAME = {
    f"{kind} {'packed' if packed else 'plain'}": saved({"S": LABELS.astype(kind)}, packed)
    for kind in ["uint16", "int16", "int32", "uint32", "int64", "uint64", "single", "double"]
    for packed in [False, True]
}
SAME["behind others, plain"] = saved({**others(), "S": LABELS.astype("uint16")})
SAME["behind others, packed"] = saved({**others(), "S": LABELS.astype("uint16")}, True)


def text(contents):
    encoded = base64.b64encode(contents).decode()
    lines = [encoded[start : start + 90] for start in range(0, len(encoded), 90)]
    return '"""\n      ' + "\\\n      ".join(lines) + '\n      """'


print("""/// MAT-files that SciPy wrote: see Benchmarks/reference/matlab_fixtures.py.
enum MATLABFixtures {
  /// The same 3 × 5 labels, k · 31 mod 460 for k = 0, 1, …, in files of every kind.
  static let sameLabels = [""")
for name, contents in SAME.items():
    print(f'    "{name}": {text(contents)},')
print("  ]")
for name, contents in FILES.items():
    print(f"\n  static let {name} = {text(contents)}")
print("}")
