"""Writes the trained network as a TF.js graph model with the outputs `logits`, `map`, `novelty` and `regions`."""
from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from batches import to_input
from export_tfjs import SIDE, add_convolution, add_decoder, add_novelty, add_trunk, level_node
from graph import Graph
from kidney_view.network import LABELS, KidneyView
from novelty import Novelty
from structures import STRUCTURES

CELLS = SIDE // 32
OUTPUTS = {
    'logits': (1, len(LABELS)),
    'map': (1, CELLS, CELLS, len(LABELS)),
    'novelty': (1, 1),
    'regions': (1, SIDE // 2, SIDE // 2, len(STRUCTURES)),
}


def export(network: KidneyView, novelty: Novelty, folder: Path) -> None:
    """`folder` gets model.json and weights.bin."""
    graph, picture = Graph(), (1, SIDE, SIDE, 1)
    nodes = add_trunk(graph, graph.placeholder('input', picture), network.trunk)
    add_novelty(graph, nodes, novelty)
    add_decoder(graph, 'regions', nodes.taps, network.decoder)
    near = level_node('regions', 1)
    for index, step in enumerate(network.near.steps):
        near = add_convolution(graph, f'near/{index}', near, step)
    parts = add_convolution(graph, 'map/top', nodes.top, network.head), add_convolution(graph, 'map/near', near, network.near.head)
    graph.mean('logits', graph.arithmetic('map', 'AddV2', *parts), [1, 2])
    graph.write(folder, {'input': picture}, OUTPUTS)


@torch.no_grad()
def outputs_of(network: KidneyView, novelty: Novelty, grey: np.ndarray) -> dict[str, np.ndarray]:
    """All tensors as the package gives them, channels last; `grey` bytes [side, side]."""
    x = to_input(grey[None, None])
    out = network(x)
    return {
        'logits': out.logits[0].numpy(),
        'map': out.map[0].permute(1, 2, 0).numpy(),
        'novelty': novelty.score(network.trunk.texture(x).numpy()),
        'regions': out.regions[0].permute(1, 2, 0).numpy(),
    }
