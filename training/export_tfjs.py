"""Adds the shared parts of the networks to a TF.js graph: trunk, decoder, novelty. See graph.py for writing it."""
from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from torch import nn

from decoder import Decoder
from graph import Graph, half
from mobilenet_v2 import TAPS, TEXTURE_BLOCK, Convolution, InvertedResidual, Trunk
from novelty import Novelty

SIDE = 224
Network = TypeVar('Network', bound=nn.Module)


@dataclass(frozen=True)
class Nodes:
    """Names of the trunk's nodes: the taps at stride 4, 8, 16, 32; the top, or None; the expansion of the texture block."""

    taps: list[str]
    top: str | None
    texture: str


def rounded(network: Network) -> Network:
    """A copy with the 16-bit weights that the package holds: what golden outputs are computed with."""
    copied = copy.deepcopy(network).eval().to(memory_format=torch.contiguous_format)
    for parameter in copied.parameters():
        parameter.data = torch.from_numpy(half(parameter.detach().numpy()))
    return copied


def _arrays(layer: nn.Conv2d) -> tuple[np.ndarray, np.ndarray]:
    """PyTorch [out, in / groups, rows, columns] → TF [rows, columns, in, out]; depthwise [.., channels, 1]. And the bias."""
    weight = layer.weight.detach().numpy()
    kernel = weight.transpose(2, 3, 0, 1) if layer.groups > 1 else weight.transpose(2, 3, 1, 0)
    return kernel, layer.bias.detach().numpy()


def add_convolution(graph: Graph, name: str, x: str, module: Convolution | nn.Conv2d) -> str:
    """A `Convolution`, or a plain one of stride 1 without activation."""
    if isinstance(module, nn.Conv2d):
        return graph.convolution(name, x, *_arrays(module), (1, module.groups > 1, False))
    layer = module.convolution
    return graph.convolution(name, x, *_arrays(layer), (module.stride, layer.groups > 1, module.relu6))


def _add_block(graph: Graph, name: str, x: str, block: InvertedResidual) -> str:
    y = x
    for index, step in enumerate(block.steps):
        y = add_convolution(graph, f'{name}/{index}', y, step)
    return graph.arithmetic(f'{name}/add', 'AddV2', x, y) if block.adds else y


def add_trunk(graph: Graph, x: str, trunk: Trunk) -> Nodes:
    """`x`: name of the placeholder, grey, in [-1, 1]."""
    x, taps = add_convolution(graph, 'stem', x, trunk.stem), []
    for index, block in enumerate(trunk.blocks):
        x = _add_block(graph, f'block{index}', x, block)
        if index in TAPS:
            taps.append(x)
    top = add_convolution(graph, 'top', x, trunk.top) if trunk.top else None
    return Nodes(taps, top, f'block{TEXTURE_BLOCK}/0')


def add_shuffle(graph: Graph, name: str, x: str, module: Convolution) -> str:
    """A 1×1 convolution whose channels become 2 × 2 pixels. PyTorch counts channel, row, column; TF row, column, channel."""
    kernel, bias = _arrays(module.convolution)
    order = np.arange(len(bias)).reshape(-1, 4).T.reshape(-1)
    wide = graph.convolution(f'{name}/wide', x, kernel[..., order], bias[order], (1, False, module.relu6))
    return graph.depth_to_space(name, wide)


def add_decoder(graph: Graph, name: str, taps: list[str], decoder: Decoder) -> str:
    """The output node is called `name`: logits [1, side / 2, side / 2, outputs]. Levels: see `level_node`."""
    y = None
    for index, (tap, level) in reversed(list(enumerate(zip(taps, decoder.levels)))):
        here = f'{name}/{index}'
        narrow = add_convolution(graph, f'{here}/narrow', tap, level.narrow)
        if level.enlarge is not None:
            narrow = graph.arithmetic(f'{here}/add', 'AddV2', narrow, add_shuffle(graph, f'{here}/large', y, level.enlarge))
        y = add_convolution(graph, f'{here}/near', narrow, level.near)
        y = add_convolution(graph, level_node(name, index), y, level.mix)
    return add_shuffle(graph, name, y, decoder.last)


def level_node(name: str, index: int) -> str:
    """Features of a decoder's level: 0 at stride 4, 1 at 8, 2 at 16, 3 at 32."""
    return f'{name}/{index}/mix'


def add_novelty(graph: Graph, nodes: Nodes, novelty: Novelty) -> str:
    """See novelty.py: a weighted sum of squares, once along the main directions and once in all. Node `novelty`, [1, 1]."""
    texture = graph.mean('texture', nodes.texture, [1, 2])
    centred = graph.arithmetic('novelty/centred', 'Sub', texture, graph.constant('novelty/centre', novelty.centre[None]))
    scaled = graph.arithmetic('novelty/scaled', 'Mul', centred, graph.constant('novelty/scale', novelty.scale[None]))
    along = graph.arithmetic('novelty/squares', 'Square', graph.matmul('novelty/along', scaled, novelty.directions))
    inside = graph.matmul('novelty/inside', along, novelty.weights[:, None])
    everything = graph.arithmetic('novelty/energies', 'Square', scaled)
    energy = graph.mean('novelty/energy', everything, [1], keep=True)
    share = graph.constant('novelty/share', np.array([[novelty.share]], np.float32))
    return graph.arithmetic('novelty', 'AddV2', inside, graph.arithmetic('novelty/rest', 'Mul', energy, share))
