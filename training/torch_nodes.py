"""Adds the layers of a traced PyTorch network to a TF.js graph, one `torch.fx` node after the other."""
from __future__ import annotations

import operator
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import fx, nn
from torch.nn import functional

from graph import Graph, Window

#: What PyTorch pads a maximum with is minus infinity; this is the least that 16 bits hold.
LEAST = -65504.0
ACTIVATIONS = {nn.ReLU: 'Relu', nn.ReLU6: 'Relu6', functional.relu: 'Relu', torch.relu: 'Relu', functional.relu6: 'Relu6'}
NOTHING = (nn.Identity, nn.Dropout, nn.Dropout2d, functional.dropout)
ADDITIONS = (operator.add, operator.iadd, torch.add)
FLATTENINGS = (nn.Flatten, torch.flatten, 'flatten')
AVERAGES = (nn.AdaptiveAvgPool2d, functional.adaptive_avg_pool2d, torch.mean, 'mean')
UNSUITED = (nn.Sigmoid, nn.Softmax, torch.sigmoid, torch.softmax, functional.softmax, 'sigmoid', 'softmax')


class Unsupported(ValueError):
    """A layer that has no place here; the message says what to do."""


def _pair(value: int | tuple[int, int]) -> tuple[int, int]:
    return (value, value) if isinstance(value, int) else tuple(value)


@dataclass(frozen=True)
class Map:
    """`cells`: what the layer is applied to, cell by cell."""

    name: str
    cells: fx.Node
    layer: nn.Linear

    @property
    def shape(self) -> tuple[int, ...]:
        rows, columns = self.cells.meta['tensor_meta'].shape[2:]
        return 1, rows, columns, self.layer.out_features


