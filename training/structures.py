"""What lies at each pixel, as bits: known everywhere in simulated pictures, from contours in real ones."""
from __future__ import annotations

import cv2
import numpy as np

from records import Record

STRUCTURES = ('capsule', 'central-echo-complex', 'medulla', 'cortex')
CAPSULE, COMPLEX, MEDULLA, CORTEX = 1, 2, 4, 8
MIRRORED = 128  # the mirror image of a kidney, where a view leaves the sector: nothing is said of it
UNKNOWN = -1
LARGE = 320  # side of the fit that contours are given in


def draw_structures(record: Record, side: int = LARGE) -> np.ndarray:
    """Bits [side, side]; of simulated pictures as large as they were drawn."""
    if record.structures is not None:
        return np.asarray(record.structures)
    bits = np.zeros((side, side), np.uint8)
    for bit, contour in ((CAPSULE, record.capsule), (COMPLEX, record.complex)):
        if contour is not None:
            corners = np.round(contour * (side / LARGE) * 16 - 8).astype(np.int32)
            mask = cv2.fillPoly(np.zeros_like(bits), [corners], 1, shift=4)
            bits |= (mask * bit).astype(np.uint8)
    return bits


def targets(bits: np.ndarray, record: Record) -> np.ndarray:
    """[4, rows, columns] in the order of `STRUCTURES`: 1, 0, or `UNKNOWN`."""
    wanted = np.stack([(bits & bit) > 0 for bit in (CAPSULE, COMPLEX, MEDULLA, CORTEX)]).astype(np.int8)
    if record.is_kidney and record.structures is None:
        _leave_out_unread(wanted, record)
    wanted[:, bits == MIRRORED] = UNKNOWN
    return wanted


def _leave_out_unread(wanted: np.ndarray, record: Record) -> None:
    """Readers drew no cortex or medulla: between capsule and complex either may lie; elsewhere neither does."""
    capsule, inner = wanted[0] > 0, wanted[1] > 0
    if record.capsule is None:
        wanted[:] = UNKNOWN
        return
    if record.complex is None:
        wanted[1:, capsule] = UNKNOWN
    wanted[2:, capsule & ~inner] = UNKNOWN


def shrink(wanted: np.ndarray, factor: int) -> np.ndarray:
    """Mean of each factor × factor square, as float; unknown where any part is."""
    parts = [wanted[:, i::factor, j::factor] for i in range(factor) for j in range(factor)]
    unknown = np.minimum.reduce(parts) == UNKNOWN
    return np.where(unknown, UNKNOWN, sum(parts) / np.float32(len(parts))).astype(np.float32)
