"""Real and simulated pictures at one scale: the longer side of the sector's box is `SIDE` pixels."""
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from contours import Reading, read_annotations
from records import block_of

SIDE = 320
CORTEX, SINUS, LIVER = 10, 12, 7  # src/phantom/region.ts
ASSUMED_DB = 65.0  # of a real picture's grey range, which no machine writes into it


@dataclass(frozen=True)
class Picture:
    """One picture. `grey` [h, w] 0–255; masks of the same shape; `group` is what the bootstrap draws."""

    group: str
    grey: np.ndarray
    sector: np.ndarray
    capsule: np.ndarray | None = None
    complex: np.ndarray | None = None  # central echo complex
    liver: np.ndarray | None = None
    range_db: float = ASSUMED_DB  # decibels from black to white


@dataclass(frozen=True)
class Box:
    """Cuts the sector's box out of a picture and scales it."""

    left: int
    top: int
    right: int
    bottom: int

    def scale(self) -> float:
        return SIDE / max(self.right - self.left, self.bottom - self.top)

    def fit(self, image: np.ndarray, interpolation: int) -> np.ndarray:
        cut = image[self.top : self.bottom, self.left : self.right]
        return cv2.resize(cut, None, fx=self.scale(), fy=self.scale(), interpolation=interpolation)

    def fill(self, points: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
        """The inside of a polygon [points, 2] given in the pixels of the whole picture."""
        moved = (points - np.array([self.left, self.top])) * self.scale()
        mask = np.zeros(shape, np.uint8)
        cv2.fillPoly(mask, [np.round(moved).astype(np.int32)], 1)
        return mask.astype(bool)


def _box_of(entry: dict, image: np.ndarray) -> Box:
    bounds = entry['sector']['bounds']
    left, top = max(0, round(bounds['x'])), max(0, round(bounds['y']))
    right = min(image.shape[1], round(bounds['x'] + bounds['width']))
    return Box(left, top, right, min(image.shape[0], round(bounds['y'] + bounds['height'])))


def _read_real(entry: dict, data: Path, reading: Reading | None) -> Picture:
    image = cv2.imread(str(data / entry['file']), cv2.IMREAD_GRAYSCALE)
    box = _box_of(entry, image)
    grey = box.fit(image, cv2.INTER_AREA)
    outline = np.array([[p['x'], p['y']] for p in entry['sector']['outline']])
    sector = box.fill(outline, grey.shape)
    contours = [reading.capsule, reading.complex] if reading else [None, None]
    capsule, inner = [None if c is None else box.fill(c, grey.shape) & sector for c in contours]
    liver = sector if entry['set'] == 'liver' else None
    return Picture(block_of(entry), grey, sector, capsule, inner, liver)


def real_pictures(work: Path, data: Path) -> Iterator[Picture]:
    """Kidneys that a reader outlined and called optimal, and the set of livers."""
    readings = read_annotations(data / 'annotations' / 'abdomen-kidney-via.csv')
    for entry in json.loads((work / 'index.json').read_text())['pictures']:
        reading = readings.get(Path(entry['file']).name) if entry['set'] == 'abdomen' else None
        outlined = reading is not None and reading.capsule is not None and reading.complex is not None
        if entry['set'] == 'liver' or (outlined and reading.optimal == 1):
            yield _read_real(entry, data, reading if outlined else None)


def _read_phantom(folder: Path, label: dict) -> Picture:
    image = cv2.imread(str(folder / 'pictures' / label['file']), cv2.IMREAD_GRAYSCALE)
    regions = cv2.imread(str(folder / 'masks' / label['file']))[:, :, 2]
    rows, columns = np.where(regions > 0)
    box = Box(columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    kept = box.fit(regions, cv2.INTER_NEAREST)
    return Picture(
        group=f'{folder.name}-{label["seed"]}',
        grey=box.fit(image, cv2.INTER_AREA),
        sector=kept > 0,
        capsule=(kept >= CORTEX) & (kept <= SINUS) if label['organ'] == 'kidney' else None,
        complex=kept == SINUS if label['organ'] == 'kidney' else None,
        liver=kept == LIVER if label['organ'] == 'liver' else None,
        range_db=label['machine']['dynamicRangeDb'],
    )


def phantom_pictures(folder: Path, least_egfr: float) -> Iterator[Picture]:
    """Optimal kidneys of adults without findings, and livers without mishap, from convex probes."""
    for line in (folder / 'labels.jsonl').read_text().splitlines():
        label = json.loads(line)
        model = label['probe']['model']
        adult = label['person']['ageYears'] >= 18 and label['person']['egfr'] >= least_egfr
        if model['kind'] != 'curvilinear' or model['radiusCm'] < 3 or not adult:
            continue
        optimal = label['quality']['labels']['optimal'] is True and not label['findings']
        if optimal or (label['organ'] == 'liver' and label['intended'] in ([], ['turn'])):
            yield _read_phantom(folder, label)
