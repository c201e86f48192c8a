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


def _noise(rng: np.random.Generator) -> np.ndarray:
    return rng.integers(0, 256, (SIDE, SIDE)).astype(np.uint8)


def _gradient(rng: np.random.Generator) -> np.ndarray:
    return np.tile(np.linspace(*rng.integers(0, 256, 2), SIDE), (SIDE, 1)).astype(np.uint8)


def _paper(rng: np.random.Generator) -> np.ndarray:
    return np.full((SIDE, SIDE), int(rng.integers(180, 256)), np.uint8)


def _text(rng: np.random.Generator) -> np.ndarray:
    """A page of text."""
    picture = _paper(rng)
    for y in range(14, SIDE, 14):
        text = ''.join(rng.choice(list('abcdefghijklmnopqrstuvwxyz     '), 30))
        cv2.putText(picture, text, (4, y), cv2.FONT_HERSHEY_SIMPLEX, 0.35, int(rng.integers(0, 80)), 1, cv2.LINE_AA)
    return picture


def _shapes(rng: np.random.Generator) -> np.ndarray:
    """Flat shapes."""
    picture = _paper(rng)
    for _ in range(12):
        corners = rng.integers(0, SIDE, (int(rng.integers(3, 6)), 2)).astype(np.int32)
        cv2.fillPoly(picture, [corners], int(rng.integers(0, 256)))
    return picture


def _chest(rng: np.random.Generator) -> np.ndarray:
    """A stand-in for an X-ray: soft dark lungs, a bright spine and heart, curved ribs, fine grain."""
    picture = np.full((SIDE, SIDE), rng.uniform(120, 180), np.float32)
    middle = SIDE / 2 + rng.uniform(-10, 10)
    for side in (-1, 1):
        lung = (int(middle + side * rng.uniform(40, 52)), int(rng.uniform(95, 115)))
        cv2.ellipse(picture, lung, (int(rng.uniform(26, 36)), int(rng.uniform(60, 78))), 0, 0, 360, rng.uniform(20, 60), -1)
    picture = cv2.GaussianBlur(picture, (0, 0), 6)
    for y in np.arange(25, 175, rng.uniform(15, 20)):
        for side in (-1, 1):
            centre = (int(middle + side * 10), int(y + 30))
            angles = (270, 350) if side == 1 else (190, 270)
            cv2.ellipse(picture, centre, (80, 34), 0, *angles, rng.uniform(130, 190), int(rng.integers(3, 6)), cv2.LINE_AA)
    cv2.ellipse(picture, (int(middle + 18), 140), (34, 42), 30, 0, 360, rng.uniform(180, 220), -1)
    cv2.rectangle(picture, (int(middle) - 9, 0), (int(middle) + 9, SIDE), rng.uniform(200, 235), -1)
    picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(1, 2))
    return np.clip(picture + 4 * rng.standard_normal(picture.shape), 0, 255).astype(np.uint8)


DRAWINGS = {'noise': _noise, 'gradients': _gradient, 'text': _text, 'flat shapes': _shapes, 'X-ray stand-in': _chest}


def draw_kinds(count: int, seed: int) -> dict[str, np.ndarray]:
    """`count` pictures of each kind: [count, 224, 224] by its name."""
    rng = np.random.default_rng(seed)
    return {name: np.stack([draw(rng) for _ in range(count)]) for name, draw in DRAWINGS.items()}


def draw_strangers(count: int, seed: int) -> np.ndarray:
    """All kinds in turn: [count, 224, 224]."""
    rng, draws = np.random.default_rng(seed), list(DRAWINGS.values())
    return np.stack([draws[index % len(draws)](rng) for index in range(count)])
