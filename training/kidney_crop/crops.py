"""The crops that `prepare-crops.ts` wrote, and what is known of the simulated ones."""
from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

EXACT, WIDE = 192, 260
UNKNOWN = float('nan')
CAPSULE = 16  # bit of `marks`
NUMBERS = {'stone': 1, 'cyst': 2, 'mass': 3, 'hydronephrosis': 4}
# Fewer pixels of the wide crop than the first: the cut misses it; than the second: too little to be sure.
VISIBLE = {'stone': (6, 20), 'cyst': (14, 86), 'mass': (29, 173), 'hydronephrosis': (29, 130)}
BRIGHT_DB, NORMAL_DB = 1.0, -2.5  # cortex against liver: hyperechoic from, not hyperechoic to


@dataclass
class Crops:
    """`exact` [n, 192, 192], `wide` [n, 260, 260], `marks` likewise (empty for real pictures), `rows` by crop."""

    exact: np.ndarray
    wide: np.ndarray
    marks: np.ndarray
    rows: list[dict]

    def __len__(self) -> int:
        return len(self.rows)


def load_crops(prefix: Path) -> Crops:
    """`prefix`: the `--out` of `prepare-crops.ts`."""
    rows = [json.loads(line) for line in Path(f'{prefix}.jsonl').read_text().splitlines()]
    arrays = []
    for name, side in (('exact', EXACT), ('wide', WIDE), ('marks', WIDE)):
        path = Path(f'{prefix}-{name}.bin')
        shape = (path.stat().st_size // (side * side), side, side)
        arrays.append(np.memmap(path, np.uint8, 'r', shape=shape) if shape[0] else np.zeros(shape, np.uint8))
    return Crops(*arrays, rows)


def join(parts: list[Crops]) -> Crops:
    return Crops(
        *(np.concatenate([getattr(p, name) for p in parts]) for name in ('exact', 'wide', 'marks')),
        [row for p in parts for row in p.rows],
    )


def patients(crops: Crops) -> np.ndarray:
    """Seed of the simulated patient of each crop."""
    return np.array([row['seed'] for row in crops.rows])


def egfr(crops: Crops) -> np.ndarray:
    """mL/min/1.73 m² of each simulated crop."""
    return np.array([row['person']['egfr'] for row in crops.rows], np.float32)


def finding_labels(row: dict, marks: np.ndarray) -> np.ndarray:
    """Abnormal and the five findings: 1, 0, or NaN where too little is in the cut to be asked for."""
    found = {}
    for name, number in NUMBERS.items():
        least, sure = VISIBLE[name]
        pixels = int(((marks & (CAPSULE - 1)) == number).sum()) if name in row['findings'] else 0
        found[name] = 1.0 if pixels >= sure else 0.0 if pixels < least else UNKNOWN
    bright = row['size']['cortexDb']
    hyper = 1.0 if bright >= BRIGHT_DB else 0.0 if bright <= NORMAL_DB else UNKNOWN
    five = np.array([found['stone'], found['cyst'], hyper, found['mass'], found['hydronephrosis']], np.float32)
    abnormal = 1.0 if (five == 1).any() else UNKNOWN if np.isnan(five).any() else 0.0
    return np.concatenate([[abnormal], five]).astype(np.float32)


def all_labels(crops: Crops) -> np.ndarray:
    """[n, 6]."""
    return np.stack([finding_labels(row, marks) for row, marks in zip(crops.rows, crops.marks)])
