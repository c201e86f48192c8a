"""Other cuts, settings and archives: what may differ between pictures of the same kidney."""
from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kidney_crop.crops import CAPSULE
from kidney_crop.network import SIDE


@dataclass(frozen=True)
class Variation:
    """Shares of crops cut to the capsule's box and made square, with haze, and of real kidneys with darker pyramids."""

    tight: float = 0.0
    haze: float = 0.0
    pyramids: float = 0.0


def _loose(side: int, rng: np.random.Generator) -> np.ndarray:
    """The app's crop of the wide one: moved, zoomed, turned a little, stretched, perhaps mirrored. Affine [2, 3]."""
    stretch = rng.uniform(-0.35, 0.5) if rng.random() < 0.5 else 0.0
    zoom, mirror = np.exp(rng.normal(0.03, 0.12)), np.array([rng.choice([-1, 1]), 1])
    scale = zoom * np.exp(stretch * np.array([-0.25, 0.75])) * mirror
    angle = np.radians(rng.normal(0, 5))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix = np.diag(scale) @ turn
    shift = SIDE / 2 - 0.5 + rng.normal(0, 0.035, 2) * SIDE - matrix @ np.full(2, side / 2 - 0.5)
    return np.column_stack([matrix, shift]).astype(np.float32)


def _tight(capsule: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The capsule's box made square, as archives do: each edge up to a seventh off. Affine [2, 3]."""
    rows, columns = np.nonzero(capsule.any(1))[0], np.nonzero(capsule.any(0))[0]
    low = np.array([columns[0], rows[0]], np.float64)
    size = np.array([columns[-1], rows[-1]]) + 1.0 - low
    low -= rng.uniform(-0.08, 0.14, 2) * size
    scale = SIDE / (size * (1 + rng.uniform(0, 0.2, 2)))
    if rng.random() < 0.5:  # only partly made square
        scale = scale ** rng.uniform(0.5, 1) * scale.min() ** rng.uniform(0, 0.3)
        scale = np.clip(scale, SIDE / (1.6 * size), SIDE / (0.9 * size))
    mirror = rng.random() < 0.5
    offset = -low * scale
    across = [-scale[0], 0, SIDE - 1 - offset[0]] if mirror else [scale[0], 0, offset[0]]
    return np.float32([across, [0, scale[1], offset[1]]])


def cut(wide: np.ndarray, marks: np.ndarray, tight: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A crop [192, 192] of the wide one."""
    capsule = marks >= CAPSULE
    affine = _tight(capsule, rng) if capsule.any() and rng.random() < tight else _loose(wide.shape[0], rng)
    grey = cv2.warpAffine(wide, affine, (SIDE, SIDE), flags=cv2.INTER_LINEAR)
    return grey, cv2.warpAffine(marks, affine, (SIDE, SIDE), flags=cv2.INTER_NEAREST)


def add_haze(grey: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Noise and side lobes that fill what is dark: amplitudes add, on a log-compressed display nearly the larger counts."""
    grain, noise = (rng.uniform(0.8, 2.5), rng.uniform(0.5, 1.2)), rng.normal(size=grey.shape).astype(np.float32)
    speckle = cv2.GaussianBlur(noise, (0, 0), grain[0], sigmaY=grain[1])
    floor = rng.uniform(8, 48) + speckle / speckle.std() * rng.uniform(2, 9)
    soft = rng.uniform(6, 16)
    return soft * np.logaddexp(grey / soft, floor / soft) * (cv2.GaussianBlur(grey, (0, 0), 4) > 3)


def change_settings(grey: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Gain, dynamic range, grey curve and gain by depth, on 0–255 float32; black stays black."""
    inside = cv2.GaussianBlur(grey, (0, 0), 1.5) > 2
    y = np.linspace(-1, 1, grey.shape[0], dtype=np.float32)[:, None]
    out = (grey - 70) * np.exp(rng.normal(-0.08, 0.28)) + 70 + rng.normal(3, 14) + y * rng.normal(0, 10)
    out = 255 * (np.clip(out, 0, 255) / 255) ** np.exp(rng.normal(0, 0.18))
    return out * inside


def add_texture(grey: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Blur, loss of resolution, speckle of other grain, and electronic noise."""
    out = grey
    if rng.random() < 0.4:
        out = cv2.GaussianBlur(out, (0, 0), rng.uniform(0.4, 1.5), sigmaY=rng.uniform(0.4, 1.2))
    if rng.random() < 0.3:
        small = cv2.resize(out, None, fx=rng.uniform(0.3, 0.9), fy=rng.uniform(0.45, 0.95), interpolation=cv2.INTER_AREA)
        out = cv2.resize(small, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
    if rng.random() < 0.55:
        noise = rng.normal(size=out.shape).astype(np.float32)
        grain = rng.uniform(0.3, 1.6)
        noise = cv2.GaussianBlur(noise, (0, 0), grain * rng.uniform(0.8, 3), sigmaY=grain)
        out = out + noise / max(noise.std(), 1e-3) * rng.uniform(2, 15) * (out > 2)
    return np.clip(out, 0, 255)


def add_marks(grey: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Calipers, words and a sector's edge, wherever they fall."""
    out = grey.copy()
    ink = float(rng.uniform(150, 255))
    if rng.random() < 0.15:
        ends = [tuple(int(v) for v in rng.integers(0, SIDE, 2)) for _ in range(2)]
        for end in ends:
            cv2.drawMarker(out, end, ink, int(rng.choice([cv2.MARKER_CROSS, cv2.MARKER_TILTED_CROSS])), 7)
        if rng.random() < 0.5:
            for share in np.linspace(0, 1, 30):
                x, y = (round(a + share * (b - a)) for a, b in zip(*ends))
                out[y, x] = ink
    if rng.random() < 0.08:
        words = ''.join(rng.choice(list('ABCDLRK 0123456789.'), 6))
        cv2.putText(out, words, tuple(int(v) for v in rng.integers(5, SIDE - 30, 2)), 0, 0.3, ink, 1)
    if rng.random() < 0.2:
        corner = int(rng.integers(0, 4))
        x, y = (0 if corner % 2 == 0 else SIDE), (0 if corner < 2 else SIDE)
        reach = rng.uniform(0.1, 0.6, 2) * SIDE * np.array([1 if x == 0 else -1, 1 if y == 0 else -1])
        cv2.fillPoly(out, [np.array([[x, y], [x + reach[0], y], [x, y + reach[1]]], np.int32)], 0)
    return out


def compress(grey: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """JPEG of some quality, uint8."""
    whole = np.round(grey).astype(np.uint8)
    if rng.random() < 0.5:
        return whole
    _, data = cv2.imencode('.jpg', whole, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(20, 96))])
    return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)


def vary(
    wide: np.ndarray, marks: np.ndarray, how: Variation, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Grey and marks [192, 192] uint8 of a varied crop."""
    grey, where = cut(wide.astype(np.float32), marks, how.tight, rng)
    grey = add_texture(grey, rng) if rng.random() < 0.5 else grey
    grey = add_haze(grey, rng) if rng.random() < how.haze else grey
    grey = add_texture(change_settings(grey, rng), rng)
    return compress(add_marks(grey, rng), rng), where
