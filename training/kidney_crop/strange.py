"""Is it a crop of an ultrasound kidney at all? The novelty output, its limit, and what it refuses."""
from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np

from batches import to_input
from figures import Scores, row, sensitivity
from kidney_crop.crops import EXACT, Crops
from kidney_crop.evaluate import held_out_kidneys, load_hydronephrosis
from kidney_crop.network import KidneyCrop, absence, predict
from kidney_crop.samples import Samples, Sources
from kidney_crop.train import STAGES
from novelty import Novelty, fit_novelty, textures
from records import block_of, choose_validation
from strangers import draw_strangers, load_photographs

VARIED = 1500  # varied training samples that widen what counts as familiar
VARIED_WEIGHT = 2.0  # against phantoms and real kidneys as they are, of weight 1 each
FAMILIAR, MARGIN = 0.995, 1.5  # the limit: this quantile of held-out crops, and room for other scanners


def make_novelty(network: KidneyCrop, sources: Sources, seed: int) -> Novelty:
    phantoms = sources.phantoms.exact[:: max(1, len(sources.phantoms) // 1500)]
    samples = Samples(sources, STAGES[-1].how, VARIED, seed)
    varied = np.stack([samples.make(number)['grey'] for number in range(VARIED)])
    parts = [(phantoms, 1.0), (sources.real.exact[samples.trained], 1.0), (varied, VARIED_WEIGHT)]
    features = [textures(network.trunk, np.asarray(grey)) for grey, _ in parts]
    weights = [np.full(len(grey), weight / len(grey)) for grey, weight in parts]
    return fit_novelty(np.concatenate(features), np.concatenate(weights)).rounded()


def _shrink(grey: np.ndarray) -> np.ndarray:
    return np.stack([cv2.resize(g, (EXACT, EXACT), interpolation=cv2.INTER_AREA) for g in grey])


TRAINED_SETS = ('abdomen', 'liver', 'muscle')  # other organs of these were shown in training as no kidney


def load_others(work: Path, seed: int, validation: bool) -> dict[str, np.ndarray]:
    """Whole sectors of other organs [n, 320, 320] by set: the training ones, or those that were not trained on."""
    entries = json.loads((work / 'index.json').read_text())['pictures']
    pictures = np.memmap(work / 'pictures-320.bin', np.uint8, 'r').reshape(-1, 320, 320)
    held_out, found = choose_validation(entries, seed), {}
    for index, entry in enumerate(entries):
        trained = entry['set'] in TRAINED_SETS and block_of(entry) not in held_out
        if entry['organ'] != 'kidney' and trained != validation:
            found.setdefault(entry['set'], []).append(index)
    return {name: np.asarray(pictures[chosen]) for name, chosen in sorted(found.items())}


class Gate:
    """The novelty with its limit."""

    def __init__(self, network: KidneyCrop, sources: Sources, held_out: Crops, seed: int):
        """`held_out`: phantoms of the calibration set."""
        self.network, self.seed = network, seed
        self.novelty = make_novelty(network, sources, seed)
        real = sources.real.exact[held_out_kidneys(sources, 0)]
        familiar = [float(np.quantile(self.scores(grey), FAMILIAR)) for grey in (held_out.exact, real)]
        self.limit = round(MARGIN * max(familiar), 3)

    def scores(self, grey: np.ndarray) -> np.ndarray:
        whole = np.asarray(grey)
        found = predict(self.network, [to_input(whole[at : at + 32, None]) for at in range(0, len(whole), 32)])
        return self.novelty.score(textures(self.network.trunk, whole)) + absence(found['where']).numpy()

    def row(self, grey: np.ndarray, blocks: np.ndarray, about: tuple[str, str]) -> dict:
        """Share refused."""
        over = Scores(self.scores(grey) - self.limit, np.ones(len(grey)), blocks)
        return row(over, (*about, 'novelty'), ('share refused', sensitivity), self.seed)


def refusal_rows(gate: Gate, sources: Sources, test: Crops, places: tuple[Path, Path, Path | None]) -> list[dict]:
    """`places`: work folder, data folder, and a folder of photographs or None."""
    work, data, photographs = places
    kidneys = held_out_kidneys(sources, 1)
    grey, _, group = load_hydronephrosis(data)
    blocks = np.array([sources.kidneys[i].block for i in kidneys])
    rows = [
        gate.row(test.exact, np.array([r['seed'] for r in test.rows]), ('test phantoms', 'simulated')),
        gate.row(sources.real.exact[kidneys], blocks, ('held-out real kidneys of the set abdomen', 'real')),
        gate.row(grey, group, ('hydronephrosis set: real kidney crops of unknown scanners, only measured on', 'real')),
    ]
    for name, pictures in load_others(work, gate.seed, True).items():
        words = f'whole sectors of other organs of the set {name}, ' + (
            'held-out blocks' if name in TRAINED_SETS else 'a set that was never trained on'
        )
        rows.append(gate.row(_shrink(pictures), np.arange(len(pictures)) // 5, (words, 'real')))
    strange = {'drawn noise, gradients, text and shapes': ('simulated', draw_strangers(200, gate.seed))}
    if photographs:
        photos = load_photographs(photographs, gate.seed)
        strange['photographs in grey from Debian packages, whole and cropped'] = ('real', photos)
    for name, (kind, pictures) in strange.items():
        rows.append(gate.row(_shrink(pictures), np.arange(len(pictures)) // 4, (name, kind)))
    return rows
