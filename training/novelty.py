"""How unlike the training pictures a picture is: its distance from them in mean features of a middle layer.

With c = (features - centre) * scale and the main directions V (whitened), the score is

    1/2 mean over directions of (c V)^2  +  1/2 (energy of c outside V) / (its mean in training)

so about 1 for a training picture. Written as squares alone, the graph needs two small matrix products:
the energy outside is |c|^2 minus the sum of variance * (c V)^2.
"""
from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch

from batches import to_input
from graph import half
from mobilenet_v2 import Trunk

DIRECTIONS = 64


@dataclass(frozen=True)
class Novelty:
    """`centre`, `scale` [n]; `directions` [n, 64]; `weights` [64]; `share` of the mean square of c."""

    centre: np.ndarray
    scale: np.ndarray
    directions: np.ndarray
    weights: np.ndarray
    share: float

    def score(self, features: np.ndarray) -> np.ndarray:
        """[pictures, n] → [pictures]."""
        c = (features - self.centre) * self.scale
        return ((c @ self.directions) ** 2) @ self.weights + self.share * (c**2).mean(1)

    def rounded(self) -> Novelty:
        """With the 16-bit numbers that the package holds."""
        arrays = {name: half(getattr(self, name)) for name in ('centre', 'scale', 'directions', 'weights')}
        return replace(self, **arrays, share=float(half(np.float32([self.share]))[0]))


def fit_novelty(features: np.ndarray, weights: np.ndarray) -> Novelty:
    """`features` [pictures, n] of training ultrasound; `weights` [pictures] balance the sources."""
    weights = weights / weights.sum()
    centre = weights @ features
    scale = 1 / np.sqrt(weights @ (features - centre) ** 2 + 1e-4)
    c = (features - centre) * scale
    _, values, rows = np.linalg.svd(np.sqrt(weights)[:, None] * c, full_matrices=False)
    variance = (values**2)[:DIRECTIONS]
    main = rows[:DIRECTIONS].T
    outside = weights @ ((c**2).sum(1) - ((c @ main) ** 2).sum(1))
    rest = 0.5 / float(outside)
    return Novelty(
        centre.astype(np.float32),
        scale.astype(np.float32),
        (main / np.sqrt(variance)).astype(np.float32),
        (0.5 / DIRECTIONS - rest * variance).astype(np.float32),
        rest * features.shape[1],
    )


@torch.no_grad()
def textures(trunk: Trunk, grey: np.ndarray) -> np.ndarray:
    """Features [n, 192] of grey bytes [n, side, side]."""
    parts = [trunk.texture(to_input(grey[at : at + 32, None])).numpy() for at in range(0, len(grey), 32)]
    return np.concatenate(parts)
