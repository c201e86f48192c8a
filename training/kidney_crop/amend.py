"""Writes the card of a package anew without measuring all of it again: words, ages and curves are new, figures, weights and
setting stay as the card has them."""
from __future__ import annotations

import json
from pathlib import Path

from export_tfjs import rounded
from kidney_crop.card import describe
from kidney_crop.crops import Crops
from kidney_crop.curves import curve, curves
from kidney_crop.evaluate import measure_hydronephrosis, measure_pasted, measure_phantoms
from kidney_crop.measure import ckd_scores
from kidney_crop.network import KidneyCrop
from kidney_crop.package import DATE, TEST, VERSION
from kidney_crop.samples import Sources
from kidney_crop.setting import Choice, Setting
from kidney_crop.trees import logits_of_json

KEPT = ('trainingData', 'metrics', 'reliability', 'robustness', 'golden')


def setting_of(card: dict) -> Setting:
    """What the card says of temperatures, thresholds, bands and the interval."""
    by_task = {output['task']: output for output in card['outputs']}
    found, ckd, interval = by_task['findings'], by_task['boosted-trees'], by_task['function']['interval']
    rows = zip(found['labels'], found['temperatures'], found['thresholds'], found['abstain'])
    choices = {label: Choice(scale, cut, tuple(band)) for label, scale, cut, band in rows}
    return Setting(
        choices, Choice(ckd['temperature'], ckd['threshold'], tuple(ckd['abstain'])), interval['perSpread'], interval['floor']
    )


def _check(card: dict, made: dict, threshold: float) -> None:
    """The curve goes through the card's own figures: this is the network that they were measured with."""
    about = {'dataset': made['dataset'], 'subject': made['subject']}
    point = next(p for p in made['points'] if p[0] == threshold)
    for name, value in (('sensitivity', point[1]), ('specificity', point[2])):
        said = next(m for m in card['metrics'] if m['metric'] == f'{name} at the threshold' and about.items() <= m.items())
        if abs(said['value'] - value) > 1e-3:
            raise SystemExit(f'{about}: {name} {value}, but {said["value"]} in the card')


def amend_card(trained: KidneyCrop, sources: Sources, test: Crops, places: tuple[Path, Path], seed: int) -> None:
    """`places`: data and package."""
    data, package = places
    card, network = json.loads((package / 'card.json').read_text()), rounded(trained)
    setting = setting_of(card)
    simulated = measure_phantoms(network, test, TEST)
    sets = [simulated, measure_pasted(network, sources, 1, seed)]
    sets += [measure_hydronephrosis(network, data, half) for half in (0, 1)]
    log_odds = logits_of_json(json.loads((package / 'ckd.json').read_text()), simulated.features)
    made = curves(sets, setting)
    for one in made:
        _check(card, one, setting.findings[one['subject']].threshold)
    ckd = curve(ckd_scores(simulated, log_odds), setting.ckd, (*simulated.about, 'chronic-kidney-disease'))
    _check(card, ckd, setting.ckd.threshold)
    novelty = next(output['threshold'] for output in card['outputs'] if output['task'] == 'novelty')
    facts = {name: card[name] for name in KEPT}
    describe(package, {**facts, 'curves': [*made, ckd], 'version': VERSION, 'date': DATE, 'novelty': novelty}, setting)
    print(f'{len(made) + 1} curves in {package / "card.json"}')
