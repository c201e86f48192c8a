"""Builds a TF.js graph model by hand: nodes, constants and the weights file with 16-bit floats."""
from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np


def _text(value: str) -> str:
    return base64.b64encode(value.encode()).decode()


def _shape(shape: tuple[int, ...]) -> dict:
    return {'dim': [{'size': str(size)} for size in shape]}


def _ints(values: list[int]) -> dict:
    return {'list': {'i': [str(value) for value in values]}}


FLOAT = {'T': {'type': 'DT_FLOAT'}}


def half(values: np.ndarray) -> np.ndarray:
    """What stays of float32 values in 16 bits, as float32."""
    return values.astype(np.float16).astype(np.float32)


@dataclass(frozen=True)
class Window:
    """How a convolution moves. `padding`: zeros on each side in rows and columns, or None for TensorFlow's SAME."""

    strides: tuple[int, int] = (1, 1)
    dilations: tuple[int, int] = (1, 1)
    padding: tuple[int, int] | None = None
    activation: str | None = None


class Graph:
    """Each method adds a node and returns its name. Pictures are NHWC."""

    def __init__(self) -> None:
        self.nodes: list[dict] = []
        self.weights: list[tuple[str, np.ndarray]] = []
        self.exact: set[str] = set()

    def _node(self, name: str, op: str, inputs: list[str], attr: dict) -> str:
        self.nodes.append({'name': name, 'op': op, 'input': inputs, 'attr': attr})
        return name

    def placeholder(self, name: str, shape: tuple[int, ...]) -> str:
        return self._node(name, 'Placeholder', [], {'dtype': {'type': 'DT_FLOAT'}, 'shape': {'shape': _shape(shape)}})

    def constant(self, name: str, values: np.ndarray, exact: bool = False) -> str:
        """`exact`: kept in 32 bits."""
        if exact:
            self.exact.add(name)
        kind = 'DT_INT32' if values.dtype == np.int32 else 'DT_FLOAT'
        self.weights.append((name, values))
        tensor = {'tensor': {'dtype': kind, 'tensorShape': _shape(values.shape)}}
        return self._node(name, 'Const', [], {'value': tensor, 'dtype': {'type': kind}})

    def convolution(self, name: str, x: str, kernel: np.ndarray, bias: np.ndarray, form: tuple[int, bool, bool]) -> str:
        """`kernel` [rows, columns, in, out] (depthwise: [rows, columns, channels, 1]); `form`: stride, depthwise, ReLU6."""
        stride, depthwise, relu6 = form
        window = Window(strides=(stride, stride), activation='Relu6' if relu6 else None)
        return self.windowed(name, (x, kernel, bias), window, depthwise)

    def windowed(self, name: str, parts: tuple[str, np.ndarray, np.ndarray], window: Window, depthwise: bool = False) -> str:
        """A convolution of any form; `parts`: the picture's name, kernel and bias as in `convolution`."""
        x, kernel, bias = parts
        inputs = [x, self.constant(f'{name}/kernel', kernel), self.constant(f'{name}/bias', bias)]
        fused = ['BiasAdd', window.activation] if window.activation else ['BiasAdd']
        attr = {
            **FLOAT,
            'strides': _ints([1, *window.strides, 1]),
            'dilations': _ints([1, *window.dilations, 1]),
            'padding': {'s': _text('SAME' if window.padding is None else 'EXPLICIT')},
            'data_format': {'s': _text('NHWC')},
            'fused_ops': {'list': {'s': [_text(op) for op in fused]}},
            'num_args': {'i': '1'},
            'epsilon': {'f': 0.0},
        }
        if window.padding is not None:
            rows, columns = window.padding
            attr['explicit_paddings'] = _ints([0, 0, rows, rows, columns, columns, 0, 0])
        return self._node(name, 'FusedDepthwiseConv2dNative' if depthwise else '_FusedConv2D', inputs, attr)

    def pad(self, name: str, x: str, sides: tuple[int, int], value: float) -> str:
        """`sides`: how many rows and columns are added on each side."""
        rows, columns = sides
        widths = self.constant(f'{name}/widths', np.array([[0, 0], [rows, rows], [columns, columns], [0, 0]], np.int32))
        return self._node(name, 'PadV2', [x, widths, self.constant(f'{name}/value', np.array(value, np.float32))], dict(FLOAT))

    def pool(self, name: str, x: str, op: str, size: tuple[int, int], strides: tuple[int, int]) -> str:
        """`op`: MaxPool or AvgPool, over windows that lie inside the picture."""
        attr = {
            **FLOAT,
            'ksize': _ints([1, *size, 1]),
            'strides': _ints([1, *strides, 1]),
            'padding': {'s': _text('VALID')},
            'data_format': {'s': _text('NHWC')},
        }
        return self._node(name, op, [x], attr)

    def flat(self, name: str, x: str, is_cell: bool) -> str:
        """[1, n] in PyTorch's order: channel, row, column, which one cell has already."""
        if not is_cell:
            order = self.constant(f'{name}/order', np.array([0, 3, 1, 2], np.int32))
            x = self._node(f'{name}/turned', 'Transpose', [x, order], {**FLOAT, 'Tperm': {'type': 'DT_INT32'}})
        shape = self.constant(f'{name}/shape', np.array([1, -1], np.int32))
        return self._node(name, 'Reshape', [x, shape], {**FLOAT, 'Tshape': {'type': 'DT_INT32'}})

    def split(self, name: str, x: str, parts: int) -> list[str]:
        """Equal runs of channels."""
        axis = self.constant(f'{name}/axis', np.array(3, np.int32))
        self._node(name, 'Split', [axis, x], {**FLOAT, 'num_split': {'i': str(parts)}})
        return [name, *(f'{name}:{part}' for part in range(1, parts))]

    def join(self, name: str, parts: list[str]) -> str:
        """Channels one after the other."""
        axis = self.constant(f'{name}/axis', np.array(3, np.int32))
        return self._node(name, 'ConcatV2', [*parts, axis], {**FLOAT, 'N': {'i': str(len(parts))}, 'Tidx': {'type': 'DT_INT32'}})

    def mean(self, name: str, x: str, axes: list[int], keep: bool = False) -> str:
        axis = self.constant(f'{name}/axes', np.array(axes, np.int32))
        attr = {**FLOAT, 'Tidx': {'type': 'DT_INT32'}, 'keep_dims': {'b': keep}}
        return self._node(name, 'Mean', [x, axis], attr)

    def matmul(self, name: str, x: str, matrix: np.ndarray) -> str:
        attr = {**FLOAT, 'transpose_a': {'b': False}, 'transpose_b': {'b': False}}
        return self._node(name, 'MatMul', [x, self.constant(f'{name}/matrix', matrix)], attr)

    def depth_to_space(self, name: str, x: str) -> str:
        """Four channels become 2 × 2 pixels; the channel index counts rows, columns, then channels."""
        attr = {**FLOAT, 'block_size': {'i': '2'}, 'data_format': {'s': _text('NHWC')}}
        return self._node(name, 'DepthToSpace', [x], attr)

    def arithmetic(self, name: str, op: str, *inputs: str) -> str:
        """`op`: AddV2, Sub, Mul, Square, Relu or another of whole tensors."""
        return self._node(name, op, list(inputs), dict(FLOAT))

    def scaling(self, name: str, x: str, terms: tuple[np.ndarray, np.ndarray]) -> str:
        """x × scale + shift, each channel by its own, in 32 bits."""
        scale, shift = (
            self.constant(f'{name}/{part}', values.astype(np.float32).reshape(1, 1, 1, -1), exact=True)
            for part, values in zip(('scale', 'shift'), terms)
        )
        return self.arithmetic(name, 'AddV2', self.arithmetic(f'{name}/scaled', 'Mul', x, scale), shift)

    def write(self, folder: Path, inputs: dict[str, tuple], outputs: dict[str, tuple]) -> None:
        """`folder` gets `model.json` and `weights.bin`. Shapes by node name; several outputs may be named."""
        folder.mkdir(parents=True, exist_ok=True)
        manifest, data = [], []
        for name, values in self.weights:
            entry = {'name': name, 'shape': list(values.shape), 'dtype': 'int32' if values.dtype == np.int32 else 'float32'}
            if values.dtype != np.int32 and name not in self.exact:
                entry['quantization'] = {'dtype': 'float16', 'original_dtype': 'float32'}
                values = values.astype(np.float16)
            manifest.append(entry)
            data.append(np.ascontiguousarray(values).tobytes())
        (folder / 'weights.bin').write_bytes(b''.join(data))
        model = {
            'format': 'graph-model',
            'generatedBy': 'training/export_tfjs.py',
            'convertedBy': None,
            'signature': {'inputs': _signature(inputs), 'outputs': _signature(outputs)},
            'modelTopology': {'node': self.nodes, 'library': {}, 'versions': {'producer': 1395}},
            'weightsManifest': [{'paths': ['weights.bin'], 'weights': manifest}],
        }
        (folder / 'model.json').write_text(json.dumps(model, separators=(',', ':')))


def _signature(tensors: dict[str, tuple]) -> dict:
    return {n: {'name': f'{n}:0', 'dtype': 'DT_FLOAT', 'tensorShape': _shape(shape)} for n, shape in tensors.items()}
