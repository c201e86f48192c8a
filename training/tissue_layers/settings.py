"""Temperatures, the binary threshold, and reliability tables, all on held-out pictures."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar

import calibrate
from tissue_layers.layers import FASCIA, LAYERS, UNKNOWN
from tissue_layers.measure import REAL, SIDE, best_threshold, enlarge, look_at
from tissue_layers.network import TissueLayers, predict
from tissue_layers.pictures import Picture, TissueSet

STEP = 3  # every so-manyth pixel each way is enough for calibration
OPERATING_POINT = 'the highest mean Dice of fascia on held-out films'


@dataclass(frozen=True)
class Setting:
    """`layers`, `fascia`: temperatures. `threshold`: calibrated probability of fascia; `logit`: the same before."""

    layers: float
    fascia: float
    threshold: float
    logit: float


@dataclass(frozen=True)
class Pixels:
    """Known pixels: logits [n, 5] and layer [n]; logits of fascia [m] and whether there is [m]."""

    layers: np.ndarray
    layer: np.ndarray
    fascia: np.ndarray
    is_fascia: np.ndarray


def known_pixels(network: TissueLayers, tissue: TissueSet, pictures: list[Picture]) -> Pixels:
    """Inside the sectors only: the black around them is no achievement."""
    numbers = [p.index for p in pictures]
    grey, labels = tissue.grey[SIDE][numbers], tissue.labels[SIDE][numbers][:, ::STEP, ::STEP]
    layers, fascia = predict(network, grey)
    layers = enlarge(layers)[:, :, ::STEP, ::STEP].transpose(0, 2, 3, 1)
    fascia = enlarge(fascia[:, None])[:, 0, ::STEP, ::STEP]
    tissue_there = labels != 0
    several, yes_no = tissue_there & (labels < len(LAYERS)), tissue_there & (labels != UNKNOWN)
    return Pixels(layers[several], labels[several], fascia[yes_no], labels[yes_no] == FASCIA)


def _log_softmax(logits: np.ndarray) -> np.ndarray:
    high = logits.max(-1, keepdims=True)
    return logits - high - np.log(np.exp(logits - high).sum(-1, keepdims=True))


def _least(loss) -> float:
    """The temperature with the least loss."""
    return round(float(np.exp(minimize_scalar(lambda t: loss(np.exp(t)), bounds=(-1.5, 2.0), method='bounded').x)), 4)


def choose_setting(network: TissueLayers, tissue: TissueSet) -> Setting:
    held_out = tissue.of('muscle', True)
    pixels = known_pixels(network, tissue, held_out)
    at = np.arange(len(pixels.layer)), pixels.layer
    sign = np.where(pixels.is_fascia, 1, -1)
    layers = _least(lambda t: -_log_softmax(pixels.layers / t)[at].mean())
    fascia = _least(lambda t: np.logaddexp(0, -sign * pixels.fascia / t).mean())
    logit = best_threshold(look_at(network, tissue, held_out))
    return Setting(layers, fascia, round(float(1 / (1 + np.exp(-logit / fascia))), 4), logit)


def _table(said: np.ndarray, seen: np.ndarray, about: tuple[str, str, str]) -> dict:
    """`said` probability, `seen` bool, both [n]."""
    dataset, kind, subject = about
    return {
        'dataset': f'{dataset}, every ninth known pixel of the sectors',
        'pictures': kind,
        'subject': subject,
        'bins': calibrate.reliability(said, seen.astype(int)),
    }


def reliability(network: TissueLayers, tissue: TissueSet, setting: Setting) -> list[dict]:
    """Of fascia (binary) and of the layer called most probable, on real pictures and on simulated limbs."""
    tables = []
    for source, name, kind in (('muscle', REAL, 'real'), ('limb', 'held-out simulated limbs', 'simulated')):
        pixels = known_pixels(network, tissue, tissue.of(source, True))
        fascia = 1 / (1 + np.exp(-pixels.fascia / setting.fascia))
        tables.append(_table(fascia, pixels.is_fascia, (name, kind, 'fascia, yes or no')))
        several = np.exp(_log_softmax(pixels.layers / setting.layers))
        right = several.argmax(1) == pixels.layer
        tables.append(_table(several.max(1), right, (name, kind, 'the most probable of several layers')))
    return tables
