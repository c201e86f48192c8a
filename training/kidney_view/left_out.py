"""Leave one source out: a short training without one set of other organs, asked about that set.

The short training is a small part of the shipped one: its figures say what to expect of organs that no one showed.
"""
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from figures import Scores, row, sensitivity
from kidney_view.dataset import Mix
from kidney_view.evaluate import Measured, measure
from kidney_view.network import KidneyView
from kidney_view.novelty_limit import limit_of, make_novelty
from kidney_view.overlap import share_drawn
from kidney_view.train import Stage, train_stage
from novelty import textures
from records import Pictures, Record

SOURCES = ('carotid', 'gallbladder', 'hip', 'liver', 'muscle')
SHORT = Stage('left out', 160, 200, 3e-4, Mix(simulated=0.2, other=0.2, read=0.6))
CONFIDENT = 0.2  # probability of Wrong below this: the network takes it for a kidney without doubt


def _answers(network: KidneyView, pictures: Pictures, records: list[Record], limit: Callable[[np.ndarray], np.ndarray]):
    """Of each picture: called Wrong, refused as novel, taken for a kidney without doubt."""
    grey = pictures.exact[[r.index for r in records]]
    m: Measured = measure(network, grey, records)
    wrong = 1 / (1 + np.exp(-m.logits[:, 4]))
    refused = limit(textures(network.trunk, grey))
    outlined = share_drawn(m.regions[:, 0], 0.0) >= 0.02
    return wrong > 0.5, refused, (wrong < CONFIDENT) & ~refused & outlined


def _rows(answers: tuple[np.ndarray, ...], blocks: np.ndarray, source: str) -> list[dict]:
    wrong, refused, kidney = answers
    about = (f'all pictures of {source}, that set in no part of a short training ({SHORT.steps} steps)', 'real', 'wrong')
    wanted = (('share called Wrong or refused', wrong | refused), ('share called Wrong', wrong),
              ('share that got a confident kidney (Wrong below 0.2, not refused, capsule outlined)', kidney))  # fmt: skip
    return [row(Scores(v - 0.5, np.ones(len(v)), blocks), about, (name, sensitivity), 1) for name, v in wanted]


def measure_left_out(
    start: Callable[[], KidneyView], pictures: Pictures, simulated: list[Record], path: Path
) -> list[dict]:
    """Card rows, kept source by source in a JSON file. `start` makes the network with its first weights."""
    done = json.loads(path.read_text()) if path.exists() else {}
    for number, source in enumerate(SOURCES):
        if source in done:
            continue
        kept = [r for r in pictures.training() if r.source != source]
        network = train_stage(start(), SHORT, kept + simulated, 100 + number).eval()
        novelty = make_novelty(network, pictures, kept, (100 + number, 300))
        seen = [r for r in pictures.validation() if r.source != source]
        limit = limit_of(novelty.score(textures(network.trunk, pictures.exact[[r.index for r in seen[::3]]])))
        asked = [r for r in pictures.records if r.source == source]
        answers = _answers(network, pictures, asked, lambda features: novelty.score(features) > limit)
        done[source] = _rows(answers, np.array([r.block for r in asked]), source)
        path.write_text(json.dumps(done))
        print(source, [(r['metric'], r['value']) for r in done[source]], flush=True)
    return [entry for source in SOURCES for entry in done[source]]
