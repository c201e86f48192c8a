"""Rib shadows: a short bright reflector, and below it a wedge of beams that come back nearly empty."""
from __future__ import annotations

import numpy as np

from degrade.scene import Scene, band, noise, ramp

COVER_FAULT, COVER_FINE = 0.18, 0.04  # share of the kidney that an artefact hides
HIDDEN = 0.5  # a pixel is hidden where this much of the artefact's strength lies


def cover(scene: Scene, strength: np.ndarray) -> float:
    """Share of the visible kidney that is hidden; `strength` 0–1."""
    return float((strength[scene.kidney] > HIDDEN).mean()) if scene.kidney.any() else 0.0


def add_shadow(scene: Scene, centre: float, rng: np.random.Generator) -> tuple[Scene, np.ndarray]:
    """One shadow about beam `centre` (0–1). Returns the scene and the shadow's strength, 0–1."""
    half, soft = rng.uniform(0.02, 0.2), rng.uniform(0.01, 0.15)
    top = rng.uniform(0.02, 0.22)
    if scene.kidney.any():
        top = min(top, 0.9 * float(np.quantile(scene.d[scene.kidney], 0.05)))
    wobble = scene.u + 0.01 * noise(scene.grey.shape, scene.side / 20, rng)
    strength = band(wobble, centre, half, soft) * ramp(scene.d, top, rng.uniform(0.02, 0.1))
    loss = rng.uniform(35, 150)
    grey = scene.grey - loss * strength * rng.uniform(0.85, 1.0)
    # what little stays is noise, and some pictures fill in again with depth
    grey = np.maximum(grey, rng.uniform(0, 14) * strength * (1 + 0.5 * noise(grey.shape, 1.0, rng)))
    if rng.random() < 0.5:
        bone = band(wobble, centre, half * 0.8, soft) * band(scene.d, top, 0.008, 0.015)
        grey = grey + rng.uniform(40, 140) * bone
    return scene.with_grey(grey), strength
