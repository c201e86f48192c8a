"""Draws what is not fluid into real kidneys: stones with their shadow, masses, and a bright cortex."""
from __future__ import annotations

import cv2
import numpy as np

from kidney_crop.paste_fluid import GREY_PER_DB, Kidney, axes_of, draw_disc, ruffle


def add_stone(kidney: Kidney, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Grey and mask: a bright spot in the sinus, and a shadow below it."""
    mask = np.zeros(kidney.capsule.shape, np.uint8)
    rows, columns = np.nonzero(kidney.sinus if kidney.sinus.sum() > 20 else kidney.capsule)
    at = rng.integers(len(rows))
    half = kidney.size * rng.uniform(0.022, 0.075)
    draw_disc(mask, np.array([columns[at], rows[at]]), (half, half * rng.uniform(0.5, 0.9)), rng.normal(0, 12))
    mask = ruffle(mask, rng.uniform(0, 0.8), rng)
    soft = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), rng.uniform(0.6, 1.4))
    bright = rng.uniform(150, 255) - kidney.grey
    shaded = kidney.grey - _shadow(mask, rng) * rng.uniform(5, 26) * GREY_PER_DB
    floor = np.minimum(kidney.grey, rng.uniform(0, 14))
    return np.maximum(shaded, floor) + soft * np.maximum(bright, 20), mask


def _shadow(mask: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """0–1 below the mask, along beams that lean a little, with soft edges."""
    lean, behind = rng.uniform(-0.35, 0.35), np.zeros(mask.shape, np.float32)
    rows = np.nonzero(mask.any(1))[0]
    if len(rows) == 0:
        return behind
    y, x = np.mgrid[0 : mask.shape[0], 0 : mask.shape[1]].astype(np.float32)
    centre = np.nonzero(mask)[1].mean()
    half = max(1.0, mask.sum(1).max() / 2) * (1 + np.clip((y - rows[0]) / mask.shape[0], 0, 1) * rng.uniform(0, 0.5))
    inside = np.abs(x - centre - lean * (y - rows.mean())) < half
    behind[(y > rows.mean()) & inside] = 1
    return cv2.GaussianBlur(behind, (0, 0), 1 + 0.15 * float(half.mean()))


def add_mass(kidney: Kidney, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Grey and mask: a lump of even tissue, darker or brighter than the parenchyma, that hides what was there."""
    mask = np.zeros(kidney.capsule.shape, np.uint8)
    centre, long, short = axes_of(kidney.capsule)
    angle, reach = rng.uniform(0, 2 * np.pi), rng.uniform(0.45, 0.95)
    half = kidney.size * rng.uniform(0.1, 0.22)
    at = centre + reach * (np.cos(angle) * long + np.sin(angle) * short)
    draw_disc(mask, at, (half, half * rng.uniform(0.7, 1)), rng.uniform(0, 180))
    mask = ruffle(mask, rng.uniform(0.3, 1.5), rng)
    tissue = kidney.tissue_grey()
    share = rng.uniform(0.55, 0.85) if rng.random() < 0.5 else rng.uniform(1.2, 1.8)
    speckle = kidney.grey - cv2.GaussianBlur(kidney.grey, (0, 0), 2)
    lumps = cv2.GaussianBlur(rng.normal(size=mask.shape).astype(np.float32), (0, 0), 4) * 40
    lump = tissue * share + speckle * rng.uniform(0.7, 1.2) + lumps * rng.uniform(0, 1)
    soft = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), rng.uniform(1, 3))
    return kidney.grey * (1 - soft) + lump * soft, mask


def brighten_cortex(kidney: Kidney, rng: np.random.Generator) -> np.ndarray:
    """Grey: parenchyma at least as bright as what lies beside the kidney, its pyramids nearly gone."""
    capsule = kidney.capsule.astype(np.uint8)
    ring = cv2.dilate(capsule, np.ones((25, 25), np.uint8)) - capsule
    around = kidney.grey[(ring > 0) & (kidney.grey > 8)]
    beside = float(np.median(around)) if len(around) > 50 else 70.0
    parenchyma = cv2.GaussianBlur((kidney.capsule & ~kidney.sinus).astype(np.float32), (0, 0), 2)
    smooth = cv2.GaussianBlur(kidney.grey, (0, 0), 4)
    target = max(beside + rng.uniform(4, 35), kidney.tissue_grey() + 12)
    lifted = kidney.grey + rng.uniform(0.6, 0.95) * np.maximum(target - smooth, 0)
    return kidney.grey * (1 - parenchyma) + lifted * parenchyma


def add_pyramids(kidney: Kidney, rng: np.random.Generator) -> np.ndarray:
    """Grey: medulla darker than cortex, as in the young, apart from each other and from the sinus. No finding."""
    mask = np.zeros(kidney.capsule.shape, np.uint8)
    centre, long, short = axes_of(kidney.capsule)
    start, count = rng.uniform(0, 2 * np.pi), int(rng.integers(4, 10))
    for angle in start + 2 * np.pi * np.arange(count) / count + rng.normal(0, 0.12, count):
        across = np.cos(angle + np.pi / 2) * long + np.sin(angle + np.pi / 2) * short
        base, tip = rng.uniform(0.72, 0.8), rng.uniform(0.4, 0.55)
        outward, wide = np.cos(angle) * long + np.sin(angle) * short, rng.uniform(0.1, 0.2)
        outer = centre + base * outward
        corners = [outer + wide * across, outer - wide * across, centre + tip * outward]
        cv2.fillPoly(mask, [np.round(corners).astype(np.int32)], 1)
    soft = cv2.GaussianBlur(ruffle(mask, rng.uniform(0.3, 1.2), rng).astype(np.float32), (0, 0), rng.uniform(0.8, 2))
    return np.maximum(kidney.grey - soft * rng.uniform(2, 7) * GREY_PER_DB, np.minimum(kidney.grey, 4))
