"""A network's opinion on pictures that no reader looked at: labels, and contours where it is sure."""
from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import torch
from sklearn.ensemble import RandomForestClassifier

from batches import to_input
from kidney_view.beam_profile import describe, fit_artefact
from kidney_view.network import LABELS, KidneyView
from records import Pictures, Record
from view import GAP_FAULT, GAP_FINE, measure_gap

SURE = {'capsule': 0.8, 'complex': 0.7}  # mean probability in a contour that is used
SMOOTH = 5.0  # pixels of the large fit: readers' contours are smoother than the network's
SOFT = (0.02, 0.98)


@torch.no_grad()
def _opinion(network: KidneyView, grey: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities of the labels [5] and the structures [4, 112, 112]: mean over the picture and its mirror image."""
    x = to_input(grey[None, None])
    out = network(torch.cat([x, x.flip(3)]))
    regions = out.regions.sigmoid()
    return out.logits.mean(0).sigmoid().numpy(), ((regions[0] + regions[1].flip(2)) / 2).numpy()


def _contour(probability: np.ndarray, side: int) -> tuple[np.ndarray, float] | None:
    """The largest blob as polygon in pixels of a side × side picture, and how sure the network is of it."""
    large = cv2.GaussianBlur(cv2.resize(probability, (side, side), interpolation=cv2.INTER_LINEAR), (0, 0), SMOOTH)
    contours, _ = cv2.findContours((large > 0.5).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    polygon = cv2.approxPolyDP(max(contours, key=cv2.contourArea), 1, True)
    if len(polygon) < 4 or cv2.contourArea(polygon) < 0.004 * side * side:
        return None
    mask = cv2.fillPoly(np.zeros_like(large), [polygon], 1)
    return polygon[:, 0].astype(np.float32) + 0.5, float(large[mask > 0].mean())


def write_opinions(network: KidneyView, pictures: Pictures, path: Path) -> None:
    """JSON by file: `soft` label probabilities, `capsule` and `complex` contours in pixels of the large fit."""
    network.eval()
    found = {}
    for record in (r for r in pictures.training() if r.is_kidney and not r.reading):
        labels, regions = _opinion(network, pictures.exact[record.index])
        entry = {'soft': {label: round(float(np.clip(p, *SOFT)), 3) for label, p in zip(LABELS, labels)}}
        for name, region in zip(SURE, regions):
            contour = _contour(region, 320)
            if contour and contour[1] >= SURE[name]:
                entry[name] = contour[0].round(1).tolist()
        found[record.file] = entry
    path.write_text(json.dumps(found))
    sure = [sum(name in entry for entry in found.values()) for name in SURE]
    print(f'teacher on {len(found)} unread pictures: {sure[0]} capsules and {sure[1]} complexes found', flush=True)


def write_capsules(network: KidneyView, pictures: Pictures, path: Path) -> None:
    """For kidney-crop: JSON by file, the capsule in pixels of the large fit, of every kidney no reader looked at."""
    network.eval()
    found = {}
    for record in (r for r in pictures.records if r.source == 'abdomen' and r.is_kidney and not r.reading):
        contour = _contour(_opinion(network, pictures.exact[record.index])[1][0], 320)
        if contour and contour[1] >= SURE['capsule']:
            found[record.file] = contour[0].round(1).tolist()
    path.write_text(json.dumps(found))


def _second_opinions(records: list[Record], forest: RandomForestClassifier) -> None:
    """Artefact and position are asked of the contours too: the mean of both answers (see README.md)."""
    shadowed = forest.predict_proba([describe(record) for record in records])[:, 1]
    gaps = np.array([measure_gap(record.outline, record.capsule) for record in records])
    near = np.clip((GAP_FINE - gaps) / (GAP_FINE - GAP_FAULT), 0, 1)
    for label, answers in (('artefact', shadowed), ('position', near)):
        for record, answer in zip(records, answers):
            record.soft[label] = float(np.clip((record.soft[label] + answer) / 2, *SOFT))


def use_opinions(pictures: Pictures, path: Path) -> None:
    """Gives unread training pictures the teacher's contours, and labels from it and from the contours.

    What an earlier teacher gave them is forgotten."""
    found, located = json.loads(path.read_text()), []
    forest = fit_artefact(pictures.training(), seed=1)
    for record in (r for r in pictures.training() if r.file in found):
        entry = found[record.file]
        record.soft = dict(entry['soft'])
        for name in SURE:
            setattr(record, name, np.float32(entry[name]) if name in entry else None)
        if record.capsule is not None:
            located.append(record)
    _second_opinions(located, forest)
