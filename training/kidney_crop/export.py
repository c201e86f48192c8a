"""Writes the network as a TF.js graph model with the outputs `logits`, `map`, `egfr`, `features` and `strangeness`."""
from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from export_tfjs import add_convolution, add_novelty, add_shuffle, add_trunk
from graph import Graph
from kidney_crop.network import (
    CELLS, EGFR_MIDDLE, EGFR_SCALE, FINDINGS, HEADS, HIDDEN, LEAST_CAPSULE, MARKS, PENALTY, SIDE, WIDTH, KidneyCrop, absence, counted,
)  # fmt: skip
from novelty import Novelty

OUTPUTS = {
    'logits': (1, len(FINDINGS)),
    'map': (1, CELLS, CELLS, len(FINDINGS)),
    'egfr': (1, HEADS),
    'features': (1, WIDTH),
    'strangeness': (1, 1),
}


def _function_matrix(network: KidneyCrop) -> tuple[np.ndarray, np.ndarray]:
    """The ten heads as one 1×1 convolution [1, 1, 120, 10]."""
    weight, kernel = network.heads.weight.detach().numpy(), np.zeros((1, 1, HEADS * HIDDEN, HEADS), np.float32)
    for head in range(HEADS):
        kernel[0, 0, head * HIDDEN : (head + 1) * HIDDEN, head] = weight[head, :, 0, 0]
    return kernel, network.heads.bias.detach().numpy()


def _add_function(graph: Graph, pooled: str, network: KidneyCrop) -> None:
    """In mL/min/1.73 m². Scale and middle are exact in 16 bits, products with them would not be."""
    hidden = add_convolution(graph, 'hidden', pooled, network.hidden)
    cell = graph.convolution('heads/cell', hidden, *_function_matrix(network), (1, False, False))
    heads = graph.mean('heads', cell, [1, 2])
    scale, middle = (
        graph.constant(f'egfr/{name}', np.array([[value]], np.float32))
        for name, value in (('scale', EGFR_SCALE), ('middle', EGFR_MIDDLE))
    )
    graph.arithmetic('egfr', 'AddV2', graph.arithmetic('egfr/scaled', 'Mul', heads, scale), middle)


def _map_weights(network: KidneyCrop) -> tuple[np.ndarray, np.ndarray]:
    """The findings' own head and what `where` adds to it, as one 1×1 convolution [1, 1, 96, 6]."""
    added = counted()
    weight = network.map.weight + torch.einsum('fm,mcrs->fcrs', added, network.where.weight)
    bias = network.map.bias + added @ network.where.bias
    return weight.detach().numpy().transpose(2, 3, 1, 0), bias.detach().numpy()


def _add_absence(graph: Graph, features: str, network: KidneyCrop) -> str:
    """See `absence`: how much less of the crop looks like kidney than in any kidney's crop."""
    index = MARKS.index('capsule')
    kernel = network.where.weight.detach().numpy()[index].transpose(1, 2, 0)[..., None]
    bias = network.where.bias.detach().numpy()[index : index + 1]
    cells = graph.convolution('capsule', features, kernel, bias, (1, False, False))
    seen = graph.mean('seen', graph.arithmetic('capsule/share', 'Sigmoid', cells), [1, 2])
    least = graph.constant('seen/least', np.array([[LEAST_CAPSULE]], np.float32))
    missing = graph.arithmetic('missing', 'Relu', graph.arithmetic('seen/less', 'Sub', least, seen))
    return graph.arithmetic('absence', 'Mul', missing, graph.constant('absence/penalty', np.array([[PENALTY]], np.float32)))


def export(network: KidneyCrop, novelty: Novelty, folder: Path) -> None:
    """`folder` gets model.json and weights.bin."""
    graph = Graph()
    nodes = add_trunk(graph, graph.placeholder('input', (1, SIDE, SIDE, 1)), network.trunk)
    fine = add_convolution(graph, 'fine', nodes.taps[2], network.fine)
    y = graph.arithmetic('joined', 'AddV2', fine, add_shuffle(graph, 'coarse', nodes.taps[3], network.coarse))
    y = add_convolution(graph, 'mix', add_convolution(graph, 'near', y, network.near), network.mix)
    finest = add_convolution(graph, 'finest', nodes.taps[1], network.finest)
    z = graph.arithmetic('finest/joined', 'AddV2', finest, add_shuffle(graph, 'enlarged', y, network.enlarge))
    z = add_convolution(graph, 'finest/near', z, network.finest_near)
    z = add_convolution(graph, 'finest/mix', z, network.finest_mix)
    odds = graph.arithmetic('odds', 'Exp', graph.convolution('map', z, *_map_weights(network), (1, False, False)))
    graph.arithmetic('logits', 'Log', graph.mean('mean-odds', odds, [1, 2]))
    graph.mean('features', y, [1, 2])
    _add_function(graph, graph.mean('pooled', y, [1, 2], keep=True), network)
    graph.arithmetic('strangeness', 'AddV2', add_novelty(graph, nodes, novelty), _add_absence(graph, z, network))
    folder.mkdir(parents=True, exist_ok=True)
    graph.write(folder, {'input': (1, SIDE, SIDE, 1)}, OUTPUTS)


@torch.no_grad()
def outputs_of(model: tuple[KidneyCrop, Novelty], x: torch.Tensor) -> dict[str, np.ndarray]:
    """All five tensors of one picture [1, 1, 192, 192] as the package gives them, flattened; the map with labels last."""
    network, novelty = model
    out = network(x)
    return {
        'logits': out.logits[0].numpy(),
        'map': out.map[0].permute(1, 2, 0).reshape(-1).numpy(),
        'egfr': out.egfr[0].numpy(),
        'features': out.features[0].numpy(),
        'strangeness': novelty.score(network.trunk.texture(x).numpy()) + absence(out.where).numpy(),
    }
