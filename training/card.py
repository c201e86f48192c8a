"""Writes card.json: what the package is, what it was made of, what was measured, what it must not be used for."""
from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

from evaluate import SIDE
from measure import Setting
from mobilenet_v2 import LABELS
from records import Record

ATTRIBUTION = [
    'Pictures of kidneys, bladder and liver (abdomen): Kaggle "imtkaggleteam/kidney-stone-classification-and-object-detection", CC BY 4.0 as stated by re-users; contours and labels by this project',
    'Liver and carotid pictures: CC BY 4.0; infant hip and lower-limb muscle pictures: Apache-2.0; gallbladder pictures: MIT; sources in the data manifest',
    'Initial weights: MobileNetV2 1.0 224 quantised, google-coral/test_data, Apache-2.0',
]
USE = (
    'Feedback to learners on whether a grey-scale ultrasound picture shows the kidney and shows it well: '
    'artefact, incorrect gain, incorrect position, optimal or wrong organ. For teaching only.'
)
LIMITS = [
    'Not a medical device: not for diagnosis, triage or any decision about a patient.',
    'Says nothing about disease, stones or hydronephrosis; the pictures have no reliable labels of disease.',
    'Kidney pictures come from one public set of a few Samsung scanners; other scanners were imitated by augmentation only.',
    'Faults of gain, position and artefact in training were mostly made from real pictures by degrading them; natural faults were labelled by one reader without clinical training, and there are few of them in the held-out blocks.',
    'Wrong was trained on bladder, liver, gallbladder, carotid, infant hip and muscle pictures and on views of kidney pictures without the kidney; other organs were not seen.',
    'Colour Doppler, panoramic, 3D and contrast pictures were not seen; grey B-mode only.',
    'Groups are pictures, not patients: the set has no patient numbers, so one patient may stand on both sides of the split although blocks of 25 neighbouring groups were held out.',
    'Kinds of ultrasound that were not seen may be refused as novel: see the figures with a set left out of the fit. The margin of that limit was chosen with the refusals of photographs and foreign kidney crops in view.',
    'Temperatures and thresholds were chosen on the same held-out blocks that the areas under the curve are measured on.',
]

INPUT = {
    'tensor': 'input',
    'width': SIDE,
    'height': SIDE,
    'channels': 1,
    'colour': 'grey',
    'range': [-1, 1],
    'region': 'sector',
    'fit': 'letterbox',
}


def _training_data(records: list[Record]) -> list[dict]:
    kidneys = [r for r in records if r.is_kidney]
    read = sum(r.reading is not None for r in kidneys)
    natural = f'natural labels of one reader for {read} of them, soft labels of a teacher network for the others'
    made = 'the same pictures with gain, shadows, gas, ring-down, movement, crops and zooms made in software'
    rows = [
        {'name': 'abdomen, kidneys', 'n': len(kidneys), 'pictures': 'real', 'use': natural},
        {'name': 'abdomen, kidneys, degraded', 'n': len(kidneys), 'pictures': 'degraded', 'use': made},
    ]
    others = Counter(r.source for r in records if not r.is_kidney)
    for source, count in sorted(others.items()):
        name = 'abdomen, bladder, liver and gallbladder' if source == 'abdomen' else source
        rows.append({'name': name, 'n': count, 'pictures': 'real', 'use': 'wrong organ'})
    return rows


def _files(folder: Path) -> list[dict]:
    paths = [folder / 'model.json', folder / 'weights.bin', *sorted((folder / 'golden').glob('*.bin'))]
    return [
        {
            'path': path.relative_to(folder).as_posix(),
            'bytes': path.stat().st_size,
            'sha256': hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in paths
    ]


def write_card(folder: Path, facts: dict, setting: Setting, records: list[Record]) -> None:
    """`facts`: version, date, metrics, golden, novelty threshold. `records`: those trained on."""
    card = {
        'schema': 1,
        'name': 'kidney-view',
        'version': facts['version'],
        'format': 'tfjs-graph-model',
        'title': 'Kidney view quality',
        'date': facts['date'],
        'licence': 'Apache-2.0',
        'authors': ['Kidney Ultrasound Coach developers'],
        'attribution': ATTRIBUTION,
        'intendedUse': USE,
        'limits': LIMITS,
        'trainingData': _training_data(records),
        'metrics': facts['metrics'],
        'files': _files(folder),
        'input': INPUT,
        'outputs': [
            {
                'task': 'quality',
                'tensor': 'logits',
                'labels': list(LABELS),
                'activation': 'sigmoid',
                'thresholds': setting.thresholds,
                'temperatures': setting.temperatures,
            },
            {'task': 'activation-map', 'tensor': 'map'},
            {'task': 'novelty', 'tensor': 'novelty', 'threshold': facts['novelty']},
        ],
        'golden': facts['golden'],
    }
    (folder / 'card.json').write_text(json.dumps(card, indent=2, ensure_ascii=False) + '\n')
