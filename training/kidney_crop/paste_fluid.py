"""Draws fluid into real kidneys: a widened collecting system (hydronephrosis) or a cyst. Nothing here is a real finding."""
from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

GREY_PER_DB = 255 / 65


@dataclass(frozen=True)
class Kidney:
    """`grey` float32 [h, w]; `capsule`, `sinus` bool [h, w]; depth runs down the rows."""

    grey: np.ndarray
    capsule: np.ndarray
    sinus: np.ndarray

    @property
    def size(self) -> float:
        """Side of a square as large as the kidney, pixels."""
        return float(np.sqrt(self.capsule.sum()))

    def tissue_grey(self) -> float:
        return float(np.median(self.grey[self.capsule]))


def axes_of(mask: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Centre (x, y), and the long and short half axes as vectors of an ellipse with the same moments."""
    rows, columns = np.nonzero(mask)
    points = np.stack([columns, rows], 1).astype(np.float64)
    values, vectors = np.linalg.eigh(np.cov(points.T))
    return points.mean(0), vectors[:, 1] * 2 * np.sqrt(values[1]), vectors[:, 0] * 2 * np.sqrt(max(values[0], 1e-3))


def draw_disc(mask: np.ndarray, centre: np.ndarray, half: tuple[float, float], degrees: float) -> None:
    axes = (max(1, round(half[0])), max(1, round(half[1])))
    cv2.ellipse(mask, tuple(int(round(v)) for v in centre), axes, degrees, 0, 360, 1, -1)


def ruffle(mask: np.ndarray, by: float, rng: np.random.Generator) -> np.ndarray:
    """The mask with an uneven edge: moved by smooth noise of `by` pixels."""
    noise = [cv2.GaussianBlur(rng.normal(size=mask.shape).astype(np.float32), (0, 0), 5) * by * 18 for _ in range(2)]
    y, x = np.mgrid[0 : mask.shape[0], 0 : mask.shape[1]].astype(np.float32)
    return cv2.remap(mask, x + noise[0], y + noise[1], cv2.INTER_NEAREST)


def collecting_system(kidney: Kidney, grade: int, rng: np.random.Generator) -> np.ndarray:
    """Where the urine is, uint8: a pelvis in the sinus and tubes to calyces; grades 1–4 as the phantom's."""
    mask, size = np.zeros(kidney.capsule.shape, np.uint8), kidney.size
    centre, long, short = axes_of(kidney.capsule)
    middle = axes_of(kidney.sinus)[0] if kidney.sinus.sum() > 20 else centre
    middle = middle + rng.normal(0, 0.04 * size, 2)
    tilt = float(np.degrees(np.arctan2(long[1], long[0]))) + rng.normal(0, 15)
    half = size * (0.06, 0.10, 0.15, 0.21)[grade - 1] * rng.uniform(0.8, 1.25)
    if grade < 2 or rng.random() < 0.85:
        draw_disc(mask, middle, (half * rng.uniform(1.1, 1.9), half * rng.uniform(0.55, 1)), tilt)
    radius = size * (0.03, 0.045, 0.07, 0.1)[grade - 1]
    for angle in rng.uniform(0, 2 * np.pi, int(rng.integers(*((0, 2), (2, 5), (4, 8), (5, 9))[grade - 1]))):
        reach = rng.uniform(0.35, 0.72)
        calyx = centre + reach * (np.cos(angle) * long + np.sin(angle) * short)
        own = radius * rng.uniform(0.65, 1.35)
        draw_disc(mask, calyx, (own, own * rng.uniform(0.7, 1.1)), rng.uniform(0, 180))
        ends = [tuple(int(round(v)) for v in point) for point in (middle, calyx)]
        cv2.line(mask, *ends, 1, max(1, round(own * rng.uniform(0.5, 1.1))))
    depth = cv2.distanceTransform(kidney.capsule.astype(np.uint8), cv2.DIST_L2, 5)
    return ruffle(mask, rng.uniform(0.5, 2), rng) * (depth > size * rng.uniform(0.03, 0.09))


def cyst_mask(kidney: Kidney, rng: np.random.Generator) -> np.ndarray:
    """A round place in or at the parenchyma."""
    mask = np.zeros(kidney.capsule.shape, np.uint8)
    centre, long, short = axes_of(kidney.capsule)
    angle, reach = rng.uniform(0, 2 * np.pi), rng.uniform(0.55, 1)
    at = centre + reach * (np.cos(angle) * long + np.sin(angle) * short)
    radius = kidney.size * rng.uniform(0.06, 0.2)
    draw_disc(mask, at, (radius, radius * rng.uniform(0.85, 1)), rng.uniform(0, 180))
    return ruffle(mask, rng.uniform(0, 0.5), rng)


def fill_with_fluid(kidney: Kidney, mask: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Grey with fluid at the mask: darker, with noise left over, bright walls where beams meet them, enhancement below."""
    grey, tissue = kidney.grey, kidney.tissue_grey()
    speckle = grey - cv2.GaussianBlur(grey, (0, 0), 2)
    level = tissue * (rng.uniform(0, 0.35) if rng.random() < 0.5 else rng.uniform(0.2, 0.62))
    fluid = level + rng.uniform(0.05, 0.6) * speckle * level / max(tissue, 1)
    if rng.random() < 0.35:  # all speckle left as it was, only weaker
        fluid = np.maximum(grey - rng.uniform(4, 16) * GREY_PER_DB, 0) * rng.uniform(0.5, 1)
    if rng.random() < 0.5:  # echoes of the near wall and slices beside it blur into the near part
        run = _run_down(mask, reset=True)
        fluid = fluid + rng.uniform(0, 30) * np.exp(-run / (0.06 * kidney.size))
    soft = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), rng.uniform(0.6, 1.8))
    edge = np.abs(cv2.Sobel(soft, cv2.CV_32F, 0, 1)) * (1 - soft)
    below = 1 - np.exp(-_run_down(mask, reset=False) / (0.25 * kidney.size))
    outside = grey + edge * rng.uniform(0, 45) + (grey > 6) * below * rng.uniform(0, 4) * GREY_PER_DB
    return outside * (1 - soft) + fluid * soft


def _run_down(mask: np.ndarray, reset: bool) -> np.ndarray:
    """How many pixels of the mask lie above each place; `reset`: in the run that ends there."""
    total = np.cumsum(mask, 0).astype(np.float32)
    if not reset:
        return total
    outside = np.where(mask == 0, total, 0)
    return total - np.maximum.accumulate(outside, 0)
