"""From a trained network to a package: novelty, figures, graph, golden pictures and card, swapped in at the end."""
from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np

from card import write_card
from dataset import Mix, Samples
from evaluate import SIDE, measure_degraded, measure_natural
from export_tfjs import export, rounded
from golden import outputs_of, write_golden
from measure import choose_setting, fault_rows, refusal_row, wrong_rows
from mobilenet_v2 import KidneyView
from novelty import Novelty, fit_novelty, textures
from records import Pictures, Record
from strangers import draw_strangers, load_photographs
from train import predict

VERSION, DATE = '1.0.0', '2026-11-21'
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


def make_novelty(
    network: KidneyView, pictures: Pictures, records: list[Record], seed: int, varied_count: int = VARIED
) -> Novelty:
    """Fitted on training pictures as they are and on augmented ones."""
    exact = textures(network, pictures.exact[[r.index for r in records]])
    samples = Samples(pictures, records, Mix(), (varied_count, SIDE, seed))
    varied = textures(network, np.stack([samples.sample(i).grey for i in range(varied_count)]))
    weights = np.concatenate([_balanced(records), np.full(varied_count, VARIED_WEIGHT / varied_count)])
    return fit_novelty(np.concatenate([exact, varied]), weights).rounded()


def _score(network: KidneyView, novelty: Novelty, pictures: Pictures, records: list[Record]):
    """Novelty and block of each record."""
    score = novelty.score(textures(network, pictures.exact[[r.index for r in records]]))
    return score, np.array([r.block for r in records])


def novelty_rows(network: KidneyView, novelty: Novelty, pictures: Pictures, photographs: Path | None, seed: int):
    """The threshold, and how many pictures of each kind lie above it."""
    score, blocks = _score(network, novelty, pictures, pictures.validation())
    limit = round(MARGIN * float(np.quantile(score, FAMILIAR)), 3)
    rows = [refusal_row(score, blocks, ('held-out ultrasound of all six sets', 'real'), limit, seed)]
    for source in ('liver', 'carotid', 'hip', 'gallbladder', 'muscle'):
        fitted = [r for r in pictures.training() if r.source != source]
        left_out = [r for r in pictures.records if r.source == source]
        partial = make_novelty(network, pictures, fitted, seed, FEW)
        found, blocks = _score(network, partial, pictures, left_out)
        about = (f'all pictures of {source}, that set left out of the fit of the novelty (not of the features)', 'real')
        rows.append(refusal_row(found, blocks, about, limit, seed))
    strange = {'drawn noise, gradients, text and shapes': ('simulated', draw_strangers(200, seed))}
    if photographs:
        photos = load_photographs(photographs, seed)
        strange['photographs in grey from Debian packages, whole and cropped'] = ('real', photos)
    for name, (kind, grey) in strange.items():
        found = novelty.score(textures(network, grey))
        rows.append(refusal_row(found, np.arange(len(found)) // 4, (name, kind), limit, seed))
    return limit, rows


def outside_rows(network: KidneyView, novelty: Novelty, limits: tuple[float, float], pictures: Pictures, seed: int):
    """Kidney crops of other scanners (hydronephrosis): never trained on. `limits`: novelty, logit of `wrong`."""
    records = [r for r in pictures.records if r.source == 'hydronephrosis']
    if not records:
        return []
    logits = predict(network, pictures.exact[[r.index for r in records]])
    score, blocks = _score(network, novelty, pictures, records)
    name = 'kidney crops of other scanners (hydronephrosis set, stretched to squares), only measured on'
    wrong = refusal_row(logits[:, 4], blocks, (name, 'real'), limits[1], seed)
    return [
        refusal_row(score, blocks, (name, 'real'), limits[0], seed),
        {**wrong, 'subject': 'wrong', 'metric': 'share called wrong at the threshold'},
    ]


def _write_check(network: KidneyView, novelty: Novelty, pictures: Pictures, work: Path) -> None:
    """What verify.ts compares TF.js with: 40 held-out pictures. They stay in the ignored work folder."""
    chosen = pictures.exact[[r.index for r in pictures.validation()[::24]][:40]]
    (work / 'verify.bin').write_bytes(chosen.tobytes())
    logits = [outputs_of(network, novelty, grey)['logits'].tolist() for grey in chosen]
    (work / 'verify.json').write_text(json.dumps(logits))


def make_package(network: KidneyView, pictures: Pictures, places: tuple[Path, Path, Path | None], seed: int) -> None:
    """`places`: work folder, package folder, and a folder of photographs or None."""
    work, folder, photographs = places
    network = rounded(network)
    held_out = pictures.validation()
    natural = measure_natural(network, pictures, held_out)
    degraded = measure_degraded(network, pictures, held_out, seed)
    setting = choose_setting(natural, degraded)
    novelty = make_novelty(network, pictures, pictures.training(), seed)
    limit, strange = novelty_rows(network, novelty, pictures, photographs, seed)
    metrics = wrong_rows(natural, degraded, seed) + fault_rows(natural, degraded, seed) + strange
    p, scale = setting.thresholds[4], setting.temperatures[4]
    metrics += outside_rows(network, novelty, (limit, scale * float(np.log(p / (1 - p)))), pictures, seed)
    draft = work / 'package'
    shutil.rmtree(draft, ignore_errors=True)
    export(network, novelty, draft)
    golden = write_golden(network, novelty, draft)
    facts = {'version': VERSION, 'date': DATE, 'metrics': metrics, 'golden': golden, 'novelty': limit}
    write_card(draft, facts, setting, pictures.training())
    _write_check(network, novelty, pictures, work)
    for m in metrics:
        low, high = m['interval']
        print(f'{m["subject"]:9} {m["value"]:.3f} ({low:.3f}–{high:.3f}) n={m["n"]} {m["metric"]} | {m["dataset"]}')
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(draft, folder)
