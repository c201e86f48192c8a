"""Makes a model package of a PyTorch network of convolutions: findings, kidney function, or both.

    /usr/bin/python3 training/convert_torch.py torchvision.models:resnet50 --with num_classes=2 --weights stones.pt \
        --findings stone cyst --name clinic-stones --out clinic-stones

docs/models.md says what is converted, and what is left to be written into card.json afterwards.
"""
from __future__ import annotations

import argparse
import importlib
import shutil
from datetime import date
from pathlib import Path

import numpy as np
import torch
from torch import nn

from golden import list_files, write_card, write_golden
from torch_network import IMAGENET, Converted, Wish, answers_of, prepare, translate

#: Of the largest golden value: TF.js adds in another order than PyTorch.
TOLERANCE = 1e-3


def findings_entry(labels: list[str]) -> dict:
    """Not calibrated: temperatures, thresholds and bands are to be chosen on pictures that were not trained on."""
    return {
        'task': 'findings',
        'labels': labels,
        'activation': 'sigmoid',
        'thresholds': [0.5] * len(labels),
        'temperatures': [1.0] * len(labels),
        'abstain': [[0.5, 0.5]] * len(labels),
        'operatingPoint': 'Not chosen: 0.5 for every finding, and no band in which it is too close to call.',
    }


def function_entry(heads: int, scale: str, half_interval: float) -> dict:
    """`half_interval`: of the 90 % interval, mL/min/1.73 m², until it is fitted to how far the heads lie apart."""
    interval = {'perSpread': 0.0, 'floor': half_interval}
    return {'task': 'function', 'unit': 'mL/min/1.73 m²', 'scale': scale, 'heads': heads, 'interval': interval}


def golden_pictures(side: int) -> dict[str, np.ndarray]:
    """Drawn: a slope and a disc, each with noise, of grey bytes."""
    rows, columns = np.mgrid[0:side, 0:side] / side
    noise = np.random.default_rng(6).normal(0, 12, (2, side, side))
    disc = np.where(np.hypot(rows - 0.5, columns - 0.55) < 0.28, 170, 50)
    return {'slope': np.clip(220 * rows + noise[0], 0, 255), 'disc': np.clip(disc + noise[1], 0, 255)}


def write_package(network: nn.Module, wish: Wish, folder: Path) -> None:
    """`folder` gets model.json, weights.bin, golden pictures with PyTorch's answers, and a card to be completed."""
    traced = prepare(network, wish)
    converted = translate(traced, wish)
    shutil.rmtree(folder, ignore_errors=True)
    (placeholder,) = (node['name'] for node in converted.graph.nodes if node['op'] == 'Placeholder')
    converted.graph.write(folder, {placeholder: (1, wish.side, wish.side, wish.channels)}, converted.tensors)
    pictures = golden_pictures(wish.side)
    outputs = {name: answers_of(traced, converted, (grey, wish)) for name, grey in pictures.items()}
    largest = max(float(np.abs(v).max()) for found in outputs.values() for v in found.values())
    golden = write_golden(folder, pictures, outputs, max(TOLERANCE, TOLERANCE * largest))
    write_card(folder, describe(wish, converted, (placeholder, list_files(folder), golden)))


def describe(wish: Wish, converted: Converted, made: tuple[str, list[dict], list[dict]]) -> dict:
    """The card; what stands in angle brackets is for its author to say."""
    placeholder, files, golden = made
    return {
        'schema': 1,
        'name': wish.name,
        'version': '1.0.0',
        'format': 'tfjs-graph-model',
        'title': f'<title of {wish.name}>',
        'date': date.today().isoformat(),
        'licence': '<licence>',
        'authors': ['<who made it>'],
        'attribution': [],
        'intendedUse': '<what it is for, and on whose pictures>',
        'limits': ['Not a medical device.', '<what it must not be used for>'],
        'trainingData': [],
        'metrics': [],
        'files': files,
        'input': {
            'tensor': placeholder,
            'width': wish.side,
            'height': wish.side,
            'channels': wish.channels,
            'colour': 'grey' if wish.channels == 1 else 'rgb',
            'range': [0, 1],
            'region': wish.region,
            'fit': 'letterbox',
        },
        'outputs': converted.entries,
        'golden': golden,
    }


def _network(options: argparse.Namespace) -> nn.Module:
    place, _, name = options.network.partition(':')
    settings = {key: int(value) for key, _, value in (setting.partition('=') for setting in options.settings)}
    network = getattr(importlib.import_module(place), name)(**settings)
    if options.weights is not None:
        network.load_state_dict(torch.load(options.weights, map_location='cpu'))
    return network


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition('\n')[0])
    add = parser.add_argument
    add('network', help='module:function that makes it, such as torchvision.models:resnet50')
    add('--with', dest='settings', nargs='*', default=[], metavar='NAME=NUMBER', help='what the function is given')
    add('--weights', type=Path, help='a state dict saved by torch.save; random weights without')
    add('--findings', nargs='+', metavar='LABEL', help='abnormal stone cyst hyperechogenicity mass hydronephrosis')
    add('--function', metavar='SCALE', help='equation or source of the eGFR it learned from')
    add('--heads', type=int, default=1)
    add('--half-interval', type=float, help='half of the 90 %% interval, mL/min/1.73 m²')
    add('--name', required=True, help='lower-case words joined by hyphens')
    add('--side', type=int, default=224)
    add('--channels', type=int, choices=(1, 3), default=3)
    add('--region', choices=('kidney-crop', 'sector', 'whole'), default='kidney-crop')
    add('--normalise', choices=('imagenet', 'none'), default='imagenet')
    add('--out', type=Path, required=True, help='folder; it is replaced')
    options = parser.parse_args()
    if not (options.findings or options.function):
        parser.error('say --findings, --function or both')
    if options.function and not options.half_interval:
        parser.error('--function needs --half-interval: the app never shows a bare number')
    return options


def main() -> None:
    options = _options()
    outputs = {}
    if options.findings:
        outputs['findings'] = findings_entry(options.findings)
    if options.function:
        outputs['function'] = function_entry(options.heads, options.function, options.half_interval)
    normalise = IMAGENET if options.normalise == 'imagenet' else None
    wish = Wish(options.name, outputs, options.side, options.channels, options.region, normalise)
    write_package(_network(options), wish, options.out)


if __name__ == '__main__':
    main()
