"""Draws one view of one picture: where the view leaves the sector, tissue is mirrored along the beams."""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from beams import Beams, fit_beams, mirror
from degrade.scene import Scene, noise
from records import Record
from structures import CAPSULE, MIRRORED, draw_structures

RIM = 0.02  # of the sector's width and depth


@dataclass(frozen=True)
class Fit:
    """Source pixel (fitted, 320) → output pixel: scale, then shift."""

    scale: tuple[float, float]
    offset: tuple[float, float]

    def forward(self, xy: np.ndarray) -> np.ndarray:
        return xy * np.float32(self.scale) + np.float32(self.offset)

    def backward(self, xy: np.ndarray) -> np.ndarray:
        return (xy - np.float32(self.offset)) / np.float32(self.scale)


def letterbox(view: np.ndarray, side: int, stretch: float = 1.0) -> Fit:
    """The view's bounding box centred in side × side. `stretch` is a small change of aspect ratio."""
    low, size = view.min(0), np.ptp(view, axis=0) * np.array([stretch, 1 / stretch])
    scale = side / size.max() * np.array([stretch, 1 / stretch])
    offset = (side - np.ptp(view, axis=0) * scale) / 2 - low * scale
    return Fit((float(scale[0]), float(scale[1])), (float(offset[0]), float(offset[1])))


def _fill(polygon: np.ndarray, side: int) -> np.ndarray:
    mask = np.zeros((side, side), np.uint8)
    cv2.fillPoly(mask, [np.round(polygon * 16 - 8).astype(np.int32)], 1, shift=4)
    return mask > 0


def _sources(beams: Beams, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Source pixel for each output pixel; outside the sector the mirrored one. Also how far outside, 0 inside."""
    u, d = beams.to_beam(xy[..., 0], xy[..., 1])
    outside = np.maximum(np.maximum(-u, u - 1), np.maximum(-d, d - 1)).clip(0)
    away = (outside > 0) | (np.minimum(np.minimum(u, 1 - u), 1 - d) < RIM) & (outside.max() > 0.1)
    x, y = xy[..., 0].copy(), xy[..., 1].copy()
    # The mirrors stand a little inside the outline, where there surely is tissue.
    folded = (RIM + (1 - 2 * RIM) * mirror((t[away] - RIM) / (1 - 2 * RIM)) for t in (u, d))
    x[away], y[away] = beams.to_pixel(*folded)
    return np.stack([x, y], -1).astype(np.float32), outside.astype(np.float32)


def render(record: Record, view: np.ndarray, look: tuple[int, float], rng: np.random.Generator) -> Scene:
    """`view`: polygon in source pixels. `look`: side of the output and change of aspect ratio."""
    (side, stretch), (outline, apex) = look, (record.outline, record.apex)
    beams, fit = fit_beams(outline, apex), letterbox(view, side, stretch)
    xy = fit.backward(_centres(side))
    source, outside = _sources(beams, xy)
    grey = cv2.remap(record.large, source - 0.5, None, cv2.INTER_LINEAR).astype(np.float32)
    known = _look_up(_fill(outline, len(record.large)).astype(np.uint8), source) > 0
    deeper = np.minimum(outside * rng.uniform(20, 90), 60)
    grey = np.where(outside > 0, grey - deeper + 4 * noise(grey.shape, 0.8, rng), grey)
    inside = _fill(fit.forward(view), side) & known
    structures = _look_up(draw_structures(record), source) * inside
    structures[(outside > 0) & (structures > 0)] = MIRRORED
    seen = fit_beams(view, _common_apex(view, outline, apex))
    u, d = seen.to_beam(xy[..., 0], xy[..., 1])
    u, d = np.float32(u).clip(-0.2, 1.2), np.float32(d).clip(0, 1.2)
    scene = Scene(grey, inside, (structures & CAPSULE) > 0, u, d, structures)
    return scene.with_grey(grey)


@lru_cache(maxsize=4)
def _centres(side: int) -> np.ndarray:
    """[side, side, 2]: x and y of each pixel's centre."""
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32) + 0.5
    return np.stack([columns, rows], -1)


def _look_up(values: np.ndarray, source: np.ndarray) -> np.ndarray:
    return cv2.remap(values, source - 0.5, None, cv2.INTER_NEAREST)


def _common_apex(view: np.ndarray, outline: np.ndarray, apex: np.ndarray | None) -> np.ndarray | None:
    """The beams still leave from the source's apex, unless the view has grown above it."""
    return None if apex is None or view[:, 1].min() <= apex[1] + 1 else apex


def flip(scene: Scene) -> Scene:
    """Left and right exchanged: the same organ from the other side of the bed."""
    arrays = (scene.grey, scene.inside, scene.kidney, 1 - scene.u, scene.d, scene.structures)
    return Scene(*(np.ascontiguousarray(a[:, ::-1]) for a in arrays))
