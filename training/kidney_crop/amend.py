"""Measures a package again and writes its card anew: weights, thresholds, temperatures and novelty stay as they are. For
crops that the app makes otherwise than before, and for cards that tell more."""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from batches import to_input
from export_tfjs import rounded
from kidney_crop.card import describe
from kidney_crop.crops import Crops
from kidney_crop.curves import curve, curves
from kidney_crop.evaluate import measure_as_they_came, measure_hydronephrosis, measure_pasted, measure_phantoms
from kidney_crop.measure import ckd_scores, reliability, reliability_tables
from kidney_crop.network import SIDE, KidneyCrop
from kidney_crop.package import DATE, TEST, VERSION, metric_rows
from kidney_crop.robustness import changed_rows, probe_rows
from kidney_crop.samples import Sources
from kidney_crop.setting import Choice, Setting
from kidney_crop.trees import logits_of_json


def setting_of(card: dict) -> Setting:
    """What the card says of temperatures, thresholds, bands and the interval."""
    by_task = {output['task']: output for output in card['outputs']}
    found, ckd, interval = by_task['findings'], by_task['boosted-trees'], by_task['function']['interval']
    rows = zip(found['labels'], found['temperatures'], found['thresholds'], found['abstain'])
    choices = {label: Choice(scale, cut, tuple(band)) for label, scale, cut, band in rows}
    return Setting(
        choices, Choice(ckd['temperature'], ckd['threshold'], tuple(ckd['abstain'])), interval['perSpread'], interval['floor']
    )


def _check(network: KidneyCrop, card: dict, package: Path) -> None:
    """This is the network of the package: it says of the golden pictures what the card does."""
    for golden in card['golden']:
        grey = np.frombuffer((package / golden['input']).read_bytes(), np.uint8).reshape(1, 1, SIDE, SIDE)
        difference = np.abs(network(to_input(grey)).logits[0].detach().numpy() - golden['outputs']['logits']).max()
        if difference > golden['tolerance']:
            raise SystemExit(f'{golden["input"]}: the network in training/work is not that of the package')


def amend_card(trained: KidneyCrop, sources: Sources, test: Crops, places: tuple[Path, Path], seed: int) -> None:
    """`places`: data and package. Figures of what is refused stay as they were: the novelty is not made again."""
    data, package = places
    card, network = json.loads((package / 'card.json').read_text()), rounded(trained)
    _check(network, card, package)
    setting = setting_of(card)
    simulated = measure_phantoms(network, test, TEST)
    sets = [simulated, measure_pasted(network, sources, 1, seed), measure_as_they_came(network, sources)]
    sets += [measure_hydronephrosis(network, data, half) for half in (0, 1)]
    log_odds = logits_of_json(json.loads((package / 'ckd.json').read_text()), simulated.features)
    ckd = (ckd_scores(simulated, log_odds), setting.ckd, (*simulated.about, 'chronic-kidney-disease'))
    facts = {
        'version': VERSION,
        'date': DATE,
        'metrics': metric_rows(sets, log_odds, setting, seed) + [m for m in card['metrics'] if m['subject'] == 'novelty'],
        'reliability': [*reliability_tables(sets, setting), reliability(*ckd)],
        'curves': [*curves(sets, setting), curve(*ckd)],
        'robustness': changed_rows(network, test, TEST, seed) + probe_rows(simulated, test, seed),
        'novelty': next(output['threshold'] for output in card['outputs'] if output['task'] == 'novelty'),
        **{name: card[name] for name in ('trainingData', 'golden')},
    }
    describe(package, facts, setting)
    print(f'{len(facts["metrics"])} figures and {len(facts["curves"])} curves in {package / "card.json"}')
