"""Views: which part of a sector a picture shows. A view is a polygon in fitted source pixels.

A larger polygon than the sector is a deeper setting, a smaller one a zoom, a moved one a slid probe. All
come from one proposal for every class, so that shape, zoom and blur tell the network nothing.
"""
from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

GRID = 0.3  # areas are measured on a raster this much coarser than the source
MARGIN = 200  # source pixels of room around the source, so that views may reach out of it


@dataclass(frozen=True)
class Framing:
    """How the kidney lies in a view: share of the capsule cut off, share of the view's area, centre in the box, and
    the least distance of the capsule from the view's edge over the capsule's mean radius, negative where it is cut."""

    cut: float
    share: float
    x: float
    y: float
    gap: float


# State these in README and card when they change.
CUT_FAULT, CUT_FINE = 0.10, 0.02
SMALL_FAULT, SMALL_FINE = 0.05, 0.075
LARGE_FAULT, LARGE_FINE = 0.50, 0.36
SIDE_FAULT, SIDE_FINE = 0.25, 0.16  # distance of the centre from the middle, in box widths
DEPTH_FAULT, DEPTH_FINE = (0.15, 0.75), (0.22, 0.64)  # centre's depth in box heights
GAP_FAULT, GAP_FINE = 0.05, 0.20  # readers' "position no": 90 % above 0.2; "yes": half below 0.1
GONE, THERE = 0.97, 0.60  # cut this much: no kidney; cut less than this: still a kidney


def is_position_fault(f: Framing, edge: float = GAP_FAULT) -> float:
    """1 fault, 0 fine, NaN in between. `edge`: a gap up to this is a fault."""
    side = abs(f.x - 0.5)
    faults = (f.cut >= CUT_FAULT, f.share <= SMALL_FAULT, f.share >= LARGE_FAULT, side >= SIDE_FAULT,
              not DEPTH_FAULT[0] <= f.y <= DEPTH_FAULT[1], f.gap <= edge)  # fmt: skip
    fine = (f.cut <= CUT_FINE, SMALL_FINE <= f.share <= LARGE_FINE, side <= SIDE_FINE,
            DEPTH_FINE[0] <= f.y <= DEPTH_FINE[1], f.gap >= GAP_FINE)  # fmt: skip
    return 1.0 if any(faults) else 0.0 if all(fine) else float('nan')


def _raster(polygon: np.ndarray) -> np.ndarray:
    side = int((320 + 2 * MARGIN) * GRID)
    mask = np.zeros((side, side), np.uint8)
    cv2.fillPoly(mask, [np.round((polygon + MARGIN) * GRID).astype(np.int32)], 1)
    return mask


def measure_framing(view: np.ndarray, capsule: np.ndarray) -> Framing:
    """`capsule` [points, 2]; polygons in source pixels. An empty overlap gives cut 1."""
    inside, kidney = _raster(view), _raster(capsule)
    seen = cv2.moments(inside & kidney, True)
    if seen['m00'] == 0:
        return Framing(1, 0, 0, 0, -1)
    left, top, width, height = cv2.boundingRect(inside)
    cut = 1 - seen['m00'] / max(cv2.countNonZero(kidney), 1)
    x = (seen['m10'] / seen['m00'] - left) / max(width - 1, 1)
    y = (seen['m01'] / seen['m00'] - top) / max(height - 1, 1)
    return Framing(cut, seen['m00'] / cv2.countNonZero(inside), x, y, measure_gap(view, capsule))


def measure_gap(view: np.ndarray, capsule: np.ndarray) -> float:
    """See `Framing`."""
    edge = np.float32(view)
    least = min(cv2.pointPolygonTest(edge, (float(x), float(y)), True) for x, y in capsule)
    return least / max(np.sqrt(cv2.contourArea(np.float32(capsule)) / np.pi), 1.0)


def _fan(rng: np.random.Generator) -> np.ndarray:
    """A fan in a unit box: apex above, random angle and skin radius."""
    half, skin = rng.uniform(0.4, 0.85), rng.uniform(0.08, 0.45)
    angles = np.linspace(-half, half, 24)
    far = np.stack([np.sin(angles), np.cos(angles)], 1)
    near = far[::-1] * skin
    return np.concatenate([near, far])


def _trapezoid(rng: np.random.Generator) -> np.ndarray:
    top, lean = rng.uniform(0.4, 0.9), rng.uniform(-0.1, 0.1)
    return np.array([[0.5 - top / 2 + lean, 0], [0.5 + top / 2 + lean, 0], [1, 1], [0, 1]])


def _rectangle(rng: np.random.Generator) -> np.ndarray:
    return np.array([[0.0, 0], [1, 0], [1, 1], [0, 1]])


def propose_tight_view(capsule: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A crop about the kidney, from a third of it cut away to some room around it, as many archives hold them."""
    low, size = capsule.min(0), np.ptp(capsule, axis=0)
    before, after = size * rng.uniform(-0.15, 0.45, 2), size * rng.uniform(-0.15, 0.45, 2)
    start, end = low - before, low + size + after
    return np.float32([start, [end[0], start[1]], end, [start[0], end[1]]])


def propose_view(outline: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Any view of a sector: its own shape or another, from a quarter to one and a half times its size."""
    low, size = outline.min(0), np.ptp(outline, axis=0)
    kind = rng.choice(4, p=[0.4, 0.25, 0.1, 0.25])
    shape = outline if kind == 0 else (_fan, _trapezoid, _rectangle)[kind - 1](rng)
    unit = (shape - shape.min(0)) / np.ptp(shape, axis=0)
    scale = np.exp(rng.uniform(np.log(0.28), np.log(1.5)))
    box = size * scale * np.exp(rng.uniform(-0.2, 0.2, 2))
    room = size - box
    corner = low + room * rng.uniform(-0.1, 1.1, 2)
    if rng.random() < 0.5:
        corner[1] = low[1]  # most pictures begin at the skin
    corner[1] = max(corner[1], low[1])
    return (unit * box + corner).astype(np.float32)
