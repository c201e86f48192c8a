"""Writes what the app's test of converted networks needs: topologies without weights, and what PyTorch answers.

    /usr/bin/python3 training/write_conversion_fixture.py

Weights are drawn by a rule that `test/fixtures/converted-package.ts` follows too, so that none lie in the repository. Each is
an odd multiple of a power of two, and so exact in 16 bits.
"""
from __future__ import annotations

import base64
import gzip
import json
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import fx, nn
from torchvision import models

from convert_torch import TOLERANCE, describe, findings_entry, function_entry
from golden import write_golden
from torch_network import Wish, answers_of, prepare, translate

FOLDER = Path(__file__).parents[1] / 'test' / 'fixtures' / 'converted'
MIDDLE_EGFR = 60.0


def draws(seed: int, count: int) -> np.ndarray:
    """`count` numbers of 32 bits: the index, mixed."""
    x = np.arange(count, dtype=np.uint64) * 2654435761 + seed * 40503 + 1 & 0xFFFFFFFF
    x = (x ^ x >> 15) * 2246822519 & 0xFFFFFFFF
    return x ^ x >> 13


def weights(seed: int, exponent: int, shape: tuple[int, ...]) -> np.ndarray:
    """From -31.5 to 31.5 times 2 ^ exponent."""
    top = (draws(seed, int(np.prod(shape))) >> 26).astype(np.float32)
    return ((top - 31.5) * np.float32(2.0) ** exponent).reshape(shape)


def spread(shape: tuple[int, ...]) -> int:
    """The exponent: about half to once what He et al. 2015 draw for a kernel [.., in, out], so that sums stay within reach."""
    return 1 - (int(np.prod(shape[:-1])).bit_length() >> 1) - 5


def fill(traced: fx.GraphModule, middle: float | None) -> dict[str, dict]:
    """Draws all kernels, in the order of the graph's layout, and biases; the last is `middle` where that is given.

    Returns seed and exponent by the graph's name of each constant."""
    rules, layers = {}, [node for node in traced.graph.nodes if node.op == 'call_module']
    layers = [(node.name, traced.get_submodule(node.target)) for node in layers]
    layers = [(name, layer) for name, layer in layers if isinstance(layer, (nn.Conv2d, nn.Linear))]
    for index, (name, layer) in enumerate(layers):
        turned = (2, 3, 1, 0) if isinstance(layer, nn.Conv2d) else (1, 0)
        shape = tuple(layer.weight.shape[axis] for axis in turned)
        kernel, bias = {'seed': 2 * index, 'exponent': spread(shape)}, {'seed': 2 * index + 1, 'exponent': -9}
        drawn = weights(*kernel.values(), shape).transpose(np.argsort(turned))
        layer.weight.data = torch.from_numpy(np.ascontiguousarray(drawn))
        layer.bias.data = torch.from_numpy(weights(*bias.values(), tuple(layer.bias.shape)))
        rules |= {f'{name}/{place}': kernel for place in ('kernel', 'product/matrix', 'map/kernel')}
        rules |= {f'{name}/{place}': bias for place in ('bias', 'map/bias')}
    if middle is not None:
        layers[-1][1].bias.data.fill_(middle)
        del rules[f'{layers[-1][0]}/bias']
    return rules


def described(rules: dict[str, dict], constants: list[tuple[str, np.ndarray]], exact: set[str]) -> dict[str, dict]:
    """How each constant is made: by its rule, or of its bytes."""

    def told(name: str, values: np.ndarray) -> dict:
        if name in rules:
            return rules[name]
        kept = values if values.dtype == np.int32 or name in exact else values.astype(np.float16)
        return {'bytes': base64.b64encode(np.ascontiguousarray(kept).tobytes()).decode()}

    return {name: told(name, values) for name, values in constants}


def picture(side: int) -> np.ndarray:
    """Grey bytes: a slope with noise, in whole numbers."""
    rows, columns = np.mgrid[0:side, 0:side]
    return (3 * rows + 2 * columns) % 192 + (draws(0, side * side) >> 26).reshape(side, side).astype(np.int64)


def write(network: nn.Module, wish: Wish) -> None:
    traced = prepare(network, wish)
    rules = fill(traced, MIDDLE_EGFR if 'function' in wish.outputs else None)
    converted = translate(traced, wish)
    with tempfile.TemporaryDirectory() as name:
        folder, shape = Path(name), (1, wish.side, wish.side, wish.channels)
        converted.graph.write(folder, {'x': shape}, converted.tensors)
        model = json.loads((folder / 'model.json').read_text())
        grey = picture(wish.side)
        outputs = answers_of(traced, converted, (grey, wish))
        largest = max(float(np.abs(values).max()) for values in outputs.values())
        golden = write_golden(folder, {'picture': grey}, {'picture': outputs}, max(TOLERANCE, TOLERANCE * largest))
    card = describe(wish, converted, ('x', [], golden))
    constants = described(rules, converted.graph.weights, converted.graph.exact)
    made = {'model': model, 'constants': constants, 'card': card}
    FOLDER.mkdir(exist_ok=True)
    data = json.dumps(made, separators=(',', ':'), ensure_ascii=False).encode()
    (FOLDER / f'{wish.name}.json.gzip').write_bytes(gzip.compress(data, 9, mtime=0))


if __name__ == '__main__':
    torch.manual_seed(1)
    labels = ['stone', 'cyst', 'hydronephrosis']
    write(models.resnet50(num_classes=len(labels)), Wish('resnet50-findings', {'findings': findings_entry(labels)}))
    entry = function_entry(10, 'random weights, no patient', 20.0)
    write(models.resnet101(num_classes=10), Wish('resnet101-function', {'function': entry}))
