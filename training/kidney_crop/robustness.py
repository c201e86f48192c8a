"""The figures again on the test phantoms changed in one way each, and by kind of probe."""
from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from figures import auc, row
from kidney_crop.crops import EXACT, Crops, all_labels, egfr, patients
from kidney_crop.evaluate import RIM, Measured, measure
from kidney_crop.measure import pearson
from figures import Scores
from kidney_crop.network import KidneyCrop

GREY_PER_DB = 255 / 65
Change = Callable[[np.ndarray, np.random.Generator], np.ndarray]  # a wide crop uint8 [260, 260] → [192, 192]


def _middle(grey: np.ndarray) -> np.ndarray:
    return np.clip(np.round(grey[RIM : RIM + EXACT, RIM : RIM + EXACT]), 0, 255).astype(np.uint8)


def _gain(db: float) -> Change:
    return lambda wide, _: _middle((wide.astype(np.float32) + db * GREY_PER_DB) * (wide > 0))


def _blur(pixels: float) -> Change:
    return lambda wide, _: _middle(cv2.GaussianBlur(wide.astype(np.float32), (0, 0), pixels))


def _jpeg(quality: int) -> Change:
    def change(wide: np.ndarray, _: np.random.Generator) -> np.ndarray:
        _, data = cv2.imencode('.jpg', _middle(wide), [cv2.IMWRITE_JPEG_QUALITY, quality])
        return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)

    return change


def _noise(grey: float) -> Change:
    return lambda wide, rng: _middle((wide + rng.normal(0, grey, wide.shape)) * (wide > 0))


def _cut(zoom: tuple[float, float], shift: float = 0.0) -> Change:
    """`shift`: share of the side, to a random direction."""

    def change(wide: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        angle, middle = rng.uniform(0, 2 * np.pi), wide.shape[0] / 2 - 0.5
        move = EXACT / 2 - 0.5 + shift * EXACT * np.array([np.cos(angle), np.sin(angle)])
        offset = move - middle * np.array(zoom)
        matrix = np.float32([[zoom[0], 0, offset[0]], [0, zoom[1], offset[1]]])
        return cv2.warpAffine(wide, matrix, (EXACT, EXACT), flags=cv2.INTER_LINEAR)

    return change


CHANGES: dict[str, Change] = {
    'gain −8 dB': _gain(-8),
    'gain +8 dB': _gain(8),
    'blur of 1.5 pixels': _blur(1.5),
    'noise of 12 grey levels': _noise(12),
    'JPEG quality 25': _jpeg(25),
    'crop moved by 8 % of its side': _cut((1, 1), 0.08),
    'crop a quarter too large': _cut((0.8, 0.8)),
    'crop a sixth too small': _cut((1.2, 1.2)),
    'stretched to 1.35 : 1': _cut((1.162, 0.861)),
}


def _rows(measured: Measured, change: str, seed: int) -> list[dict]:
    rows = [
        row(measured.scores(name), (*measured.about, name), ('AUC', auc), seed)
        for name in ('abnormal', 'stone', 'hydronephrosis')
    ]
    said = Scores(measured.egfr.mean(1), measured.truth, measured.block)
    rows.append(row(said, (*measured.about, 'function'), ('Pearson r', pearson), seed))
    return [{**r, 'change': change} for r in rows]


def changed_rows(network: KidneyCrop, crops: Crops, words: str, seed: int) -> list[dict]:
    known, rows = (all_labels(crops), egfr(crops), patients(crops)), []
    for name, change in CHANGES.items():
        rng = np.random.default_rng(seed)
        grey = np.stack([change(wide, rng) for wide in crops.wide])
        rows += _rows(measure(network, grey, known, (words, 'simulated')), name, seed)
    return rows


def probe_rows(measured: Measured, crops: Crops, seed: int) -> list[dict]:
    """By kind of probe; a curved face of less than 3 cm is a microconvex one. Kinds with under 40 crops are left out."""
    faces = [('microconvex' if 0 < r['probe']['radiusCm'] < 3 else 'convex') if r['probe']['kind'] == 'curvilinear'
             else r['probe']['kind'] for r in crops.rows]  # fmt: skip
    rows = []
    for face in sorted(set(faces)):
        chosen = np.array([f == face for f in faces])
        if chosen.sum() >= 40:
            rows += _rows(measured.take(chosen), f'probe: {face}', seed)
    return rows
