"""Bowel gas: a ragged bright interface with a dirty shadow, repeated echoes and ring-down streaks below it."""
from __future__ import annotations

import numpy as np

from degrade.scene import Scene, band, noise, ramp


def _column_noise(scene: Scene, count: int, rng: np.random.Generator) -> np.ndarray:
    """Noise that is constant along each beam: streaks."""
    values = rng.standard_normal(count).astype(np.float32)
    return np.interp(scene.u, np.linspace(0, 1, count), values).astype(np.float32)


def _haze(scene: Scene, below: np.ndarray, depth: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The dirty shadow: grey haze that fades with depth, with reverberation lines at equal steps."""
    level, fade = rng.uniform(25, 110), rng.uniform(0.15, 0.7)
    haze = level * np.exp(-np.maximum(depth, 0) / fade)
    if rng.random() < 0.6:
        step = rng.uniform(0.03, 0.1)
        haze = haze * (1 + rng.uniform(0.1, 0.5) * np.cos(2 * np.pi * depth / step))
    streaks = 1 + rng.uniform(0.1, 0.5) * _column_noise(scene, int(rng.integers(15, 60)), rng)
    grain = 1 + 0.25 * noise(scene.grey.shape, rng.uniform(0.6, 1.5), rng)
    return np.clip(haze * streaks * grain, 0, 255) * below


def add_gas(scene: Scene, centre: float, rng: np.random.Generator) -> tuple[Scene, np.ndarray]:
    """Gas about beam `centre` (0–1), at or above the kidney. Returns the scene and its strength, 0–1."""
    half, soft = rng.uniform(0.06, 0.2), rng.uniform(0.02, 0.06)
    top = rng.uniform(0.15, 0.4)
    if scene.kidney.any():
        low, high = np.quantile(scene.d[scene.kidney], [0.02, 0.55])
        top = float(rng.uniform(min(max(0.08, low - 0.15), high), high))
    ragged = scene.d - top + rng.uniform(0.01, 0.03) * _column_noise(scene, int(rng.integers(8, 30)), rng)
    across = band(scene.u, centre, half, soft)
    strength = across * ramp(ragged, 0, 0.02)
    cover = rng.uniform(0.75, 1.0) * strength
    grey = scene.grey * (1 - cover) + _haze(scene, cover, ragged, rng)
    interface = across * band(ragged, 0, rng.uniform(0.004, 0.012), 0.012)
    grey = grey + rng.uniform(70, 190) * interface
    return scene.with_grey(grey), strength


def add_ring_down(scene: Scene, centre: float, rng: np.random.Generator) -> tuple[Scene, np.ndarray]:
    """Narrow bright tails that run from a bubble to the far field."""
    grey, strength = scene.grey, np.zeros_like(scene.grey)
    spread = rng.uniform(0.03, 0.12)
    top = float(np.quantile(scene.d[scene.kidney], 0.15)) if scene.kidney.any() else rng.uniform(0.15, 0.5)
    for _ in range(int(rng.integers(2, 7))):
        start = top + rng.uniform(-0.12, 0.08)
        beam, half = centre + rng.normal(0, spread), rng.uniform(0.008, 0.03)
        tail = band(scene.u, beam, half, half) * ramp(scene.d, start, 0.02)
        fade = np.exp(-np.maximum(scene.d - start, 0) / rng.uniform(0.25, 1.2))
        lines = 1 + rng.uniform(0, 0.6) * np.cos(2 * np.pi * (scene.d - start) / rng.uniform(0.012, 0.04))
        grey = grey + rng.uniform(60, 150) * tail * fade * lines
        strength = np.maximum(strength, tail * (fade > 0.3))
    return scene.with_grey(grey), strength
