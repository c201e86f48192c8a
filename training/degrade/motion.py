"""Movement: breathing smears the picture along a line or shows two positions at once."""
from __future__ import annotations

import cv2
import numpy as np

from degrade.scene import Scene

FAULT_SHARE = 0.045  # of the picture's side: smears at least this long are a fault


def _line_kernel(length: float, angle: float) -> np.ndarray:
    size = int(np.ceil(length)) | 1
    kernel = np.zeros((size, size), np.float32)
    middle = (size - 1) / 2
    reach = np.array([np.cos(angle), np.sin(angle)]) * length / 2
    start, end = (np.round(middle + sign * reach).astype(int) for sign in (-1, 1))
    cv2.line(kernel, tuple(map(int, start)), tuple(map(int, end)), 1.0)
    return kernel / kernel.sum()


def add_motion(scene: Scene, rng: np.random.Generator) -> Scene:
    """A smear of 4.5–10 % of the side, or two to three exposures that far apart; always a fault."""
    length = scene.side * rng.uniform(FAULT_SHARE, 0.1)
    angle = rng.uniform(0, np.pi)
    if rng.random() < 0.6:
        return scene.with_grey(cv2.filter2D(scene.grey, -1, _line_kernel(length, angle)))
    grey, weight = scene.grey.copy(), 1.0
    for step in range(1, int(rng.integers(2, 4))):
        shift = step * length * np.array([np.cos(angle), np.sin(angle)])
        moved = cv2.warpAffine(scene.grey, np.float32([[1, 0, shift[0]], [0, 1, shift[1]]]), grey.shape[::-1],
                               borderMode=cv2.BORDER_REFLECT)  # fmt: skip
        share = rng.uniform(0.6, 1.0)
        grey, weight = grey + share * moved, weight + share
    return scene.with_grey(grey / weight)
