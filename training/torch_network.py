"""From a PyTorch network to a TF.js graph: traced, folded, translated; and what PyTorch itself answers."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import fx, nn
from torch.fx.experimental.optimization import fuse
from torch.fx.passes.shape_prop import ShapeProp

from export_tfjs import rounded
from graph import Graph
from torch_nodes import Map, Translation, Unsupported

#: Mean and standard deviation of red, green, blue from 0 to 1, as torchvision's networks were trained with.
IMAGENET = ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))


@dataclass(frozen=True)
class Wish:
    """`outputs`: the card's entries without `tensor`, by the network's key; a network that gives one tensor has one.

    `normalise`: mean and deviation by channel of a picture from 0 to 1, or None where it goes in as it is."""

    name: str
    outputs: dict[str, dict]
    side: int = 224
    channels: int = 3
    region: str = 'kidney-crop'
    normalise: tuple[tuple[float, ...], tuple[float, ...]] | None = IMAGENET


def prepare(network: nn.Module, wish: Wish) -> fx.GraphModule:
    """Traced, batch norms folded into the convolutions before them, weights of 16 bits, shapes known."""
    traced = rounded(fuse(network.eval()))
    ShapeProp(traced).propagate(torch.zeros(1, wish.channels, wish.side, wish.side))
    return traced


@dataclass(frozen=True)
class Converted:
    """`tensors`: names and shapes in the graph, channels last; `entries`: the card's outputs; `answers`: traced nodes by tensor."""

    graph: Graph
    tensors: dict[str, tuple[int, ...]]
    entries: list[dict]
    answers: dict[str, fx.Node]
    maps: list[Map]


def translate(traced: fx.GraphModule, wish: Wish) -> Converted:
    """@raises Unsupported: with the layer and what to do."""
    translation = Translation(traced, Graph())
    graph, answers, entries = translation.graph, {}, []
    for node in traced.graph.nodes:
        if node.op == 'placeholder':
            x = graph.placeholder(node.name, (1, wish.side, wish.side, wish.channels))
            if wish.normalise is not None:
                mean, deviation = (np.array(values) for values in wish.normalise)
                # Before the first convolution and not inside it: its padding is 0 after normalising, not before.
                x = graph.scaling('normalised', x, (1 / deviation, -mean / deviation))
            translation.names[node] = x
        elif node.op == 'output':
            for key, of in _answers(node.args[0], wish).items():
                entries.append({**wish.outputs[key], 'tensor': translation.names[of]})
                answers[translation.names[of]] = of
        else:
            translation.names[node] = translation.add(node)
    screened = [entry['tensor'] for entry in entries if entry['task'] == 'findings']
    maps = [translation.maps[name] for name in screened if name in translation.maps]
    tensors = {name: tuple(of.meta['tensor_meta'].shape) for name, of in answers.items()}
    for entry in entries:
        _check(entry, tensors)
    entries += [{'task': 'activation-map', 'tensor': made.name, 'pooling': 'mean'} for made in maps]
    return Converted(graph, {**tensors, **{made.name: made.shape for made in maps}}, entries, answers, maps)


def _answers(given, wish: Wish) -> dict[str, fx.Node]:
    if isinstance(given, fx.Node):
        given = {next(iter(wish.outputs)): given}
    if not isinstance(given, dict) or set(given) != set(wish.outputs):
        raise Unsupported(f'The network must give one tensor, or a dict with {" and ".join(wish.outputs)}.')
    return given


def _check(entry: dict, tensors: dict) -> None:
    count = len(entry['labels']) if entry['task'] == 'findings' else entry['heads']
    if tensors[entry['tensor']] != (1, count):
        raise Unsupported(f'{entry["tensor"]}: the network gives {tensors[entry["tensor"]]}, the card needs {(1, count)}.')


@torch.no_grad()
def answers_of(traced: fx.GraphModule, converted: Converted, picture: tuple[np.ndarray, Wish]) -> dict[str, np.ndarray]:
    """What PyTorch gives for one picture of grey bytes, by tensor of the graph, channels last."""
    grey, wish = picture
    x = torch.from_numpy(grey.astype(np.uint8).astype(np.float32) / 255)[None, None].repeat(1, wish.channels, 1, 1)
    if wish.normalise is not None:
        mean, deviation = (torch.tensor(values).reshape(1, -1, 1, 1) for values in wish.normalise)
        x = (x - mean) / deviation
    run = fx.Interpreter(traced, garbage_collect_values=False)
    run.run(x)
    found = {name: run.env[node][0].numpy() for name, node in converted.answers.items()}
    for made in converted.maps:
        found[made.name] = made.layer(run.env[made.cells][0].permute(1, 2, 0)).numpy()
    return found
