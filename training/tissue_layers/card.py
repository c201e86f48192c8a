"""Writes card.json: what the package is, what it was made of, what was measured, what it must not be used for."""
from __future__ import annotations

from pathlib import Path

import golden
from tissue_layers.layers import LAYERS
from tissue_layers.measure import SIDE
from tissue_layers.pictures import TissueSet
from tissue_layers.settings import OPERATING_POINT, Setting

VERSION, DATE = '1.0.1', '2026-11-26'
ATTRIBUTION = [
    'Lower-limb muscle pictures with masks of aponeuroses: njcronin/DL_Track, Apache-2.0',
    'Kidney pictures, as examples without layers: Kaggle "imtkaggleteam/kidney-stone-classification-and-object-detection", CC BY 4.0 as stated by re-users',
    'Simulated limbs and abdomens: this project',
    'Initial weights: MobileNetV2 1.0 224 quantised, google-coral/test_data, Apache-2.0',
]
USE = (
    'Teaching the layers of a musculoskeletal ultrasound picture: skin and fat, muscle, fascia or aponeurosis, tendon, '
    'as one map of several layers and as fascia yes or no. For teaching only.'
)
LIMITS = [
    'Not a medical device: not for diagnosis, triage, measuring muscle or any decision about a patient.',
    'Tendon was learned from simulation only and never measured on real pictures. No real picture has a mask of a tendon.',
    'Only aponeuroses were drawn by readers. Skin-fat and muscle of the real pictures were derived: above the superficial aponeurosis, and between two aponeuroses. Below the deepest drawn one nothing is known: there the answers were learned from simulated limbs and not measured on real pictures.',
    'Pictures of the lower limb, lengthwise, from a few scanners of one public set. Cross-sections were seen in simulated limbs only.',
    'Aponeuroses that the readers left out below the muscle of interest were neither rewarded nor punished; intramuscular septa count as muscle.',
    'The muscle set consists of frames of films whose numbers were shuffled. Frames that look alike were kept on one side of the split; two films of one person may still stand on both sides.',
    'Pictures of kidneys must be refused or flagged by whoever shows the answer: see the shares refused, and refused or flagged.',
    'The three thigh slices were made in a water bath, which the training pictures were not; their figures are a hint.',
    f'The threshold of `fascia` was chosen for {OPERATING_POINT}; it, the temperatures and the limit of novelty were chosen on the pictures that the figures are measured on, but for those that say otherwise.',
    'Pictures of other scanners may be refused as novel: of one scanner\'s muscle pictures about two thirds were, when they were left out of the fit of the novelty.',
    'Layers thinner than about three input pixels, as in the wall of an abdomen seen with a convex probe, are not told apart.',
    'The last stage of training, with tendons more often, was added after seeing held-out simulated limbs on which tendons were not found.',
    'The margin of the novelty limit was chosen with the refusals of kidneys and photographs in view.',
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
USES = {
    'muscle': ('lower-limb muscle', 'real', 'aponeuroses as drawn; skin-fat and muscle derived from them'),
    'limb': ('simulated limbs', 'simulated', 'all layers as simulated, fascia thickened as readers draw it'),
    'abdomen': ('simulated abdomens', 'simulated', 'layers of the wall; the rest background'),
    'kidney': ('abdomen, kidneys', 'real', 'background below the wall; the wall unknown'),
}


def _outputs(setting: Setting, novelty: float) -> list[dict]:
    several = {'task': 'tissue', 'tensor': 'layers', 'layers': list(LAYERS), 'activation': 'softmax'}
    binary = {'task': 'tissue', 'tensor': 'fascia', 'layers': ['fascia'], 'activation': 'sigmoid'}
    return [
        {**several, 'temperatures': [setting.layers]},
        {**binary, 'thresholds': [setting.threshold], 'temperatures': [setting.fascia]},
        {'task': 'novelty', 'tensor': 'novelty', 'threshold': novelty},
    ]


def write_card(folder: Path, facts: dict, setting: Setting, tissue: TissueSet) -> None:
    """`facts`: metrics, robustness, reliability, golden, and the novelty threshold."""
    trained = [
        {'name': name, 'n': len(tissue.of(source, False)), 'pictures': kind, 'use': use}
        for source, (name, kind, use) in USES.items()
    ]
    card = {
        'schema': 1,
        'name': 'tissue-layers',
        'version': VERSION,
        'format': 'tfjs-graph-model',
        'title': 'Tissue layers',
        'date': DATE,
        'licence': 'Apache-2.0',
        'authors': ['Kidney Ultrasound Coach developers'],
        'attribution': ATTRIBUTION,
        'intendedUse': USE,
        'limits': LIMITS,
        'trainingData': trained,
        'metrics': facts['metrics'],
        'reliability': facts['reliability'],
        'robustness': facts['robustness'],
        'files': golden.list_files(folder),
        'input': INPUT,
        'outputs': _outputs(setting, facts['novelty']),
        'golden': facts['golden'],
    }
    golden.write_card(folder, card)
