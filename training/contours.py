"""Reads the kidney contours and quality labels from the VIA CSV."""
from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Reading:
    """What one reader saw. Labels are 1 (yes), 0 (no) or None (unsure). Contours [points, 2] in picture pixels."""

    kidney: bool
    artefact: int | None
    gain: int | None
    position: int | None
    optimal: int | None
    border: int
    capsule: np.ndarray | None
    complex: np.ndarray | None  # the central echo complex


YES_NO = {'yes': 1, 'no': 0}
GAIN = {'low': 1, 'high': 1, 'ok': 0}


def _contours(rows: list[dict], anatomy: str) -> dict[str, np.ndarray]:
    found = {}
    for row in rows:
        if json.loads(row['region_attributes']).get('Anatomy') != anatomy:
            continue
        shape = json.loads(row['region_shape_attributes'])
        found[row['filename']] = np.array([shape['all_points_x'], shape['all_points_y']], np.float32).T
    return found


def read_annotations(path: Path) -> dict[str, Reading]:
    """By file name without folder."""
    with path.open(newline='') as file:
        rows = list(csv.DictReader(file))
    capsules, complexes = _contours(rows, 'Capsule'), _contours(rows, 'Central Echo Complex')
    readings = {}
    for row in rows:
        labels = json.loads(row['file_attributes'])
        border = int(labels['Border'])
        readings[row['filename']] = Reading(
            kidney=labels['Kidney'] == 'yes',
            artefact=YES_NO.get(labels['Artefact']),
            gain=GAIN.get(labels['Gain']),
            position=YES_NO.get(labels['Position']),
            optimal=YES_NO.get(labels['Optimal']),
            border=border,
            # A border of 0 was guessed: the advice with the data is to leave such contours out.
            capsule=capsules.get(row['filename']) if border > 0 else None,
            complex=complexes.get(row['filename']) if border > 0 else None,
        )
    return readings
