"""Beam coordinates of a sector: u across the beams (0 left, 1 right) and d along them (0 skin, 1 far field)."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MIN_ANGLE = 0.1  # rad; narrower fans are treated as parallel beams


@dataclass(frozen=True)
class Beams:
    """Maps picture pixels to (u, d) and back. `apex` None: parallel beams straight down."""

    apex: np.ndarray | None
    low: tuple[float, float]  # angle (rad) or x of u = 0; radius or y of d = 0
    span: tuple[float, float]

    def to_beam(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        across, along = _polar(self.apex, x, y)
        return (across - self.low[0]) / self.span[0], (along - self.low[1]) / self.span[1]

    def to_pixel(self, u: np.ndarray, d: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        across, along = u * self.span[0] + self.low[0], d * self.span[1] + self.low[1]
        if self.apex is None:
            return across, along
        return self.apex[0] + along * np.sin(across), self.apex[1] + along * np.cos(across)


def _polar(apex: np.ndarray | None, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    if apex is None:
        return x, y
    dx, dy = x - apex[0], y - apex[1]
    return np.arctan2(dx, dy), np.hypot(dx, dy)


def fit_beams(outline: np.ndarray, apex: np.ndarray | None) -> Beams:
    """The beams that just cover an outline [points, 2] (pixels)."""
    across, along = _polar(apex, outline[:, 0], outline[:, 1])
    if apex is not None and np.ptp(across) < MIN_ANGLE:
        return fit_beams(outline, None)
    low = (float(across.min()), float(along.min()))
    return Beams(apex, low, (float(np.ptp(across)) or 1.0, float(np.ptp(along)) or 1.0))


def mirror(t: np.ndarray) -> np.ndarray:
    """Folds any coordinate back into 0..1, as standing between two mirrors."""
    return 1 - np.abs(1 - np.mod(np.abs(t), 2))
