"""Is it a picture of tissue layers at all? The novelty output, its limit, and what it refuses."""
from __future__ import annotations

from pathlib import Path

import numpy as np

from figures import Scores, row, sensitivity
from novelty import Novelty, fit_novelty, textures
from strangers import draw_strangers, load_photographs
from tissue_layers.augment import make_sample
from tissue_layers.layers import BACKGROUND
from tissue_layers.measure import SIDE
from tissue_layers.network import TissueLayers, predict
from tissue_layers.pictures import Picture, TissueSet, fill

VARIED = 500  # augmented pictures that widen what counts as familiar
SHARES = 0.5, 0.25, 0.25  # of the fit: muscle as it is, augmented muscle, simulated limbs
FAMILIAR, MARGIN = 0.99, 1.5  # the limit: this quantile of held-out muscle and limbs, and room for other scanners
MOSTLY = 0.5  # of the sector called background: flagged as no picture of layers


def _varied(tissue: TissueSet, pictures: list[Picture], seed: int) -> np.ndarray:
    made = []
    for number in range(VARIED):
        rng = np.random.default_rng([seed, number])
        picture = pictures[rng.integers(len(pictures))]
        known = tissue.grey[320][picture.index], tissue.labels[320][picture.index]
        made.append(make_sample(known, picture.outline, SIDE, rng)[0])
    return np.stack(made)


def _share(values: np.ndarray, blocks: np.ndarray, about: tuple[str, str, str], metric: str, seed: int) -> dict:
    """Share of positive values."""
    return row(Scores(values, np.ones(len(values)), blocks), about, (metric, sensitivity), seed)


def background_share(network: TissueLayers, grey: np.ndarray, insides: np.ndarray) -> np.ndarray:
    """Of each sector, how much is called background; all [n, 224, 224] → [n]."""
    called = predict(network, grey)[0].argmax(1) == BACKGROUND
    small = insides[:, ::2, ::2]
    return (called & small).sum((1, 2)) / small.sum((1, 2))


class Gate:
    """The novelty and its limit on one network: gives rows for any set of pictures."""

    def __init__(self, network: TissueLayers, tissue: TissueSet, seed: int):
        self.network, self.tissue, self.seed = network, tissue, seed
        self.limbs = textures(network.trunk, self._grey(tissue.of('limb', False)))
        self.novelty = self._fit(tissue.of('muscle', False))
        familiar = tissue.of('muscle', True) + tissue.of('limb', True)
        scores = self.novelty.score(textures(network.trunk, self._grey(familiar)))
        self.limit = round(MARGIN * float(np.quantile(scores, FAMILIAR)), 3)

    def _fit(self, muscle: list[Picture]) -> Novelty:
        """`muscle`: the real pictures that are familiar."""
        varied = _varied(self.tissue, muscle, self.seed)
        real = [textures(self.network.trunk, grey) for grey in (self._grey(muscle), varied)]
        features = [*real, self.limbs]
        weights = [np.full(len(part), share / len(part)) for part, share in zip(features, SHARES)]
        return fit_novelty(np.concatenate(features), np.concatenate(weights)).rounded()

    def _grey(self, pictures: list[Picture]) -> np.ndarray:
        return self.tissue.grey[SIDE][[p.index for p in pictures]]

    def rows(self, grey: np.ndarray, insides: np.ndarray, blocks: np.ndarray, about: tuple[str, str]) -> list[dict]:
        """Share refused; share refused or flagged."""
        over = self.novelty.score(textures(self.network.trunk, grey)) - self.limit
        empty = background_share(self.network, grey, insides) - MOSTLY
        whole = (*about, 'novelty')
        either = 'share refused, or flagged because over half of the sector is called background'
        return [
            _share(over, blocks, whole, 'share refused', self.seed),
            _share(np.maximum(np.sign(over), np.sign(empty)), blocks, whole, either, self.seed),
        ]

    def rows_of(self, pictures: list[Picture], about: tuple[str, str]) -> list[dict]:
        insides = np.stack([fill(p.outline * SIDE / 320, SIDE) for p in pictures])
        return self.rows(self._grey(pictures), insides, np.array([p.block for p in pictures]), about)

    def left_out(self) -> list[dict]:
        """Each scanner's muscle pictures with that scanner left out of the fit of the novelty (not of the features)."""
        rows, muscle = [], [p for p in self.tissue.pictures if p.source == 'muscle']
        for scanner in sorted({p.scanner for p in muscle}):
            mine = [p for p in muscle if p.scanner == scanner]
            fitted = [p for p in self.tissue.of('muscle', False) if p.scanner != scanner]
            partial = self._fit(fitted)
            over = partial.score(textures(self.network.trunk, self._grey(mine))) - self.limit
            name = f'muscle pictures of {scanner} pixels, these left out of the fit of the novelty (not of the features)'
            rows.append(_share(over, np.array([p.block for p in mine]), (name, 'real', 'novelty'), 'share refused', self.seed))
        return rows


KINDS = {
    'muscle': ('held-out films of the muscle set', 'real'),
    'limb': ('held-out simulated limbs', 'simulated'),
    'abdomen': ('held-out simulated abdomens', 'simulated'),
    'kidney': ('held-out kidneys of the set abdomen', 'real'),
    'thigh': ('thigh slices in a water bath', 'real'),
    **{name: (f'{name} pictures, not trained on', 'real') for name in ('liver', 'carotid', 'hip', 'gallbladder')},
}


def refusal_rows(gate: Gate, photographs: Path | None) -> list[dict]:
    """What is refused, or at least flagged, of each kind of picture."""
    rows = []
    for source, about in KINDS.items():
        pictures = gate.tissue.of(source, True)
        rows += gate.rows_of(pictures, about) if pictures else []
    strange = {'drawn noise, gradients, text, flat shapes and X-ray stand-ins': ('simulated', draw_strangers(200, gate.seed))}
    if photographs:
        photos = load_photographs(photographs, gate.seed)
        strange['photographs in grey from Debian packages, whole and cropped'] = ('real', photos)
    for name, (kind, grey) in strange.items():
        everywhere, blocks = np.ones(grey.shape, bool), np.arange(len(grey)) // 4
        rows += gate.rows(grey, everywhere, blocks, (name, kind))
    return rows + gate.left_out()
