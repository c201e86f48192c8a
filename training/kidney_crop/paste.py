"""One real kidney with perhaps a drawn finding, and what is then known of its labels."""
from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np

from kidney_crop.crops import CAPSULE, NUMBERS
from kidney_crop.network import FINDINGS
from kidney_crop.paste_fluid import Kidney, collecting_system, cyst_mask, fill_with_fluid
from kidney_crop.paste_mild import fill_faintly, split_sinus
from kidney_crop.paste_solid import add_mass, add_pyramids, add_stone, brighten_cortex
from kidney_crop.real import RealKidney

# What is believed of a real kidney as it came: no label of the set is trusted, most are taken for normal.
AS_IT_CAME = np.array([0.15, 0.06, 0.04, 0.08, 0.03, 0.05], np.float32)
VEINS = 0.1  # of the real kidneys without a drawn finding
SPLIT = 0.5  # of the drawn hydronephrosis is mild: the sinus split by thin, grey branches
SHARES = {'none': 0.38, 'hydronephrosis': 0.29, 'cyst': 0.09, 'stone': 0.09, 'mass': 0.09, 'hyperechogenicity': 0.06}


@dataclass(frozen=True)
class Pasted:
    """`grey` float32 and `marks` uint8 [260, 260]; `labels` [6], shares where nobody knows."""

    grey: np.ndarray
    marks: np.ndarray
    labels: np.ndarray


def _vessel(kidney: Kidney, rng: np.random.Generator) -> np.ndarray:
    """A thin dark vein in the sinus, which normal kidneys have: no finding."""
    rows, columns = np.nonzero(kidney.sinus)
    if len(rows) < 20:
        return kidney.grey
    mask, ends = np.zeros(kidney.capsule.shape, np.uint8), rng.integers(0, len(rows), 2)
    cv2.line(mask, *((int(columns[i]), int(rows[i])) for i in ends), 1, max(1, round(kidney.size * 0.02)))
    return fill_with_fluid(kidney, mask * kidney.sinus, rng)


def _hydronephrosis(kidney: Kidney, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Where the urine is, and the kidney with it: mild ones are as common as all others, as in clinics."""
    if rng.random() < SPLIT and kidney.sinus.sum() > 60:
        mask = split_sinus(kidney, rng)
        return mask, fill_faintly(kidney, mask, rng)
    mask = collecting_system(kidney, int(rng.choice([1, 2, 3, 4], p=[0.2, 0.4, 0.25, 0.15])), rng)
    fill = fill_faintly if rng.random() < 0.3 else fill_with_fluid
    return mask, fill(kidney, mask, rng)


def paste(grey: np.ndarray, real: RealKidney, rng: np.random.Generator, pyramids: float = 0.0) -> Pasted:
    """`grey` uint8 [260, 260], its contours in `real`; `pyramids`: how often they are drawn darker first."""
    kidney = Kidney(grey.astype(np.float32), real.capsule, real.sinus)
    if rng.random() < pyramids:
        kidney = replace(kidney, grey=add_pyramids(kidney, rng))
    kind = str(rng.choice(list(SHARES), p=list(SHARES.values())))
    labels, mask = AS_IT_CAME.copy(), np.zeros(grey.shape, np.uint8)
    drawn = kidney.grey
    if kind == 'none':
        drawn = _vessel(kidney, rng) if rng.random() < VEINS else drawn
    elif kind == 'hydronephrosis':
        mask, drawn = _hydronephrosis(kidney, rng)
    elif kind == 'cyst':
        mask = cyst_mask(kidney, rng)
        drawn = fill_with_fluid(kidney, mask, rng)
    elif kind == 'hyperechogenicity':
        drawn = brighten_cortex(kidney, rng)
    else:
        drawn, mask = (add_stone if kind == 'stone' else add_mass)(kidney, rng)
    if kind != 'none':
        labels[FINDINGS.index(kind)] = labels[0] = 1.0
    marks = real.capsule.astype(np.uint8) * CAPSULE + (mask > 0) * np.uint8(NUMBERS.get(kind, 0))
    return Pasted(np.clip(drawn, 0, 255) * (grey > 0), marks, labels)
