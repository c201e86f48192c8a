"""Draws the golden inputs: pictures made of numbers alone, the same on every machine."""
from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from dataset import to_input
from mobilenet_v2 import KidneyView
from novelty import Novelty

SIDE = 224
TOLERANCE = 0.05


def _waves(x: np.ndarray, y: np.ndarray, seed: int) -> np.ndarray:
    """Speckle-like texture in -1..1: many sine waves of pseudo-random direction."""
    total = np.zeros_like(x)
    for k in range(1, 25):
        angle, length = (k * seed * 0.618) % np.pi, 3 + (k * 7 * seed) % 11
        total += np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / length + k * k)
    return total / 12


def _axes() -> tuple[np.ndarray, np.ndarray]:
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float64) + 0.5
    return x, y


def _fan(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    radius, angle = np.hypot(x - SIDE / 2, y + 40), np.arctan2(x - SIDE / 2, y + 40)
    return (radius > 55) & (radius < 255) & (np.abs(angle) < 0.55)


def draw_kidney() -> np.ndarray:
    """A fan with a dark ellipse that has a bright middle."""
    x, y = _axes()
    tissue = 70 + 34 * _waves(x, y, 3)
    across, along = (x - 112) * 0.94 + (y - 105) * 0.34, (y - 105) * 0.94 - (x - 112) * 0.34
    ring = (across / 52) ** 2 + (along / 25) ** 2
    tissue = np.where(ring < 1, 38 + 18 * _waves(x, y, 5), tissue)
    tissue = np.where(ring < 0.22, 135 + 40 * _waves(x, y, 7), tissue)
    return _bytes(tissue * _fan(x, y))


def draw_layers() -> np.ndarray:
    """A rectangle of bright and dark layers."""
    x, y = _axes()
    tissue = 80 + 55 * np.sin(y / 9 + 0.3 * np.sin(x / 30)) + 30 * _waves(x, y, 5)
    return _bytes(tissue * ((y > 20) & (y < 204)))


def draw_dark_fan() -> np.ndarray:
    """A fan with far too little gain."""
    x, y = _axes()
    return _bytes((14 + 10 * _waves(x, y, 11)) * _fan(x, y))


def _bytes(grey: np.ndarray) -> np.ndarray:
    return np.clip(np.round(grey), 0, 255).astype(np.uint8)


DRAWINGS = {'kidney': draw_kidney, 'layers': draw_layers, 'dark-fan': draw_dark_fan}


@torch.no_grad()
def outputs_of(network: KidneyView, novelty: Novelty, grey: np.ndarray) -> dict[str, np.ndarray]:
    """All three tensors as the package gives them, flattened; the map with labels last."""
    x = to_input(grey[None, None])
    out = network(x)
    return {
        'logits': out.logits[0].numpy(),
        'map': out.map[0].permute(1, 2, 0).reshape(-1).numpy(),
        'novelty': novelty.score(network.texture(x).numpy()),
    }


def write_golden(network: KidneyView, novelty: Novelty, folder: Path) -> list[dict]:
    """Writes the inputs; returns the card's `golden`. `network` and `novelty` already rounded to 16 bits."""
    (folder / 'golden').mkdir(parents=True, exist_ok=True)
    entries = []
    for name, draw in DRAWINGS.items():
        grey = draw()
        (folder / 'golden' / f'{name}.bin').write_bytes(grey.tobytes())
        outputs = {k: [round(float(v), 5) for v in values] for k, values in outputs_of(network, novelty, grey).items()}
        entries.append({'input': f'golden/{name}.bin', 'outputs': outputs, 'tolerance': TOLERANCE})
    return entries
