"""Real kidneys with known contours: which pictures `prepare-crops.ts` is asked for, and where the contours went."""
from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from contours import read_annotations
from kidney_crop.crops import WIDE
from records import block_of, choose_validation, place


@dataclass(frozen=True)
class RealKidney:
    """A crop's contours as masks [260, 260] bool; `sinus` is the reader's central echo complex, or a guess at it."""

    file: str
    block: str
    validation: bool
    capsule: np.ndarray
    sinus: np.ndarray


def _entries(work: Path) -> list[dict]:
    return [e for e in json.loads((work / 'index.json').read_text())['pictures'] if e['set'] == 'abdomen']


def list_wanted(work: Path, data: Path, target: Path) -> None:
    """Writes the list for `prepare-crops.ts`: the reader's capsule, else the one that was located by a network."""
    readings = read_annotations(data / 'annotations' / 'abdomen-kidney-via.csv')
    located, wanted = json.loads((work / 'capsules.json').read_text()), []
    for entry in _entries(work):
        reading, fit = readings.get(Path(entry['file']).name), entry['placements']['320']
        capsule = reading.capsule if reading else None
        if capsule is None and reading is None and entry['file'] in located:
            offset = np.array([fit['offsetX'], fit['offsetY']])
            capsule = (np.array(located[entry['file']]) - offset) / np.array([fit['scaleX'], fit['scaleY']])
        if entry['organ'] == 'kidney' and capsule is not None:
            points = [{'x': float(x), 'y': float(y)} for x, y in capsule]
            wanted.append({'file': entry['file'], 'capsule': points, 'sector': entry['sector']})
    target.write_text(json.dumps(wanted))


def _mask(points: np.ndarray, placement: dict) -> np.ndarray:
    polygon = np.round(place(points.astype(np.float32), placement) - 0.5).astype(np.int32)
    return cv2.fillPoly(np.zeros((WIDE, WIDE), np.uint8), [polygon], 1).astype(bool)


def guess_sinus(grey: np.ndarray, capsule: np.ndarray) -> np.ndarray:
    """Deep in the capsule, and brighter than the capsule's mean there: where no reader drew it."""
    depth = cv2.distanceTransform(capsule.astype(np.uint8), cv2.DIST_L2, 5)
    deep = depth > 0.42 * depth.max()
    smooth = cv2.GaussianBlur(grey.astype(np.float32), (0, 0), 5)
    bright = deep & (smooth > smooth[capsule].mean())
    return bright if bright.sum() > 0.05 * capsule.sum() else deep


def load_real(work: Path, data: Path, wide: np.ndarray, rows: list[dict], seed: int) -> list[RealKidney]:
    """In the order of `rows`, the lines that `prepare-crops.ts` wrote; `wide` [n, 260, 260] its crops."""
    wanted = {w['file']: w for w in json.loads((work / 'kidney-crop' / 'wanted.json').read_text())}
    readings = read_annotations(data / 'annotations' / 'abdomen-kidney-via.csv')
    all_entries = json.loads((work / 'index.json').read_text())['pictures']
    held_out, by_file = choose_validation(all_entries, seed), {e['file']: e for e in all_entries}
    kidneys = []
    for row, grey in zip(rows, wide):
        points = np.array([[p['x'], p['y']] for p in wanted[row['file']]['capsule']], np.float32)
        capsule, reading = _mask(points, row['placement']), readings.get(Path(row['file']).name)
        drawn = reading.complex if reading else None
        sinus = guess_sinus(grey, capsule) if drawn is None else _mask(drawn, row['placement']) & capsule
        block = block_of(by_file[row['file']])
        kidneys.append(RealKidney(row['file'], block, block in held_out, capsule, sinus))
    return kidneys
