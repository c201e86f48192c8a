"""Simulated pictures that `prepare-phantom.ts` drew, as records like those of real ones."""
from __future__ import annotations

import json
import subprocess
from pathlib import Path

import cv2
import numpy as np

from kidney_view.dataset import SIMULATED
from kidney_view.network import LABELS
from records import Record
from structures import CAPSULE
from view import GAP_FAULT, GAP_FINE, measure_gap

ROOT = Path(__file__).resolve().parent.parent.parent
# folder → count, seed, side; seeds of the held-out ones are far from the others
SETS = {'0': (2100, 1, 320), '1': (2100, 2, 320), 'held-out': (500, 9, 224)}


def prepare_simulated(folder: Path) -> None:
    """Draws what is missing, the two training halves at the same time."""
    waiting = []
    for name, (count, seed, side) in SETS.items():
        if not (folder / name / 'index.json').exists():
            wish = ['--count', str(count), '--seed', str(seed), '--side', str(side), '--out', str(folder / name)]
            waiting.append(subprocess.Popen(['npx', 'tsx', 'training/prepare-phantom.ts', *wish], cwd=ROOT))
    if any(process.wait() != 0 for process in waiting):
        raise RuntimeError('the phantom could not be drawn')


def _capsule(structures: np.ndarray) -> np.ndarray | None:
    """The largest part as polygon [points, 2]; None where there is next to nothing."""
    mask = (structures & CAPSULE).astype(np.uint8)
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours or cv2.contourArea(largest := max(contours, key=cv2.contourArea)) < 0.004 * mask.size:
        return None
    return cv2.approxPolyDP(largest, 1, True)[:, 0].astype(np.float32) + 0.5


def _labels(said: dict, record: Record) -> dict[str, float]:
    """The phantom's own; position also by the distance from the edge, which readers go by (see view.py)."""
    known = {label: float(said[label]) for label in LABELS if said[label] is not None}
    if record.capsule is not None and known.get('position') == 0:
        gap = measure_gap(record.outline, record.capsule)
        if gap < GAP_FINE:
            del known['position']
            known.pop('optimal', None)
        if gap <= GAP_FAULT:
            known |= {'position': 1.0, 'optimal': 0.0}
    return known


def load_simulated(folder: Path) -> list[Record]:
    """Records with `large` and `structures` [side, side] still on disk."""
    index = json.loads((folder / 'index.json').read_text())
    shape = (len(index['pictures']), index['side'], index['side'])
    pictures, structures = (np.memmap(folder / f'{n}.bin', np.uint8, 'r', shape=shape) for n in ('pictures', 'structures'))
    records = []
    for number, entry in enumerate(index['pictures']):
        wrong = entry['labels']['wrong'] is True
        record = Record(
            index=number, file=f'{folder.name}-{number}', source=SIMULATED, is_kidney=not wrong,
            block=f'{folder.name}-{number}', validation=folder.name == 'held-out',
            outline=np.float32(entry['outline']), apex=np.float32(entry['apex']) if entry['apex'] else None,
            reading=None, large=pictures[number], structures=structures[number],
        )  # fmt: skip
        record.capsule = None if wrong else _capsule(record.structures)
        record.soft = _labels(entry['labels'], record)
        records.append(record)
    return records
