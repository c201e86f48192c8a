"""The layers, and what is known of them where a reader drew aponeuroses only.

Label images hold a layer's index, or UNKNOWN (not in any loss or figure), or NOT_FASCIA (known for the binary output only).
"""
from __future__ import annotations

import cv2
import numpy as np

LAYERS = ('background', 'skin-fat', 'muscle', 'fascia', 'tendon')
BACKGROUND, SKIN_FAT, MUSCLE, FASCIA, TENDON = range(len(LAYERS))
NOT_FASCIA, UNKNOWN = 254, 255

SUPERFICIAL_SPAN, SUPERFICIAL_DEPTH = 0.6, 0.4  # the first aponeurosis: at least so wide, centred above this depth
NARROW_GAP = 0.03  # of the depth: two aponeuroses so near may have fat or septum between them
STRIP, BAND = 0.13, 0.03  # of the depth: see _forget_border
THICKER = 0.0045  # of the side: the phantom's fascia is thickened by this above and below, as readers draw it
# Regions of src/phantom/region.ts; all that is not named is background. Psoas is muscle without a wall's layers.
REGIONS = {'skin': SKIN_FAT, 'subcutaneousFat': SKIN_FAT, 'muscle': MUSCLE, 'fascia': FASCIA, 'tendon': TENDON, 'psoas': UNKNOWN}


def _superficial(aponeurosis: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """The part of the mask that is surely the superficial aponeurosis; empty where none is."""
    count, parts, boxes, centres = cv2.connectedComponentsWithStats(aponeurosis.astype(np.uint8))
    rows, columns = np.flatnonzero(inside.any(1)), np.flatnonzero(inside.any(0))
    if count < 3:  # background and one aponeurosis: which one it is cannot be told
        return np.zeros_like(inside)
    first = min(range(1, count), key=lambda i: centres[i][1])
    wide = boxes[first][cv2.CC_STAT_WIDTH] >= SUPERFICIAL_SPAN * len(columns)
    shallow = centres[first][1] - rows[0] < SUPERFICIAL_DEPTH * len(rows)
    return (parts == first) if wide and shallow else np.zeros_like(inside)


def _runs(column: np.ndarray) -> list[tuple[int, int]]:
    """Start and end of each stretch of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], column.astype(np.int8), [0]])))
    return list(zip(edges[::2], edges[1::2]))


def derive_layers(aponeurosis: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """Column by column: above the superficial aponeurosis skin and fat, between two aponeuroses muscle, below the last
    one unknown. `aponeurosis`, `inside` (the sector) bool [rows, columns] → labels uint8."""
    labels = np.where(inside, UNKNOWN, BACKGROUND).astype(np.uint8)
    first = _superficial(aponeurosis, inside)
    narrow = NARROW_GAP * inside.any(1).sum()
    for x in range(inside.shape[1]):
        runs = _runs(aponeurosis[:, x] & inside[:, x])
        if not runs:
            continue
        column, end = labels[:, x], runs[0][0]
        above = SKIN_FAT if first[end, x] else NOT_FASCIA
        column[:end][inside[:end, x]] = above
        for (_, low), (high, _) in zip(runs, runs[1:]):
            column[low:high] = MUSCLE if high - low > narrow else NOT_FASCIA
        for low, high in runs:
            column[low:high] = FASCIA
    return labels


def _joined_to_skin(labels: np.ndarray) -> np.ndarray:
    """Layers that hang together with skin or fat; the diaphragm deep in an abdomen does not."""
    _, parts = cv2.connectedComponents(np.isin(labels, [SKIN_FAT, MUSCLE, FASCIA, TENDON]).astype(np.uint8))
    return np.isin(parts, np.unique(parts[labels == SKIN_FAT])) | (labels == BACKGROUND)


def _forget_border(labels: np.ndarray, depth: int) -> None:
    """The phantom's first fascia undulates apart from the border of fat and muscle. Muscle in a strip above it is in no
    loss (muscle never lies above its fascia), nor is what lies about a border without fascia, where a line may show."""
    from_fat, to_fascia = np.zeros(labels.shape, bool), np.zeros(labels.shape, bool)
    muscle = labels == MUSCLE
    for row in range(1, len(labels)):
        from_fat[row] = muscle[row] & ((labels[row - 1] == SKIN_FAT) | from_fat[row - 1])
        up = len(labels) - 1 - row
        to_fascia[up] = muscle[up] & ((labels[up + 1] == FASCIA) | to_fascia[up + 1])
    strip = from_fat & to_fascia
    narrow = strip & (strip.sum(0) <= STRIP * depth)
    bare = muscle[1:] & (labels[:-1] == SKIN_FAT) & ~narrow[1:]
    reach = max(1, round(BAND * depth))
    band = cv2.dilate(np.pad(bare, ((1, 0), (0, 0))).astype(np.uint8), np.ones((2 * reach + 1, 1), np.uint8)) > 0
    labels[narrow] = NOT_FASCIA
    labels[band & np.isin(labels, [SKIN_FAT, MUSCLE])] = UNKNOWN


def layers_of_regions(regions: np.ndarray, numbers: dict[str, int], inside: np.ndarray) -> np.ndarray:
    """The phantom's truth as labels uint8; `numbers`: region by name."""
    table = np.full(256, BACKGROUND, np.uint8)
    for name, layer in REGIONS.items():
        if name in numbers:
            table[numbers[name]] = layer
    labels = table[regions]
    labels[~_joined_to_skin(labels)] = UNKNOWN
    _forget_border(labels, int(inside.any(1).sum()))
    reach = max(1, round(THICKER * len(regions)))
    thick = cv2.dilate((labels == FASCIA).astype(np.uint8), np.ones((2 * reach + 1, 1), np.uint8)) > 0
    labels[thick & np.isin(labels, [SKIN_FAT, MUSCLE, NOT_FASCIA])] = FASCIA
    return np.where(inside, labels, BACKGROUND).astype(np.uint8)


def layers_of_kidney(inside: np.ndarray) -> np.ndarray:
    """A kidney picture: background below the wall, which surely ends in the upper 45 % of the sector."""
    rows = np.flatnonzero(inside.any(1))
    wall = np.arange(len(inside))[:, None] < rows[0] + 0.45 * len(rows)
    return np.where(inside & wall, UNKNOWN, BACKGROUND).astype(np.uint8)
