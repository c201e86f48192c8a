"""A rendered picture with all that degradations need to know about it."""
from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np


@dataclass(frozen=True)
class Scene:
    """All arrays [side, side]. `grey` float 0–255, linear in decibels; `u`, `d` beam coordinates (see beams.py).

    `structures`: bits of what lies at each pixel (see structures.py), where it is known."""

    grey: np.ndarray
    inside: np.ndarray  # bool: the sector
    kidney: np.ndarray  # bool: the visible part of the capsule
    u: np.ndarray
    d: np.ndarray
    structures: np.ndarray | None = None

    @property
    def side(self) -> int:
        return self.grey.shape[0]

    def with_grey(self, grey: np.ndarray) -> Scene:
        """The same scene with other greys, clipped to the display's range and black outside the sector."""
        return replace(self, grey=np.clip(grey, 0, 255) * self.inside)


def noise(shape: tuple[int, int], grain: float, rng: np.random.Generator) -> np.ndarray:
    """Smooth noise of mean 0 and standard deviation 1; `grain` is its size in pixels."""
    field = rng.standard_normal(shape, np.float32)
    field = cv2.GaussianBlur(field, (0, 0), grain) if grain > 0 else field
    return (field - field.mean()) / (field.std() + 1e-6)


def ramp(t: np.ndarray, start: float, width: float) -> np.ndarray:
    """0 before `start`, 1 after `start + width`, smooth between."""
    x = np.clip((t - start) / max(width, 1e-6), 0, 1)
    return x * x * (3 - 2 * x)


def band(t: np.ndarray, centre: float, half: float, soft: float) -> np.ndarray:
    """1 within `half` of the centre, falling to 0 over `soft`."""
    return 1 - ramp(np.abs(t - centre), half, soft)
