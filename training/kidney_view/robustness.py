"""The same held-out pictures changed in one way each: gain, blur, crop, compression; and by the kind of source."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from degrade.gain import GREY_PER_DB
from figures import auc, row
from kidney_view.evaluate import SIDE, Measured, measure
from kidney_view.measure import mean_row
from kidney_view.network import KidneyView
from kidney_view.overlap import overlaps
from kidney_view.setting import Setting
from records import Record
from structures import STRUCTURES

UNREAD = 150  # kidney pictures without a reader's labels that are taken along
CROP = 0.1  # cut away on each side
CHANGED = 'held-out real pictures: all that a reader labelled, other organs, and some more kidneys'


def _gain(db: float) -> Callable[[np.ndarray], np.ndarray]:
    def change(grey: np.ndarray) -> np.ndarray:
        sector = cv2.morphologyEx((grey > 0).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((9, 9)))
        return np.clip(np.round(grey + db * GREY_PER_DB * sector), 0, 255).astype(np.uint8)

    return change


def _jpeg(quality: int) -> Callable[[np.ndarray], np.ndarray]:
    def change(grey: np.ndarray) -> np.ndarray:
        return cv2.imdecode(cv2.imencode('.jpg', grey, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], 0)

    return change


def _crop(values: np.ndarray) -> np.ndarray:
    """Grey or bits: the middle, as large as the whole was."""
    edge = round(CROP * SIDE)
    how = cv2.INTER_LINEAR if values.dtype == np.uint8 and values.max() > 15 else cv2.INTER_NEAREST
    return cv2.resize(np.ascontiguousarray(values[edge:-edge, edge:-edge]), (SIDE, SIDE), interpolation=how)


CHANGES: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    'none': lambda grey: grey,
    **{f'gain {db:+d} dB': _gain(db) for db in (-9, -6, 6, 9)},
    'blur, standard deviation 1.5 pixels of the input': lambda grey: cv2.GaussianBlur(grey, (0, 0), 1.5),
    f'crop, {CROP:.0%} cut away on each side': _crop,
    **{f'JPEG quality {quality}': _jpeg(quality) for quality in (30, 10)},
}


def _chosen(records: list[Record]) -> list[Record]:
    unread = [r for r in records if r.is_kidney and not r.reading]
    return [r for r in records if r.reading or not r.is_kidney] + unread[:: max(1, len(unread) // UNREAD)]


def _figures(m: Measured, setting: Setting, seed: int) -> list[dict]:
    kidneys = m.truth[:, 4] == 0
    rows = [row(m.scores('wrong'), (CHANGED, 'real', 'wrong'), ('AUC', auc), seed)]
    for label in ('artefact', 'position'):
        scores = m.scores(label, kidneys)
        if len(scores.score):
            rows.append(row(scores, (CHANGED, 'real', label), ('AUC', auc), seed))
    found = overlaps(m.regions, m.bits, m.known, [scale.cut for scale in setting.structures])
    for index, name in enumerate(STRUCTURES[:2]):
        rows.append(mean_row(found[:, index], m.block, (CHANGED, 'real', name), 'Dice, mean over pictures', seed))
    return rows


def robustness_rows(network: KidneyView, exact: np.ndarray, records: list[Record], look: tuple[Setting, int]) -> list[dict]:
    """Entries of the card's `robustness`. `exact`: all pictures; `look`: setting and seed."""
    (setting, seed), chosen, rows = look, _chosen(records), []
    for name, change in CHANGES.items():
        m = measure(network, np.stack([change(exact[r.index]) for r in chosen]), chosen)
        if change is _crop:
            m = replace(m, bits=np.stack([_crop(bits) for bits in m.bits]))
            # what was cut away moves the kidney to the edge
            m.truth[:, 2:4] = np.nan
        if name == 'none':
            rows += _by_source(m, chosen, (setting, seed))
        rows += [{**figure, 'change': name} for figure in _figures(m, setting, seed)]
    return rows


def _by_source(m: Measured, chosen: list[Record], look: tuple[Setting, int]) -> list[dict]:
    """The set's two folders come from different scanners and settings; fans and other shapes of the sector too."""
    folders = np.array(['stone_' in r.file for r in chosen])
    groups = {'source: files called normal': ~folders, 'source: files called stone (with text and calipers)': folders}
    shapes = np.array([r.apex is not None for r in chosen])
    groups |= {'source: fan with an apex': shapes, 'source: sector without an apex': ~shapes}
    cuts, rows = [scale.cut for scale in look[0].structures], []
    found = overlaps(m.regions, m.bits, m.known, cuts)
    for name, group in groups.items():
        for index, structure in enumerate(STRUCTURES[:2]):
            values = np.where(group, found[:, index], np.nan)
            if (~np.isnan(values)).sum() >= 5:
                about = (CHANGED, 'real', structure)
                rows.append({**mean_row(values, m.block, about, 'Dice, mean over pictures', look[1]), 'change': name})
    return rows
