"""How evenly the beams light the kidney: shadows of ribs and gas show as beams that bring back less than the others.

A small forest on these features tells the reader's artefact label on pictures that it did not see better than the
teacher does; it only helps to label unread training pictures."""
from __future__ import annotations

import cv2
import numpy as np
from sklearn.ensemble import RandomForestClassifier

from beams import fit_beams
from records import Record
from structures import CAPSULE, draw_structures

BEAMS = 64
FEWEST = 15  # pixels that a mean over a part of a beam needs


def _means(values: np.ndarray, beam: np.ndarray, part: np.ndarray) -> np.ndarray:
    """Mean of each beam's part [64], NaN where too little of it is there."""
    count = np.bincount(beam[part], minlength=BEAMS)
    total = np.bincount(beam[part], values[part], BEAMS)
    return np.where(count > FEWEST, total / np.maximum(count, 1), np.nan)


def _against_median(means: np.ndarray) -> list[float]:
    """Share of beams below half the median, least, 10 % quantile and spread over the median."""
    means = means[~np.isnan(means)]
    if len(means) < 3:
        return [0.0, 1.0, 1.0, 0.0]
    middle = max(float(np.median(means)), 1.0)
    return [float((means < middle / 2).mean()), *(float(v) / middle for v in (means.min(), np.quantile(means, 0.1), means.std()))]


def describe(record: Record) -> list[float]:
    """Features of a picture with a capsule: beams within it, at its depths across the sector, below and above it."""
    grey = cv2.GaussianBlur(record.large.astype(np.float32), (0, 0), 2)
    ys, xs = np.nonzero(grey > 0)
    u, d = fit_beams(record.outline, record.apex).to_beam(xs + np.float32(0.5), ys + np.float32(0.5))
    values, beam = grey[ys, xs], np.clip((u * BEAMS).astype(int), 0, BEAMS - 1)
    inside = (draw_structures(record)[ys, xs] & CAPSULE) > 0
    top, bottom = np.quantile(d[inside], [0.02, 0.98])
    crossed = np.bincount(beam[inside], minlength=BEAMS) > FEWEST
    features = []
    for part in (inside, (d > top) & (d < bottom), (d > bottom) & (d < bottom + 0.3)):
        means = _means(values, beam, part)
        features += _against_median(means) + _against_median(np.where(crossed, means, np.nan))
    within = _means(values, beam, inside)
    lit = within[~np.isnan(within)]
    end = max(2, len(lit) // 5)
    ends = sorted((lit[:end].mean(), lit[-end:].mean())) if len(lit) > 3 else (1.0, 1.0)
    return [*features, *(float(e) / max(float(lit.mean()) if len(lit) else 1.0, 1.0) for e in ends),
            float((values[inside] < 8).mean()), float(values[inside].mean())]  # fmt: skip


def fit_artefact(records: list[Record], seed: int) -> RandomForestClassifier:
    """On training pictures with a reader's contour and artefact label."""
    read = [r for r in records if r.reading and r.reading.artefact is not None and r.capsule is not None]
    forest = RandomForestClassifier(400, min_samples_leaf=5, random_state=seed)
    return forest.fit([describe(r) for r in read], [r.reading.artefact for r in read])
