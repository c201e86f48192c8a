"""From a trained network to a package: trees, setting, figures, graph, golden pictures and card, swapped in at the end."""
from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from batches import to_input
from export_tfjs import rounded
from golden import write_golden
from kidney_crop.card import describe
from kidney_crop.crops import Crops, all_labels, egfr
from kidney_crop.curves import curve, curves
from kidney_crop.evaluate import (
    Measured, measure_as_they_came, measure_hydronephrosis, measure_pasted, measure_phantoms,
)  # fmt: skip
from kidney_crop.export import export, outputs_of
from kidney_crop.measure import called_row, ckd_rows, ckd_scores, finding_rows, function_rows, reliability, reliability_tables
from kidney_crop.network import FINDINGS, KidneyCrop, predict
from kidney_crop.robustness import changed_rows, probe_rows
from kidney_crop.samples import Samples, Sources
from kidney_crop.setting import Setting, choose_setting
from kidney_crop.strange import Gate, refusal_rows
from kidney_crop.train import STAGES
from kidney_crop.trees import fit_trees, logits_of, write_fixture, write_trees
from novelty import Novelty
from verification import write_check

VERSION, DATE = '1.1.0', '2026-11-26'
CALIBRATION, TEST = 'calibration phantoms', 'test phantoms: simulated patients of seeds that nothing was chosen on'
TOLERANCE = 0.05
TREE_SAMPLES = 6000  # varied training crops that the trees learn from, besides the crops as they are


@dataclass(frozen=True)
class Held:
    """Simulated patients that were not trained on."""

    calibration: Crops
    test: Crops


@dataclass(frozen=True)
class Places:
    """`photographs`: pictures that are no ultrasound, or None. `fixture`: the app's test of the trees."""

    work: Path
    data: Path
    package: Path
    fixture: Path
    photographs: Path | None


def _tree_features(network: KidneyCrop, sources: Sources, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Features and eGFR of training phantoms: as the app crops them, and varied."""
    crops, samples = sources.phantoms, Samples(sources, STAGES[-1].how, 0, seed)
    truth = egfr(crops)
    rng = np.random.default_rng(seed)
    chosen = rng.integers(0, len(crops), TREE_SAMPLES)
    varied = np.stack([samples.varied(int(index), np.random.default_rng([seed, n])) for n, index in enumerate(chosen)])
    grey = np.concatenate([np.asarray(crops.exact), varied])
    found = predict(network, [to_input(grey[at : at + 32, None]) for at in range(0, len(grey), 32)])
    return found['features'].numpy(), np.concatenate([truth, truth[chosen]])


def metric_rows(measured: list[Measured], ckd: np.ndarray, setting: Setting, seed: int) -> list[dict]:
    """`measured`: test phantoms, drawn findings, real kidneys as they came, the hydronephrosis set's halves."""
    test, pasted, came, *outside = measured
    rows = finding_rows(test, setting, FINDINGS, seed) + finding_rows(pasted, setting, FINDINGS, seed)
    for half in outside:
        rows += finding_rows(half, setting, ('hydronephrosis', 'abnormal'), seed)
    rows += [called_row(came, setting, name, seed) for name in FINDINGS]
    rows += function_rows(test, setting, seed)
    return rows + ckd_rows(ckd_scores(test, ckd), setting.ckd, test.about, seed)


def _training_data(sources: Sources) -> list[dict]:
    real, others = len(sources.trained_kidneys()), sum(map(len, sources.others.values()))
    drawn = 'the same kidneys with hydronephrosis, cysts, stones, masses or a bright cortex drawn into them'
    rows = (
        ('simulated patients', len(sources.phantoms), 'simulated', 'findings, their places, eGFR and CKD'),
        ('abdomen, kidneys', real, 'real', 'taken for mostly normal, with soft labels; function unknown'),
        ('abdomen, kidneys with drawn findings', real, 'degraded', drawn),
        ('other organs of the sets ' + ', '.join(sources.others), others, 'real', 'no kidney here'),
    )
    return [dict(zip(('name', 'n', 'pictures', 'use'), row)) for row in rows]


def _golden(model: tuple[KidneyCrop, Novelty], crops: Crops, folder: Path) -> list[dict]:
    """The first test crop without a finding, with hydronephrosis, and with a stone."""
    labels = all_labels(crops)
    wanted = {'normal': (0, 0), 'hydronephrosis': (5, 1), 'stone': (1, 1)}
    chosen = {name: int(np.flatnonzero(labels[:, column] == value)[0]) for name, (column, value) in wanted.items()}
    pictures = {name: np.array(crops.exact[index]) for name, index in chosen.items()}
    outputs = {name: outputs_of(model, to_input(grey[None, None])) for name, grey in pictures.items()}
    return write_golden(folder, pictures, outputs, TOLERANCE)


def _check(network: KidneyCrop, novelty: Novelty, crops: Crops, work: Path) -> None:
    """What verify.ts compares TF.js with: 40 test crops."""
    chosen = np.asarray(crops.exact[:: max(1, len(crops) // 40)][:40])
    found = [outputs_of((network, novelty), to_input(grey[None, None])) for grey in chosen]
    write_check(work / 'kidney-crop', chosen, {name: np.stack([f[name] for f in found]) for name in found[0]})


def make_package(trained: KidneyCrop, sources: Sources, held: Held, places: Places, seed: int) -> dict:
    """Writes the package; returns the facts of its card."""
    network, draft = rounded(trained), places.work / 'kidney-crop' / 'package'
    calibration = measure_phantoms(network, held.calibration, CALIBRATION)
    trees = fit_trees(*_tree_features(network, sources, seed), seed)
    ckd = ckd_scores(calibration, logits_of(trees, calibration.features))
    setting = choose_setting(calibration, measure_pasted(network, sources, 0, seed), ckd)
    test = measure_phantoms(network, held.test, TEST)
    sets = [test, measure_pasted(network, sources, 1, seed), measure_as_they_came(network, sources)]
    sets += [measure_hydronephrosis(network, places.data, half) for half in (0, 1)]
    log_odds = logits_of(trees, test.features)
    gate = Gate(network, sources, held.calibration, seed)
    about = (*test.about, 'chronic-kidney-disease')
    shutil.rmtree(draft, ignore_errors=True)
    export(network, gate.novelty, draft)
    write_trees(trees, draft / 'ckd.json')
    write_fixture(trees, test.features[::20][:24], places.fixture)
    facts = {
        'version': VERSION,
        'date': DATE,
        'trainingData': _training_data(sources),
        'metrics': metric_rows(sets, log_odds, setting, seed)
        + refusal_rows(gate, sources, held.test, (places.work, places.data, places.photographs)),
        'reliability': reliability_tables(sets, setting)
        + [reliability(ckd_scores(test, log_odds), setting.ckd, about)],
        'curves': curves(sets, setting) + [curve(ckd_scores(test, log_odds), setting.ckd, about)],
        'robustness': changed_rows(network, held.test, TEST, seed) + probe_rows(test, held.test, seed),
        'golden': _golden((network, gate.novelty), held.test, draft),
        'novelty': gate.limit,
    }
    describe(draft, facts, setting)
    _check(network, gate.novelty, held.test, places.work)
    shutil.rmtree(places.package, ignore_errors=True)
    shutil.copytree(draft, places.package)
    return facts
