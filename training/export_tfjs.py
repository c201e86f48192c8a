"""Writes the trained network as a TF.js graph model with the outputs `logits`, `map` and `novelty`."""
from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import torch
from torch import nn

from graph import Graph, half
from mobilenet_v2 import LABELS, TEXTURE_BLOCK, Convolution, InvertedResidual, KidneyView
from novelty import Novelty

SIDE = 224


def rounded(network: KidneyView) -> KidneyView:
    """A copy with the 16-bit weights that the package holds: what golden outputs are computed with."""
    copied = copy.deepcopy(network).eval().to(memory_format=torch.contiguous_format)
    for parameter in copied.parameters():
        parameter.data = torch.from_numpy(half(parameter.detach().numpy()))
    return copied


def _kernel(layer: nn.Conv2d) -> np.ndarray:
    """PyTorch [out, in / groups, rows, columns] → TF [rows, columns, in, out]; depthwise [.., channels, 1]."""
    weight = layer.weight.detach().numpy()
    return weight.transpose(2, 3, 0, 1) if layer.groups > 1 else weight.transpose(2, 3, 1, 0)


def _add(graph: Graph, name: str, x: str, module: Convolution) -> str:
    layer = module.convolution
    form = (module.stride, layer.groups > 1, module.relu6)
    return graph.convolution(name, x, _kernel(layer), layer.bias.detach().numpy(), form)


def _add_block(graph: Graph, name: str, x: str, block: InvertedResidual) -> str:
    y = x
    for index, step in enumerate(block.steps):
        y = _add(graph, f'{name}/{index}', y, step)
    return graph.arithmetic(f'{name}/add', 'AddV2', x, y) if block.adds else y


def _add_novelty(graph: Graph, texture: str, novelty: Novelty) -> None:
    """See novelty.py: a weighted sum of squares, once along the main directions and once in all."""
    centred = graph.arithmetic('novelty/centred', 'Sub', texture, graph.constant('novelty/centre', novelty.centre[None]))
    scaled = graph.arithmetic('novelty/scaled', 'Mul', centred, graph.constant('novelty/scale', novelty.scale[None]))
    along = graph.arithmetic('novelty/squares', 'Square', graph.matmul('novelty/along', scaled, novelty.directions))
    inside = graph.matmul('novelty/inside', along, novelty.weights[:, None])
    everything = graph.arithmetic('novelty/energies', 'Square', scaled)
    energy = graph.mean('novelty/energy', everything, [1], keep=True)
    share = graph.constant('novelty/share', np.array([[novelty.share]], np.float32))
    graph.arithmetic('novelty', 'AddV2', inside, graph.arithmetic('novelty/rest', 'Mul', energy, share))


def export(network: KidneyView, novelty: Novelty, folder: Path) -> None:
    """`folder` gets model.json and weights.bin."""
    graph = Graph()
    x = graph.placeholder('input', (1, SIDE, SIDE, 1))
    x = _add(graph, 'stem', x, network.stem)
    for index, block in enumerate(network.blocks):
        x = _add_block(graph, f'block{index}', x, block)
    x = _add(graph, 'top', x, network.top)
    head = network.head
    maps = graph.convolution('map', x, _kernel(head), head.bias.detach().numpy(), (1, False, False))
    graph.mean('logits', maps, [1, 2])
    _add_novelty(graph, graph.mean('texture', f'block{TEXTURE_BLOCK}/0', [1, 2]), novelty)
    cells, labels = SIDE // 32, len(LABELS)
    folder.mkdir(parents=True, exist_ok=True)
    graph.write(
        folder,
        {'input': (1, SIDE, SIDE, 1)},
        {'logits': (1, labels), 'map': (1, cells, cells, labels), 'novelty': (1, 1)},
    )
