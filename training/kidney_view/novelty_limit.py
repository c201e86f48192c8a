"""Fits the novelty score to training pictures, sets its limit, and counts the refusals."""
from __future__ import annotations

from pathlib import Path

import numpy as np

from figures import Scores, row, sensitivity
from kidney_view.dataset import SIMULATED, Mix, Samples
from kidney_view.evaluate import SIDE, predict
from kidney_view.network import KidneyView
from kidney_view.setting import Scale
from novelty import Novelty, fit_novelty, textures
from records import Pictures, Record
from strangers import draw_kinds, load_photographs

VARIED, FEW = 1500, 400  # augmented training samples that widen what counts as familiar; for sets left out
VARIED_WEIGHT = 4.0  # against the pictures as they are
FAMILIAR, MARGIN = 0.995, 2.0  # the limit: this quantile of held-out ultrasound, and room for other scanners


def _balanced(records: list[Record]) -> np.ndarray:
    """Half for kidneys, half shared evenly among the sources of other organs; sums to 1."""
    kinds = np.array(['kidney' if r.is_kidney else r.source for r in records])
    names, counts = np.unique(kinds, return_counts=True)
    share = {n: (0.5 if n == 'kidney' else 0.5 / (len(names) - 1)) / c for n, c in zip(names, counts)}
    weights = np.array([share[kind] for kind in kinds])
    return weights / weights.sum()


def make_novelty(network: KidneyView, pictures: Pictures, records: list[Record], draw: tuple[int, int]) -> Novelty:
    """Fitted on training pictures as they are and on augmented and simulated ones. `draw`: seed, count of these."""
    seed, count = draw
    real = [r for r in records if r.source != SIMULATED]
    exact = textures(network.trunk, pictures.exact[[r.index for r in real]])
    samples = Samples(records, Mix(simulated=0.15), (count, SIDE, seed))
    varied = textures(network.trunk, np.stack([samples.sample(i).grey for i in range(count)]))
    weights = np.concatenate([_balanced(real), np.full(count, VARIED_WEIGHT / count)])
    return fit_novelty(np.concatenate([exact, varied]), weights).rounded()


def limit_of(scores: np.ndarray) -> float:
    """From the scores of held-out ultrasound."""
    return round(MARGIN * float(np.quantile(scores, FAMILIAR)), 3)


def _refusals(score: np.ndarray, block: np.ndarray, about: tuple[str, str], limit: float) -> dict:
    """Share of pictures whose novelty lies above the limit."""
    return row(Scores(score - limit, np.ones(len(score)), block), (*about, 'novelty'), ('share refused', sensitivity), 1)


def _score(network: KidneyView, novelty: Novelty, pictures: Pictures, records: list[Record]):
    """Novelty and block of each record."""
    score = novelty.score(textures(network.trunk, pictures.exact[[r.index for r in records]]))
    return score, np.array([r.block for r in records])


def novelty_rows(network: KidneyView, novelty: Novelty, pictures: Pictures, seed: int) -> tuple[float, list[dict]]:
    """The limit; refusals of held-out ultrasound, and of each set that the score was fitted without."""
    score, blocks = _score(network, novelty, pictures, pictures.validation())
    limit = limit_of(score)
    rows = [_refusals(score, blocks, ('held-out ultrasound of all six sets', 'real'), limit)]
    for source in ('liver', 'carotid', 'hip', 'gallbladder', 'muscle'):
        fitted = [r for r in pictures.training() if r.source != source]
        partial = make_novelty(network, pictures, fitted, (seed, FEW))
        found, blocks = _score(network, partial, pictures, [r for r in pictures.records if r.source == source])
        about = (f'all pictures of {source}, that set left out of the fit of the novelty (not of the features)', 'real')
        rows.append(_refusals(found, blocks, about, limit))
    return limit, rows


def stranger_rows(network: KidneyView, novelty: Novelty, limit: float, photographs: Path | None) -> list[dict]:
    """Pictures that are no ultrasound, each kind by itself."""
    kinds = {f'drawn {name}': ('simulated', grey) for name, grey in draw_kinds(100, 1).items()}
    if photographs:
        kinds['photographs in grey from Debian packages, whole and cropped'] = ('real', load_photographs(photographs, 1))
    rows = []
    for name, (kind, grey) in kinds.items():
        score = novelty.score(textures(network.trunk, grey))
        rows.append(_refusals(score, np.arange(len(score)) // 4, (name, kind), limit))
    return rows


def simulated_row(network: KidneyView, novelty: Novelty, limit: float, records: list[Record]) -> dict:
    score = novelty.score(textures(network.trunk, np.stack([r.large for r in records])))
    about = ('simulated patients with other seeds than in training', 'simulated')
    return _refusals(score, np.array([r.block for r in records]), about, limit)


def outside_rows(network: KidneyView, novelty: Novelty, limits: tuple[float, Scale], pictures: Pictures) -> list[dict]:
    """Kidney crops of other scanners (hydronephrosis): never trained on. `limits`: novelty, scale of `wrong`."""
    records = [r for r in pictures.records if r.source == 'hydronephrosis']
    if not records:
        return []
    wrong = predict(network, pictures.exact[[r.index for r in records]])[0][:, 4]
    score, blocks = _score(network, novelty, pictures, records)
    about = ('kidney crops of other scanners (hydronephrosis set, stretched to squares), only measured on', 'real')
    called = _refusals(wrong, blocks, about, limits[1].cut)
    sure = _refusals(wrong, blocks, about, limits[1].band[1])
    return [
        _refusals(score, blocks, about, limits[0]),
        {**called, 'subject': 'wrong', 'metric': 'share called wrong at the threshold'},
        {**sure, 'subject': 'wrong', 'metric': 'share called wrong above the abstain band'},
    ]
