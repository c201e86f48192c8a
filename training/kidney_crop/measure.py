"""The card's figures: findings, kidney function, CKD, reliability."""
from __future__ import annotations

import numpy as np

from figures import Scores, auc, row, sensitivity, specificity
from kidney_crop.evaluate import Measured
from kidney_crop.network import FINDINGS
from kidney_crop.setting import Choice, Setting
from kidney_crop.trees import CKD

BINS = np.linspace(0, 1, 11)


def _moved(scores: Scores, by: float) -> Scores:
    return Scores(scores.score - by, scores.truth, scores.block)


def decision_rows(scores: Scores, choice: Choice, about: tuple[str, str, str], seed: int) -> list[dict]:
    """AUC, and sensitivity and specificity at the card's threshold."""
    moved = _moved(scores, choice.logit())
    return [
        row(scores, about, ('AUC', auc), seed),
        row(moved, about, ('sensitivity at the threshold', sensitivity), seed),
        row(moved, about, ('specificity at the threshold', specificity), seed),
    ]


def finding_rows(measured: Measured, setting: Setting, names: tuple[str, ...], seed: int) -> list[dict]:
    rows = []
    for name in names:
        rows += decision_rows(measured.scores(name), setting.findings[name], (*measured.about, name), seed)
    return rows


def called_row(measured: Measured, setting: Setting, name: str, seed: int) -> dict:
    """Share of all crops that are called `name`."""
    scores = measured.scores(name)
    called = Scores(scores.score - setting.findings[name].logit(), np.ones(len(scores.score)), scores.block)
    return row(called, (*measured.about, name), (f'share called {name} at the threshold', sensitivity), seed)


def pearson(scores: Scores) -> float:
    return float(np.corrcoef(scores.score, scores.truth)[0, 1])


def mean_error(scores: Scores) -> float:
    return float(np.abs(scores.score - scores.truth).mean())


def function_rows(measured: Measured, setting: Setting, seed: int) -> list[dict]:
    """Correlation, error, and how often the 90 % interval holds the truth."""
    said, spread = measured.egfr.mean(1), measured.egfr.std(1)
    scores = Scores(said, measured.truth, measured.block)
    half = setting.per_spread * spread + setting.floor
    held = Scores(half - np.abs(said - measured.truth), np.ones(len(said)), measured.block)
    wide = Scores(2 * half, np.ones(len(said)), measured.block)
    about = (*measured.about, 'function')
    return [
        row(scores, about, ('Pearson r', pearson), seed),
        row(scores, about, ('mean absolute error, mL/min/1.73 m²', mean_error), seed),
        row(held, about, ('share of truths in the 90 % interval', sensitivity), seed),
        row(wide, about, ('mean width of the 90 % interval, mL/min/1.73 m²', lambda s: float(s.score.mean())), seed),
    ]


def ckd_scores(measured: Measured, log_odds: np.ndarray) -> Scores:
    return Scores(log_odds, (measured.truth < CKD).astype(np.float32), measured.block)


def accuracy(scores: Scores) -> float:
    return float(((scores.score > 0) == (scores.truth == 1)).mean())


def ckd_rows(scores: Scores, choice: Choice, about: tuple[str, str], seed: int) -> list[dict]:
    whole = (*about, 'chronic-kidney-disease')
    moved = _moved(scores, choice.logit())
    return [*decision_rows(scores, choice, whole, seed), row(moved, whole, ('accuracy at the threshold', accuracy), seed)]


def reliability(scores: Scores, choice: Choice, about: tuple[str, str, str]) -> dict:
    """How often the label held, by tenths of the calibrated probability; empty tenths are left out."""
    said, bins = choice.probability(scores.score), []
    for low, high in zip(BINS[:-1], BINS[1:]):
        here = (said >= low) & ((said < high) | (high == 1))
        if here.any():
            means = {'said': said[here].mean(), 'seen': scores.truth[here].mean()}
            edges = {'low': round(float(low), 1), 'high': round(float(high), 1), 'n': int(here.sum())}
            bins.append({**edges, **{k: round(float(v), 4) for k, v in means.items()}})
    return {'dataset': about[0], 'pictures': about[1], 'subject': about[2], 'bins': bins}


def reliability_tables(sets: list[Measured], setting: Setting) -> list[dict]:
    """Each finding of each set, where both answers occur."""
    tables = []
    for measured in sets:
        for name in FINDINGS:
            scores = measured.scores(name)
            if len(np.unique(scores.truth)) == 2:
                tables.append(reliability(scores, setting.findings[name], (*measured.about, name)))
    return tables
