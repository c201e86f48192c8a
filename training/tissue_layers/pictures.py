"""The fitted pictures that `prepare-tissue.ts` wrote, their label images, and which are held out."""
from __future__ import annotations

import csv
import json
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from scipy.sparse.csgraph import connected_components

from records import block_of, choose_validation, place
from tissue_layers.layers import BACKGROUND, derive_layers, layers_of_kidney, layers_of_regions

SIDES = (320, 224)
ALIKE = 0.65  # correlation of two small pictures from which they are taken for frames of one film
HELD_OUT = 0.27  # of the pictures of each scanner
HELD_OUT_PHANTOMS = 0.2


@dataclass
class Picture:
    """`outline` in pixels of the 320 fit. `block`: the smallest unit that may not be split. `scanner`: width × height."""

    index: int
    source: str  # muscle, thigh, limb, abdomen, kidney, or another organ's set
    name: str
    scanner: str
    outline: np.ndarray
    block: str = ''
    validation: bool = False


@dataclass
class TissueSet:
    """Pictures and label images by side: `grey[side]`, `masks[side]`, `labels[side]` [n, side, side] uint8."""

    pictures: list[Picture]
    grey: dict[int, np.ndarray]
    masks: dict[int, np.ndarray]
    labels: dict[int, np.ndarray]

    def of(self, source: str, validation: bool) -> list[Picture]:
        return [p for p in self.pictures if p.source == source and p.validation == validation]


def fill(outline: np.ndarray, side: int) -> np.ndarray:
    """Pixels inside a polygon [points, 2], bool [side, side]."""
    mask = np.zeros((side, side), np.uint8)
    cv2.fillPoly(mask, [np.round(outline * 16 - 8).astype(np.int32)], 1, shift=4)
    return mask > 0


def find_films(grey: np.ndarray) -> np.ndarray:
    """A number for each picture [n, side, side]; frames that look alike get the same one."""
    small = []
    for picture in grey:
        soft = cv2.resize(cv2.GaussianBlur(picture.astype(np.float32), (0, 0), 1.5), (56, 56), interpolation=cv2.INTER_AREA)
        fine = soft - cv2.GaussianBlur(soft, (0, 0), 8)
        small.append((fine.ravel() - fine.mean()) / (fine.std() + 1e-6))
    rows = np.stack(small)
    return connected_components(rows @ rows.T / rows.shape[1] > ALIKE)[1]


def _hold_out_films(pictures: list[Picture], seed: int) -> None:
    """Whole films, drawn until the share of each scanner's pictures is reached."""
    for scanner in sorted({p.scanner for p in pictures}):
        mine = [p for p in pictures if p.scanner == scanner]
        films, count = sorted({p.block for p in mine}), 0
        random.Random(f'{seed}-{scanner}').shuffle(films)
        for film in films:
            of_film = [p for p in mine if p.block == film]
            if len(mine) > 1 and count + len(of_film) <= round(HELD_OUT * len(mine)):
                count += len(of_film)
                for picture in of_film:
                    picture.validation = True


def _split(pictures: list[Picture], grey: np.ndarray, data: Path, seed: int) -> None:
    muscle = [p for p in pictures if p.source == 'muscle']
    for picture, film in zip(muscle, find_films(grey[[p.index for p in muscle]])):
        picture.block = f'film{film}'
    _hold_out_films(muscle, seed)
    rows = list(csv.DictReader((data / 'manifest.csv').open()))
    by_file = {row['file']: row for row in rows}
    held_out = choose_validation([row for row in rows if row['set'] == 'abdomen'], seed)
    seen: Counter = Counter()
    counts = Counter(p.source for p in pictures)
    for p in pictures:
        if p.source == 'kidney':
            p.block = block_of(by_file[p.name])
            p.validation = p.block in held_out
        elif p.source in ('limb', 'abdomen'):
            p.block, seen[p.source] = p.name, seen[p.source] + 1
            p.validation = seen[p.source] > (1 - HELD_OUT_PHANTOMS) * counts[p.source]
        elif p.source != 'muscle':
            p.block, p.validation = p.name, True


def _label(picture: Picture, mask: np.ndarray, inside: np.ndarray, regions: dict[str, int]) -> np.ndarray:
    if picture.source == 'muscle':
        return derive_layers(mask > 0, inside)
    if picture.source in ('limb', 'abdomen'):
        return layers_of_regions(mask, regions, inside)
    return layers_of_kidney(inside) if picture.source == 'kidney' else np.full_like(mask, BACKGROUND)


def load_tissue(work: Path, data: Path, seed: int) -> TissueSet:
    """`work`: the folder that prepare-tissue.ts wrote."""
    index = json.loads((work / 'index.json').read_text())
    grey, masks = (
        {side: np.fromfile(work / f'{kind}-{side}.bin', np.uint8).reshape(-1, side, side) for side in SIDES}
        for kind in ('pictures', 'masks')
    )
    pictures = []
    for number, entry in enumerate(index['pictures']):
        corners = np.array([[p['x'], p['y']] for p in entry['sector']['outline']], np.float32)
        outline = place(corners, entry['placements']['320'])
        scanner = f'{entry["width"]} × {entry["height"]}'
        pictures.append(Picture(number, entry['set'], entry['name'], scanner, outline))
    _split(pictures, grey[224], data, seed)
    labels = {}
    for side in SIDES:
        insides = [fill(p.outline * side / 320, side) for p in pictures]
        labels[side] = np.stack([_label(p, masks[side][p.index], i, index['regions']) for p, i in zip(pictures, insides)])
    return TissueSet(pictures, grey, masks, labels)
