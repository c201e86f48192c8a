"""One training sample of a picture: another view of it, another machine, and its targets at half the side."""
from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from degrade.gain import apply_gain, field_curve, overall_curve
from degrade.gas import add_ring_down
from degrade.scene import Scene, noise
from degrade.shadow import add_shadow
from neutral import vary
from tissue_layers.layers import BACKGROUND, LAYERS, UNKNOWN
from tissue_layers.pictures import fill

TURN, SHEAR, STRETCH = 0.1, 0.08, 0.22  # radians; rise per width; log of the sides' ratio


@dataclass(frozen=True)
class View:
    """A box in source pixels, the affine map [2, 3] that fits it into the output, and the box's place there."""

    box: tuple[np.ndarray, np.ndarray]  # corner, size
    matrix: np.ndarray
    corners: np.ndarray  # [4, 2] output pixels


def _is_rectangle(outline: np.ndarray) -> bool:
    return cv2.contourArea(outline) > 0.97 * float(np.prod(np.ptp(outline, axis=0)))


def _box(outline: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """The whole sector, a crop of it, or (a stand-off pad or a water bath) one that begins above the skin."""
    low, size = outline.min(0), np.ptp(outline, axis=0)
    if rng.random() < 0.35:
        return low, size
    share = rng.uniform(0.55, 1, 2)
    corner = low + size * (1 - share) * rng.random(2)
    if rng.random() < 0.7:
        corner[1] = low[1]
    if rng.random() < 0.15 and _is_rectangle(outline):
        above = size[1] * rng.uniform(0.03, 0.25)
        return corner - [0, above], size * share + [0, above]
    return corner, size * share


def choose_view(outline: np.ndarray, side: int, rng: np.random.Generator) -> View:
    """Crop, stretch, mirror, small turn and shear, letterboxed into side × side."""
    corner, size = _box(outline, rng)
    stretch = np.exp(rng.uniform(-STRETCH, STRETCH) * np.array([0.5, -0.5]))
    scale = stretch * side / (size * stretch).max()
    turn, shear = rng.uniform(-TURN, TURN) * (rng.random() < 0.5), rng.uniform(-SHEAR, SHEAR) * (rng.random() < 0.5)
    lean = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn) + shear, np.cos(turn)]])
    flip = np.diag([-1.0 if rng.random() < 0.5 else 1.0, 1.0])
    linear = lean @ flip @ np.diag(scale)
    shift = side / 2 - linear @ (corner + size / 2)
    half = size * scale / 2
    corners = side / 2 + np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    return View((corner, size), np.column_stack([linear, shift]), corners.astype(np.float32))


def _warp(picture: np.ndarray, matrix: np.ndarray, side: int, how: int) -> np.ndarray:
    """Pixel centres lie at half-integers, OpenCV's at integers."""
    moved = matrix.copy()
    moved[:, 2] += moved[:, :2].sum(1) * 0.5 - 0.5
    return cv2.warpAffine(picture, moved, (side, side), flags=how)


def _water(scene: Scene, tissue: np.ndarray, rng: np.random.Generator) -> Scene:
    """Above the skin, where a view begins there: nearly black, with lines that the probe's face repeats."""
    level, step = rng.uniform(0, 18), rng.uniform(0.012, 0.05)
    lines = np.exp(-scene.d / 0.06) * (1 + np.cos(2 * np.pi * scene.d / step)) * rng.uniform(0, 60)
    water = level * np.abs(noise(scene.grey.shape, 0.8, rng)) + lines
    return scene.with_grey(np.where(tissue, scene.grey, water))


def _machine(scene: Scene, rng: np.random.Generator) -> Scene:
    """Gain, time gain, shadows and ring-down, then what printing and storing do."""
    draw = rng.random()
    if draw < 0.5:
        scene = apply_gain(scene, overall_curve(rng.uniform(-13, 13)), rng)
    elif draw < 0.7:
        scene = apply_gain(scene, field_curve(rng.uniform(-18, 18), bool(rng.random() < 0.5), rng), rng)
    if rng.random() < 0.2:
        scene, _ = add_shadow(scene, float(rng.random()), rng)
    if rng.random() < 0.04:
        scene, _ = add_ring_down(scene, float(rng.random()), rng)
    return vary(scene, rng)


def make_sample(
    picture: tuple[np.ndarray, np.ndarray], outline: np.ndarray, side: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """`picture`: grey and labels uint8 [320, 320] → both uint8 [side, side]."""
    view = choose_view(outline, side, rng)
    source = fill(outline, len(picture[0])).astype(np.uint8)
    tissue = _warp(source, view.matrix, side, cv2.INTER_NEAREST) > 0
    seen = fill(view.corners, side)
    grey = _warp(picture[0], view.matrix, side, cv2.INTER_LINEAR).astype(np.float32)
    labels = np.where(tissue & seen, _warp(picture[1], view.matrix, side, cv2.INTER_NEAREST), BACKGROUND)
    low, size = view.corners.min(0), np.ptp(view.corners, axis=0)
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32) + 0.5
    u, d = (columns - low[0]) / size[0], (rows - low[1]) / size[1]
    from_above = view.box[0][1] < outline[:, 1].min() - 1
    inside = seen if from_above else seen & tissue
    scene = Scene(grey, inside, np.zeros_like(inside), u.clip(-0.2, 1.2), d.clip(0, 1.2)).with_grey(grey)
    scene = _water(scene, tissue, rng) if from_above else scene
    return np.round(_machine(scene, rng).grey).astype(np.uint8), labels.astype(np.uint8)


def targets(labels: np.ndarray) -> np.ndarray:
    """Labels [side, side] → share of each layer and of unknown pixels, [layers + 2, side / 2, side / 2]: the layers, how
    much is known of them, how much is known of fascia."""
    rows, columns = labels.shape
    planes = np.stack([labels == layer for layer in range(len(LAYERS))] + [labels < len(LAYERS), labels != UNKNOWN])
    blocks = planes.reshape(len(planes), rows // 2, 2, columns // 2, 2)
    return blocks.mean((2, 4), dtype=np.float32)
