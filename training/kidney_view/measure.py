"""All figures of the card about labels and structures, in the order in which they are printed."""
from __future__ import annotations

import numpy as np

from calibrate import cross_fitted, reliability
from figures import Scores, auc, average, row, sensitivity, specificity
from kidney_view.evaluate import VERSIONS, Measured
from kidney_view.network import LABELS
from kidney_view.overlap import overlaps, pixels, share_drawn
from kidney_view.setting import Held, Setting, parts_of, set_of
from structures import STRUCTURES

FAULTS = LABELS[:4]
CROSSED = 'threshold chosen on the other half of the held-out blocks'
KINDS = ('degraded', 'real')
DATA = {
    'degraded': f"held-out blocks of abdomen, pictures with a reader's labels, {VERSIONS} versions each, degraded at random",
    'real': 'held-out blocks of abdomen, natural faults as one reader labelled them',
}
LEFT_OUT = 'views of held-out kidney pictures that leave the kidney out, against degraded views with it'
PHANTOM = 'simulated patients with other seeds than in training'
DRAWN_SHARE = 0.02  # of the picture: a capsule this large where there is none counts as a false one


def _rows(scores: Scores, crossed: Scores, about: tuple[str, str, str], seed: int) -> list[dict]:
    return [
        row(scores, about, ('AUC', auc), seed),
        row(crossed, about, (f'sensitivity, {CROSSED}', sensitivity), seed),
        row(crossed, about, (f'specificity, {CROSSED}', specificity), seed),
    ]


def fault_rows(held: Held, seed: int) -> list[dict]:
    """Degraded, natural and simulated figures of each label beside each other."""
    rows = []
    for label in FAULTS:
        parts = parts_of(held, label)
        for part, moved, kind in zip(parts, cross_fitted(parts, seed), KINDS):
            rows += _rows(part, moved, (DATA[kind], kind, label), seed)
        kidneys = held.simulated.truth[:, LABELS.index('wrong')] == 0
        rows.append(row(held.simulated.scores(label, kidneys), (PHANTOM, 'simulated', label), ('AUC', auc), seed))
    return rows


def wrong_rows(held: Held, seed: int) -> list[dict]:
    """Other organs against kidneys: all, each source, views that leave the kidney out, simulated ones."""
    natural, (left_out, everything) = held.natural, parts_of(held, 'wrong')
    crossed = cross_fitted([left_out, everything], seed)
    kidneys = 'all kidney pictures of held-out blocks'
    rows = _rows(everything, crossed[1], (f'held-out other organs against {kidneys}', 'real', 'wrong'), seed)
    for source in np.unique(natural.source[natural.source != 'kidney']):
        chosen = np.isin(natural.source, ['kidney', source])
        about = (f'held-out other organs of the set {source} against {kidneys}', 'real', 'wrong')
        rows.append(row(natural.scores('wrong', chosen), about, ('AUC', auc), seed))
    rows += _rows(left_out, crossed[0], (LEFT_OUT, 'degraded', 'wrong'), seed)
    return rows + [row(held.simulated.scores('wrong'), (PHANTOM, 'simulated', 'wrong'), ('AUC', auc), seed)]


def mean_row(values: np.ndarray, blocks: np.ndarray, about: tuple[str, str, str], metric: str, seed: int) -> dict:
    """Mean of the values that are not NaN."""
    known = ~np.isnan(values)
    scores = Scores(values[known], np.ones(int(known.sum())), blocks[known])
    return row(scores, about, (metric, average), seed)


def dice_rows(held: Held, setting: Setting, seed: int) -> list[dict]:
    """By sharpness of the border in real pictures; all four structures in simulated ones, well shown and all."""
    cuts = [scale.cut for scale in setting.structures]
    natural, metric, rows = held.natural, 'Dice, mean over pictures', []
    found = overlaps(natural.regions, natural.bits, natural.known, cuts)
    for index, name in enumerate(STRUCTURES[:2]):
        for least, words in ((2, 'border sharp (2–3)'), (1, 'all borders but guessed ones (1–3)')):
            values = np.where(natural.border >= least, found[:, index], np.nan)
            about = (f'held-out blocks of abdomen, contours of one reader, {words}', 'real', name)
            rows.append(mean_row(values, natural.block, about, metric, seed))
    simulated = held.simulated
    found = overlaps(simulated.regions, simulated.bits, simulated.known, cuts)
    shown = simulated.truth[:, LABELS.index('optimal')] == 1
    for group, words in ((shown, 'without a fault'), (shown | True, 'all, also where shadow or gain hides the kidney')):
        for index, name in enumerate(STRUCTURES):
            values = np.where(group, found[:, index], np.nan)
            rows.append(mean_row(values, simulated.block, (f'{PHANTOM}, {words}', 'simulated', name), metric, seed))
    return rows + [_false_row(natural, cuts[0], seed)]


def _false_row(natural: Measured, cut: float, seed: int) -> dict:
    other = natural.source != 'kidney'
    drawn = (share_drawn(natural.regions[other, 0], cut) >= DRAWN_SHARE).astype(float)
    about = ('held-out other organs of all six sets', 'real', 'capsule')
    return mean_row(drawn, natural.block[other], about, 'share with a capsule outlined on 2 % of the picture or more', seed)


def band_rows(held: Held, setting: Setting, seed: int) -> list[dict]:
    """How often the answer is wrong in the band of abstention and outside it, and how many pictures lie in it."""
    rows = []
    for label, scale in zip(LABELS, setting.labels):
        for part, kind in zip(parts_of(held, label), KINDS):
            unsure = (part.score > scale.band[0]) & (part.score < scale.band[1])
            missed = ((part.score > scale.cut) != (part.truth == 1)).astype(float)
            about = (DATA[kind] if label != 'wrong' else {'degraded': LEFT_OUT, 'real': 'held-out kidneys and other organs'}[kind], kind, label)
            wanted = ((missed, ~unsure, 'error outside the abstain band'), (missed, unsure, 'error in the abstain band'),
                      (unsure.astype(float), np.ones(len(unsure), bool), 'share in the abstain band'))  # fmt: skip
            rows += [mean_row(v[m], part.block[m], about, metric, seed) for v, m, metric in wanted if m.any()]
    return rows


def reliability_rows(held: Held, setting: Setting) -> list[dict]:
    """Tables of ten bins: each label on degraded and real pictures, each structure over pixels."""
    tables = []
    for label, scale in zip(LABELS, setting.labels):
        for part, kind in zip(parts_of(held, label), KINDS):
            bins = reliability(scale.probability(part.score), part.truth)
            tables.append({'dataset': f'{kind} held-out pictures', 'pictures': kind, 'subject': label, 'bins': bins})
    for index, (name, scale) in enumerate(zip(STRUCTURES, setting.structures)):
        m = set_of(held, name)
        logits, truth = pixels(m.regions, m.bits, m.known, index)
        kind = 'real' if index < 2 else 'simulated'
        bins = reliability(scale.probability(logits), truth)
        tables.append({'dataset': f'pixels of {kind} held-out pictures with the structure', 'pictures': kind, 'subject': name, 'bins': bins})
    return tables