@dataclass
class Translation:
    """`names`: of graph nodes by traced node. `pooled`: what a mean over the whole picture was taken of.

    `maps`: activation maps by the name of the linear layer on such a mean: the same layer in each cell."""

    traced: fx.GraphModule
    graph: Graph
    names: dict[fx.Node, str] = field(default_factory=dict)
    pooled: dict[str, fx.Node] = field(default_factory=dict)
    maps: dict[str, Map] = field(default_factory=dict)

    def kind(self, node: fx.Node):
        """The class of a module, or the function, or the method's name."""
        return type(self.traced.get_submodule(node.target)) if node.op == 'call_module' else node.target

    def layer(self, node: fx.Node) -> nn.Module:
        return self.traced.get_submodule(node.target)

    def source(self, node: fx.Node) -> str:
        return self.names[node.args[0]]

    def add(self, node: fx.Node) -> str:
        """The graph's name for what this node gives."""
        kind = self.kind(node)
        if kind in ACTIVATIONS:
            return self._activation(node, ACTIVATIONS[kind])
        if kind in NOTHING:
            return self.source(node)
        if kind in ADDITIONS:
            return self._addition(node)
        if kind in FLATTENINGS:
            return self._flat(node)
        if kind in AVERAGES:
            return self._average(node)
        build = {
            nn.Conv2d: self._convolution,
            nn.BatchNorm2d: self._normalisation,
            nn.MaxPool2d: self._maximum,
            nn.AvgPool2d: self._mean_of_windows,
            nn.Linear: self._linear,
        }.get(kind)
        if build is None:
            raise Unsupported(_advice(node, kind))
        return build(node)

    def _activation(self, node: fx.Node, op: str) -> str:
        before = node.args[0]
        return self.names[before] if self._fuses(before) else self.graph.arithmetic(node.name, op, self.names[before])

    def _fuses(self, node: fx.Node) -> bool:
        """Whether the only thing that follows a convolution is an activation, which then becomes part of it."""
        if self.kind(node) is not nn.Conv2d or len(node.users) != 1:
            return False
        return self.kind(next(iter(node.users))) in ACTIVATIONS

    def _addition(self, node: fx.Node) -> str:
        if not all(isinstance(x, fx.Node) for x in node.args) or node.kwargs:
            raise Unsupported(f'{node.name}: only two tensors can be added.')
        return self.graph.arithmetic(node.name, 'AddV2', *(self.names[x] for x in node.args))

    def _convolution(self, node: fx.Node) -> str:
        layer = self.layer(node)
        if layer.padding_mode != 'zeros' or isinstance(layer.padding, str):
            raise Unsupported(f'{node.target}: padding must be zeros, given as numbers.')
        activation = ACTIVATIONS[self.kind(next(iter(node.users)))] if self._fuses(node) else None
        window = Window(_pair(layer.stride), _pair(layer.dilation), _pair(layer.padding), activation)
        weight = layer.weight.detach().numpy()
        bias = np.zeros(len(weight), np.float32) if layer.bias is None else layer.bias.detach().numpy()
        x = self.source(node)
        if layer.groups == 1:
            return self.graph.windowed(node.name, (x, weight.transpose(2, 3, 1, 0), bias), window)
        if layer.groups == layer.in_channels:
            # [channel × copy, 1, rows, columns] → [rows, columns, channel, copy]
            kernel = weight[:, 0].reshape(layer.groups, -1, *weight.shape[2:]).transpose(2, 3, 0, 1)
            return self.graph.windowed(node.name, (x, kernel, bias), window, depthwise=True)
        return self._groups(node.name, (x, weight, bias), window, layer.groups)

    def _groups(self, name: str, parts: tuple[str, np.ndarray, np.ndarray], window: Window, count: int) -> str:
        x, weight, bias = parts
        runs = zip(self.graph.split(f'{name}/split', x, count), np.split(weight, count), np.split(bias, count))
        made = [
            self.graph.windowed(f'{name}/{index}', (run, kernel.transpose(2, 3, 1, 0), of), window)
            for index, (run, kernel, of) in enumerate(runs)
        ]
        return self.graph.join(name, made)

    def _normalisation(self, node: fx.Node) -> str:
        """One that follows no convolution; the others are folded before."""
        layer = self.layer(node)
        scale = layer.weight / torch.sqrt(layer.running_var + layer.eps)
        shift = layer.bias - layer.running_mean * scale
        return self.graph.scaling(node.name, self.source(node), (scale.detach().numpy(), shift.detach().numpy()))

    def _maximum(self, node: fx.Node) -> str:
        layer, x = self.layer(node), self.source(node)
        if layer.ceil_mode or _pair(layer.dilation) != (1, 1):
            raise Unsupported(f'{node.target}: max pooling with ceil_mode or dilation.')
        if _pair(layer.padding) != (0, 0):
            x = self.graph.pad(f'{node.name}/padded', x, _pair(layer.padding), LEAST)
        return self.graph.pool(node.name, x, 'MaxPool', _pair(layer.kernel_size), _pair(layer.stride))

    def _mean_of_windows(self, node: fx.Node) -> str:
        layer = self.layer(node)
        if layer.ceil_mode or _pair(layer.padding) != (0, 0) or layer.divisor_override is not None:
            raise Unsupported(f'{node.target}: average pooling with padding, ceil_mode or another divisor.')
        return self.graph.pool(node.name, self.source(node), 'AvgPool', _pair(layer.kernel_size), _pair(layer.stride))

    def _average(self, node: fx.Node) -> str:
        shape, before = (tuple(of.meta['tensor_meta'].shape) for of in (node, node.args[0]))
        x = self.source(node)
        if shape == before:
            return x
        if len(before) != 4 or shape not in (before[:2], (*before[:2], 1, 1)):
            raise Unsupported(f'{node.name}: only a mean over the whole picture.')
        name = self.graph.mean(node.name, x, [1, 2], keep=len(shape) == 4)
        self.pooled[name] = node.args[0]
        return name

    def _flat(self, node: fx.Node) -> str:
        x, shape = self.source(node), node.args[0].meta['tensor_meta'].shape
        if len(node.meta['tensor_meta'].shape) != 2:
            raise Unsupported(f'{node.name}: flatten from dimension 1 on.')
        if len(shape) == 2:
            return x
        name = self.graph.flat(node.name, x, tuple(shape[2:]) == (1, 1))
        if x in self.pooled:
            self.pooled[name] = self.pooled[x]
        return name

    def _linear(self, node: fx.Node) -> str:
        layer, x = self.layer(node), self.source(node)
        matrix = layer.weight.detach().numpy().T
        bias = np.zeros(matrix.shape[1], np.float32) if layer.bias is None else layer.bias.detach().numpy()
        product = self.graph.matmul(f'{node.name}/product', x, matrix)
        name = self.graph.arithmetic(node.name, 'AddV2', product, self.graph.constant(f'{node.name}/bias', bias[None]))
        if x in self.pooled:
            cells = self.pooled[x]
            parts = (self.names[cells], matrix[None, None], bias)
            self.maps[name] = Map(self.graph.windowed(f'{node.name}/map', parts, Window()), cells, layer)
        return name


def _advice(node: fx.Node, kind) -> str:
    if kind in UNSUITED and any(user.op == 'output' for user in node.users):
        return f'{node.name}: cut sigmoid or softmax off. The card says which activation and temperature the app applies to the logits.'
    where = getattr(kind, '__name__', kind)
    return f'{node.name}: {where} is not converted here. Convert by ONNX and TensorFlow: docs/models.md says how.'
