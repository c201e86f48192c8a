"""Fills in card.json: what the package is, what it was made of, what was measured, what it must not be used for."""
from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np

from golden import list_files
from kidney_view.evaluate import SIDE
from kidney_view.network import LABELS
from kidney_view.setting import OPERATING_POINT, UNSURE_ODDS, UNSURE_SHARE, Setting
from records import Record
from structures import STRUCTURES

VERSION, DATE = '2.0.0', '2026-11-25'
ATTRIBUTION = [
    'Pictures of kidneys, bladder and liver (abdomen): Kaggle "imtkaggleteam/kidney-stone-classification-and-object-detection", CC BY 4.0 as stated by re-users; contours and labels by this project',
    'Liver and carotid pictures: CC BY 4.0; infant hip and lower-limb muscle pictures: Apache-2.0; gallbladder pictures: MIT; sources in the data manifest',
    'Initial weights: MobileNetV2 1.0 224 quantised, google-coral/test_data, Apache-2.0',
]
USE = (
    'Feedback to learners on whether a grey-scale ultrasound picture shows the kidney and shows it well (artefact, '
    'incorrect gain, incorrect position, optimal or wrong organ), and the outline of the kidney and its parts. For teaching only.'
)
LIMITS = [
    'Not a medical device: not for diagnosis, triage or any decision about a patient.',
    'Says nothing about disease, stones or hydronephrosis; the pictures have no reliable labels of disease. The outlines are not meant for measuring patients.',
    'Kidney pictures come from one public set of a few Samsung scanners; other scanners were imitated by augmentation and simulation only.',
    'Cortex and medulla were learned from simulated pictures alone, and measured on such alone: on real pictures no one has checked them.',
    'Contours and natural faults were read by one reader without clinical training. Two such readers agree with Dice 0.955 (capsule) and 0.878 (central echo complex) on other pictures of the set, and on 10 of 12 labels: figures near or above that mean no more than agreement with this reader.',
    'Faults of gain, position and artefact in training were mostly made from real pictures by degrading them, or simulated; there are few natural ones in the held-out blocks: see the intervals.',
    'Wrong was trained on bladder, liver, gallbladder, carotid, infant hip and muscle pictures, on simulated organs and on views of kidney pictures without the kidney; other organs were not seen. In short trainings with one set left out, carotid, hip and muscle pictures were called Wrong or refused and three quarters of the gallbladder crops, but none of 18 liver pictures in curved sectors: most were taken for a kidney, and other abdominal organs in the same kind of sector may be. The app says so where it can outline no kidney.',
    'Colour Doppler, panoramic, 3D and contrast pictures were not seen; grey B-mode only.',
    'Groups are pictures, not patients: the set has no patient numbers, so one patient may stand on both sides of the split although blocks of 25 neighbouring groups were held out.',
    'Kinds of ultrasound that were not seen may be refused as novel: see the figures with a set left out of the fit.',
    'Temperatures, thresholds and bands were chosen on the same held-out pictures that the other figures are measured on; sensitivities and specificities use thresholds from the other half of the blocks.',
]
INPUT = {
    'tensor': 'input', 'width': SIDE, 'height': SIDE, 'channels': 1, 'colour': 'grey', 'range': [-1, 1],
    'region': 'sector', 'fit': 'letterbox',
}  # fmt: skip


def _training_data(records: list[Record], simulated: list[Record]) -> list[dict]:
    kidneys = [r for r in records if r.is_kidney]
    read = sum(r.reading is not None for r in kidneys)
    natural = f'contours and labels of one reader for {read} of them, contours and soft labels of a teacher network for the others'
    made = 'the same pictures with gain, shadows, gas, ring-down, movement, crops and zooms made in software'
    rows = [
        {'name': 'abdomen, kidneys', 'n': len(kidneys), 'pictures': 'real', 'use': natural},
        {'name': 'abdomen, kidneys, degraded', 'n': len(kidneys), 'pictures': 'degraded', 'use': made},
        {'name': 'simulated patients (src/phantom)', 'n': len(simulated), 'pictures': 'simulated',
         'use': 'all structures, natural faults of position, artefact and gain, other organs'},
    ]  # fmt: skip
    others = Counter(r.source for r in records if not r.is_kidney)
    for source, count in sorted(others.items()):
        name = 'abdomen, bladder, liver and gallbladder' if source == 'abdomen' else source
        rows.append({'name': name, 'n': count, 'pictures': 'real', 'use': 'wrong organ, no structures'})
    return rows


def _outputs(setting: Setting, novelty: float) -> list[dict]:
    labels, structures = setting.labels, setting.structures
    return [
        {
            'task': 'quality', 'tensor': 'logits', 'labels': list(LABELS), 'activation': 'sigmoid',
            'thresholds': [s.threshold for s in labels], 'temperatures': [s.temperature for s in labels],
            'abstain': [s.abstain for s in labels],
            'operatingPoint': f'{OPERATING_POINT}. The band of abstention reaches as far below the threshold as above (logits) '
            f'and holds about {UNSURE_SHARE:.0%} of each held-out set or less; it is no wider than a factor of '
            f'{np.exp(UNSURE_ODDS):.1f} in odds each way.',
        },
        {'task': 'activation-map', 'tensor': 'map'},
        {'task': 'novelty', 'tensor': 'novelty', 'threshold': novelty},
        {
            'task': 'segmentation', 'tensor': 'regions', 'structures': list(STRUCTURES), 'activation': 'sigmoid',
            'thresholds': [s.threshold for s in structures], 'temperatures': [s.temperature for s in structures],
        },
    ]  # fmt: skip


def make_card(folder: Path, facts: dict, records: list[Record], simulated: list[Record]) -> dict:
    """`facts`: metrics, robustness, reliability, novelty limit, golden, setting. `records`, `simulated`: trained on."""
    return {
        'schema': 1,
        'name': 'kidney-view',
        'version': VERSION,
        'format': 'tfjs-graph-model',
        'title': 'Kidney view: quality and outline',
        'date': DATE,
        'licence': 'Apache-2.0',
        'authors': ['Kidney Ultrasound Coach developers'],
        'attribution': ATTRIBUTION,
        'intendedUse': USE,
        'limits': LIMITS,
        'trainingData': _training_data(records, simulated),
        'metrics': facts['metrics'],
        'reliability': facts['reliability'],
        'robustness': facts['robustness'],
        'files': list_files(folder),
        'input': INPUT,
        'outputs': _outputs(facts['setting'], facts['novelty']),
        'golden': facts['golden'],
    }
