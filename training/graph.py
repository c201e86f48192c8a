"""Builds a TF.js graph model by hand: nodes, constants and the weights file with 16-bit floats."""
from __future__ import annotations

import base64
import json
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


class Graph:
    """Each method adds a node and returns its name. Pictures are NHWC."""

    def __init__(self) -> None:
        self.nodes: list[dict] = []
        self.weights: list[tuple[str, np.ndarray]] = []

    def _node(self, name: str, op: str, inputs: list[str], attr: dict) -> str:
        self.nodes.append({'name': name, 'op': op, 'input': inputs, 'attr': attr})
        return name

    def placeholder(self, name: str, shape: tuple[int, ...]) -> str:
        return self._node(name, 'Placeholder', [], {'dtype': {'type': 'DT_FLOAT'}, 'shape': {'shape': _shape(shape)}})

    def constant(self, name: str, values: np.ndarray) -> str:
        kind = 'DT_INT32' if values.dtype == np.int32 else 'DT_FLOAT'
        self.weights.append((name, values))
        tensor = {'tensor': {'dtype': kind, 'tensorShape': _shape(values.shape)}}
        return self._node(name, 'Const', [], {'value': tensor, 'dtype': {'type': kind}})

    def convolution(self, name: str, x: str, kernel: np.ndarray, bias: np.ndarray, form: tuple[int, bool, bool]) -> str:
        """`kernel` [rows, columns, in, out] (depthwise: [rows, columns, channels, 1]); `form`: stride, depthwise, ReLU6."""
        stride, depthwise, relu6 = form
        inputs = [x, self.constant(f'{name}/kernel', kernel), self.constant(f'{name}/bias', bias)]
        fused = ['BiasAdd', 'Relu6'] if relu6 else ['BiasAdd']
        attr = {
            **FLOAT,
            'strides': _ints([1, stride, stride, 1]),
            'dilations': _ints([1, 1, 1, 1]),
            'padding': {'s': _text('SAME')},
            'data_format': {'s': _text('NHWC')},
            'fused_ops': {'list': {'s': [_text(op) for op in fused]}},
            'num_args': {'i': '1'},
            'epsilon': {'f': 0.0},
        }
        return self._node(name, 'FusedDepthwiseConv2dNative' if depthwise else '_FusedConv2D', inputs, attr)

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
        """`op`: AddV2, Sub, Mul or Square."""
        return self._node(name, op, list(inputs), dict(FLOAT))

    def write(self, folder: Path, inputs: dict[str, tuple], outputs: dict[str, tuple]) -> None:
        """`folder` gets `model.json` and `weights.bin`. Shapes by node name; several outputs may be named."""
        folder.mkdir(parents=True, exist_ok=True)
        manifest, data = [], []
        for name, values in self.weights:
            entry = {'name': name, 'shape': list(values.shape), 'dtype': 'int32' if values.dtype == np.int32 else 'float32'}
            if values.dtype != np.int32:
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
