"""From a trained network to a package: novelty, figures, graph, golden pictures and card, swapped in at the end."""
from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from export_tfjs import rounded
from golden import write_card, write_golden
from kidney_view.card import make_card
from kidney_view.evaluate import measure, measure_degraded
from kidney_view.export import OUTPUTS, export, outputs_of
from kidney_view.measure import band_rows, dice_rows, fault_rows, reliability_rows, wrong_rows
from kidney_view.network import LABELS, KidneyView
from kidney_view.novelty_limit import VARIED, make_novelty, novelty_rows, outside_rows, simulated_row, stranger_rows
from kidney_view.robustness import robustness_rows
from kidney_view.setting import Held, choose_setting
from novelty import Novelty
from records import Pictures, Record
from verification import write_check

TOLERANCE = 0.05
CHECKED = 40  # held-out pictures that TF.js is compared on
GOLDEN = ('optimal', 'wrong')  # of each a simulated picture; the first with regions


@dataclass(frozen=True)
class Job:
    """Real pictures, simulated ones to train on and held out; photographs or None; work and package folder; seed."""

    pictures: Pictures
    simulated: list[Record]
    held_out: list[Record]
    photographs: Path | None
    work: Path
    folder: Path
    seed: int


def _measure(network: KidneyView, job: Job) -> Held:
    records, exact = job.pictures.validation(), job.pictures.exact
    return Held(
        measure(network, exact[[r.index for r in records]], records),
        measure_degraded(network, records, job.seed),
        measure(network, np.stack([r.large for r in job.held_out]), job.held_out),
    )


def _golden(network: KidneyView, novelty: Novelty, job: Job, draft: Path) -> list[dict]:
    pictures = {}
    for label in GOLDEN:
        record = next(r for r in job.held_out if (r.soft.get(label) == 1 if r.is_kidney else label == 'wrong'))
        pictures[f'phantom-{label}'] = np.asarray(record.large)
    outputs = {name: outputs_of(network, novelty, grey) for name, grey in pictures.items()}
    for name in list(outputs)[1:]:
        del outputs[name]['regions']  # one is enough, and large
    return write_golden(draft, pictures, outputs, TOLERANCE)


def _leave_check(network: KidneyView, novelty: Novelty, job: Job) -> None:
    grey = job.pictures.exact[[r.index for r in job.pictures.validation()[::24]][:CHECKED]]
    found = [outputs_of(network, novelty, picture) for picture in grey]
    write_check(job.work, grey, {name: np.stack([f[name] for f in found]) for name in OUTPUTS})


def _print(metrics: list[dict]) -> None:
    for m in metrics:
        low, high = m['interval']
        change = f' [{m["change"]}]' if 'change' in m else ''
        print(f'{m["subject"]:20} {m["value"]:.3f} ({low:.3f}–{high:.3f}) n={m["n"]} {m["metric"]} | {m["dataset"]}{change}')


def make_package(network: KidneyView, job: Job) -> None:
    """Everything but the figures of left_out.py."""
    network = rounded(network)
    held = _measure(network, job)
    setting = choose_setting(held)
    novelty = make_novelty(network, job.pictures, job.pictures.training() + job.simulated, (job.seed, VARIED))
    limit, strange = novelty_rows(network, novelty, job.pictures, job.seed)
    strange += [simulated_row(network, novelty, limit, job.held_out)]
    strange += stranger_rows(network, novelty, limit, job.photographs)
    strange += outside_rows(network, novelty, (limit, setting.labels[LABELS.index('wrong')]), job.pictures)
    metrics = dice_rows(held, setting, job.seed) + wrong_rows(held, job.seed) + fault_rows(held, job.seed)
    metrics += band_rows(held, setting, job.seed) + strange
    robust = robustness_rows(network, job.pictures.exact, job.pictures.validation(), (setting, job.seed))
    draft = job.work / 'package'
    shutil.rmtree(draft, ignore_errors=True)
    export(network, novelty, draft)
    facts = {'metrics': metrics, 'robustness': robust, 'reliability': reliability_rows(held, setting), 'novelty': limit,
             'golden': _golden(network, novelty, job, draft), 'setting': setting}  # fmt: skip
    write_card(draft, make_card(draft, facts, job.pictures.training(), job.simulated))
    _leave_check(network, novelty, job)
    _print(metrics + robust)
    shutil.rmtree(job.folder, ignore_errors=True)
    shutil.copytree(draft, job.folder)
