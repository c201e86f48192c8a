"""Reads the quantised MobileNetV2 (`.tflite`) without TensorFlow: weights and biases as float32, in graph order.

The file is a FlatBuffer; only the few tables needed are walked. Field numbers are those of TensorFlow Lite's
`schema.fbs` (https://github.com/tensorflow/tensorflow/blob/master/tensorflow/lite/schema/schema.fbs).
"""
from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

CONV_2D, DEPTHWISE_CONV_2D = 3, 4
DTYPES = {2: np.int32, 3: np.uint8}  # TensorType: INT32, UINT8


@dataclass(frozen=True)
class Layer:
    """One convolution, batch norm folded. `weight` in PyTorch order [out, in / groups, rows, columns]."""

    depthwise: bool
    weight: np.ndarray
    bias: np.ndarray


class Table:
    """A FlatBuffer table at byte `at`; `field(i)` is the byte position of field i, or None where it is absent."""

    def __init__(self, data: bytes, at: int):
        self.data, self.at = data, at
        self.vtable = at - struct.unpack_from('<i', data, at)[0]

    def field(self, index: int) -> int | None:
        slot = 4 + 2 * index
        if slot >= struct.unpack_from('<H', self.data, self.vtable)[0]:
            return None
        offset = struct.unpack_from('<H', self.data, self.vtable + slot)[0]
        return self.at + offset if offset else None

    def scalar(self, index: int, code: str, default: int = 0) -> int:
        at = self.field(index)
        return default if at is None else struct.unpack_from('<' + code, self.data, at)[0]

    def table(self, index: int) -> Table:
        at = self.field(index)
        return Table(self.data, at + struct.unpack_from('<I', self.data, at)[0])

    def _vector(self, index: int) -> tuple[int, int]:
        at = self.field(index)
        if at is None:
            return 0, 0
        start = at + struct.unpack_from('<I', self.data, at)[0]
        return start + 4, struct.unpack_from('<I', self.data, start)[0]

    def array(self, index: int, dtype: type) -> np.ndarray:
        start, length = self._vector(index)
        return np.frombuffer(self.data, dtype, length, start)

    def tables(self, index: int) -> list[Table]:
        start, length = self._vector(index)
        spots = [start + 4 * i for i in range(length)]
        return [Table(self.data, at + struct.unpack_from('<I', self.data, at)[0]) for at in spots]


def _dequantise(tensor: Table, buffers: list[Table]) -> np.ndarray:
    values = buffers[tensor.scalar(2, 'I')].array(0, np.uint8).tobytes()
    quantisation = tensor.table(4)
    scale = quantisation.array(2, np.float32)[0]
    zero = quantisation.array(3, np.int64)
    stored = np.frombuffer(values, DTYPES[tensor.scalar(1, 'b')])
    real = (stored.astype(np.float32) - (zero[0] if len(zero) else 0)) * scale
    return real.reshape(tensor.array(0, np.int32))


def read_convolutions(path: Path) -> list[Layer]:
    """All convolutions of the graph in order of execution; the last is the ImageNet classifier."""
    data = path.read_bytes()
    model = Table(data, struct.unpack_from('<I', data, 0)[0])
    codes = [code.scalar(0, 'b') for code in model.tables(1)]
    graph, buffers = model.tables(2)[0], model.tables(4)
    tensors = graph.tables(0)
    layers = []
    for operator in graph.tables(3):
        code = codes[operator.scalar(0, 'I')]
        if code not in (CONV_2D, DEPTHWISE_CONV_2D):
            continue
        _, kernel, bias = operator.array(1, np.int32)
        weight = _dequantise(tensors[kernel], buffers)
        depthwise = code == DEPTHWISE_CONV_2D
        # TFLite: convolution [out, rows, columns, in], depthwise [1, rows, columns, channels]
        weight = weight.transpose(3, 0, 1, 2) if depthwise else weight.transpose(0, 3, 1, 2)
        layers.append(Layer(depthwise, np.ascontiguousarray(weight), _dequantise(tensors[bias], buffers)))
    return layers
