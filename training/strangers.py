"""Pictures that are no ultrasound, to measure how many the novelty output refuses. Never trained on."""
from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from render import letterbox

SIDE = 224
CROPS = 3


def _fit(grey: np.ndarray) -> np.ndarray:
    """The whole picture letterboxed, as the app does where it takes it for a rectangle of tissue."""
    height, width = grey.shape
    fit = letterbox(np.float32([[0, 0], [width, 0], [width, height], [0, height]]), SIDE)
    small = cv2.resize(grey, (max(1, round(width * fit.scale[0])), max(1, round(height * fit.scale[1]))),
                       interpolation=cv2.INTER_AREA)  # fmt: skip
    canvas = np.zeros((SIDE, SIDE), np.uint8)
    top, left = (SIDE - small.shape[0]) // 2, (SIDE - small.shape[1]) // 2
    canvas[top : top + small.shape[0], left : left + small.shape[1]] = small
    return canvas


def load_photographs(folder: Path, seed: int) -> np.ndarray:
    """Each photograph in grey, whole and in some square crops: [n, 224, 224]."""
    rng, fitted = np.random.default_rng(seed), []
    for path in sorted(p for p in folder.rglob('*') if p.suffix.lower() in {'.jpg', '.jpeg', '.png'}):
        grey = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
        if grey is None or min(grey.shape) < 100:
            continue
        fitted.append(_fit(grey))
        for _ in range(CROPS):
            side = int(min(grey.shape) * rng.uniform(0.35, 0.9))
            top, left = rng.integers(0, grey.shape[0] - side), rng.integers(0, grey.shape[1] - side)
            fitted.append(_fit(grey[top : top + side, left : left + side]))
    return np.stack(fitted) if fitted else np.zeros((0, SIDE, SIDE), np.uint8)


def _drawing(kind: int, rng: np.random.Generator) -> np.ndarray:
    if kind == 0:  # white noise
        return rng.integers(0, 256, (SIDE, SIDE)).astype(np.uint8)
    if kind == 1:  # gradient
        ramp = np.linspace(*rng.integers(0, 256, 2), SIDE)
        return np.tile(ramp, (SIDE, 1)).astype(np.uint8)
    picture = np.full((SIDE, SIDE), int(rng.integers(180, 256)), np.uint8)
    if kind == 2:  # a page of text
        for y in range(14, SIDE, 14):
            text = ''.join(rng.choice(list('abcdefghijklmnopqrstuvwxyz     '), 30))
            cv2.putText(picture, text, (4, y), cv2.FONT_HERSHEY_SIMPLEX, 0.35, int(rng.integers(0, 80)), 1, cv2.LINE_AA)
        return picture
    for _ in range(12):  # flat shapes
        corners = rng.integers(0, SIDE, (int(rng.integers(3, 6)), 2)).astype(np.int32)
        cv2.fillPoly(picture, [corners], int(rng.integers(0, 256)))
    return picture


def draw_strangers(count: int, seed: int) -> np.ndarray:
    """Noise, gradients, text and flat shapes in turn: [count, 224, 224]."""
    rng = np.random.default_rng(seed)
    return np.stack([_drawing(index % 4, rng) for index in range(count)])
