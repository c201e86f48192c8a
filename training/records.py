"""The fitted pictures that `prepare.ts` wrote, with their reader's labels and contours and their part in the split."""
from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from contours import Reading, read_annotations

KIDNEY, OTHER = 'kidney', 'other'
BLOCK = 25  # neighbouring group numbers may be one patient
VALIDATION_SHARE = 0.27


@dataclass
class Record:
    """One fitted picture. Outline, apex and contours in pixels of the large (320) fit, y downwards."""

    index: int
    file: str
    source: str
    is_kidney: bool
    block: str
    validation: bool
    outline: np.ndarray  # [points, 2]
    apex: np.ndarray | None  # [2]
    reading: Reading | None
    capsule: np.ndarray | None = None  # [points, 2], the reader's
    complex: np.ndarray | None = None  # the central echo complex, as the capsule
    soft: dict[str, float] = field(default_factory=dict)  # teacher's probabilities, where no reader looked
    large: np.ndarray | None = None  # [320, 320] grey bytes
    structures: np.ndarray | None = None  # [320, 320] bits at each pixel, known of simulated pictures


@dataclass
class Pictures:
    """All records with their pixels: `large` [n, 320, 320] to augment, `exact` [n, 224, 224] as the app fits."""

    records: list[Record]
    large: np.ndarray
    exact: np.ndarray

    def training(self) -> list[Record]:
        return [r for r in self.records if not r.validation and r.source != 'hydronephrosis']

    def validation(self) -> list[Record]:
        return [r for r in self.records if r.validation and r.source != 'hydronephrosis']


def block_of(entry: dict) -> str:
    """The smallest unit that may not be split: a block of neighbouring groups, else a group, else a picture.

    Muscle, hip and liver pictures carry no group: 25 neighbouring muscle numbers are taken together,
    hip and liver pictures stand alone (each looks like another person).
    """
    name, group = entry['set'], entry['group']
    if name == 'abdomen':
        return f'ks{int(group[2:]) // BLOCK}'
    if name == 'muscle':
        return f'muscle{int(Path(entry["file"]).stem.split("_")[1]) // BLOCK}'
    return f'{name}-{group or Path(entry["file"]).stem}'


def choose_validation(entries: list[dict], seed: int) -> set[str]:
    """Blocks that are held out: each block with a picture of the manifest's own `val`, and a seeded draw."""
    chosen = {block_of(e) for e in entries if e['split'] == 'val'}
    for name in sorted({e['set'] for e in entries}):
        blocks = sorted({block_of(e) for e in entries if e['set'] == name} - chosen)
        random.Random(f'{seed}-{name}').shuffle(blocks)
        chosen |= set(blocks[: round(len(blocks) * VALIDATION_SHARE)])
    return chosen


def _points(points: list[dict], placement: dict) -> np.ndarray:
    xy = np.array([[p['x'], p['y']] for p in points], np.float32)
    return place(xy, placement)


def place(xy: np.ndarray, placement: dict) -> np.ndarray:
    """Picture pixels to fitted pixels."""
    scale = np.array([placement['scaleX'], placement['scaleY']], np.float32)
    return xy * scale + np.array([placement['offsetX'], placement['offsetY']], np.float32)


def load_pictures(work: Path, data: Path, seed: int) -> Pictures:
    """Reads everything; drops nothing. `hydronephrosis` is kept for measuring only."""
    index = json.loads((work / 'index.json').read_text())
    entries = index['pictures']
    readings = read_annotations(data / 'annotations' / 'abdomen-kidney-via.csv')
    held_out = choose_validation(entries, seed)
    large = np.fromfile(work / 'pictures-320.bin', np.uint8).reshape(-1, 320, 320)
    exact = np.fromfile(work / 'pictures-224.bin', np.uint8).reshape(-1, 224, 224)
    records = []
    for number, entry in enumerate(entries):
        placement, sector = entry['placements']['320'], entry['sector']
        reading = readings.get(Path(entry['file']).name) if entry['set'] == 'abdomen' else None
        capsule, inner = (reading.capsule, reading.complex) if reading else (None, None)
        records.append(
            Record(
                index=number,
                file=entry['file'],
                source=entry['set'],
                is_kidney=entry['organ'] == 'kidney' and not (reading and not reading.kidney),
                block=block_of(entry),
                validation=block_of(entry) in held_out,
                outline=_points(sector['outline'], placement),
                apex=_points([sector['apex']], placement)[0] if sector['apex'] else None,
                reading=reading,
                capsule=None if capsule is None else place(capsule, placement),
                complex=None if inner is None else place(inner, placement),
                large=large[number],
            )
        )
    return Pictures(records, large, exact)
