"""Writes card.json: what the package is, what it was made of, what was measured, what it must not be used for."""
from __future__ import annotations

from pathlib import Path

from golden import list_files, write_card
from kidney_crop.network import FINDINGS, HEADS, SIDE, WIDTH
from kidney_crop.setting import OPERATING_POINT, Setting

ATTRIBUTION = [
    'Real kidneys and other organs (abdomen): Kaggle "imtkaggleteam/kidney-stone-classification-and-object-detection", CC BY 4.0 as stated by re-users; contours by this project',
    'Liver pictures: CC BY 4.0; lower-limb muscle pictures: Apache-2.0; sources in the data manifest',
    'Simulated patients: the phantom of this project (src/phantom)',
    'Initial weights: MobileNetV2 1.0 224 quantised, google-coral/test_data, Apache-2.0',
]
USE = (
    'Teaching: what a learner might look for in the crop round a kidney (normal or abnormal, five findings, and how kidney '
    'function shows in a picture). For learners at an examination of a simulated patient or of pictures for teaching; '
    'findings and function were learned from simulation.'
)
LIMITS = [
    'Not a medical device: not for diagnosis, triage, follow-up or any decision about a patient.',
    'Findings were learned from simulated patients and from findings drawn by software into real kidneys; not one picture with a diagnosed finding was trained on.',
    'Kidney function (eGFR, CKD) was learned from simulated patients only: the simulation follows published correlations with cortical thickness and echogenicity and our own choices; figures on simulated patients say nothing about real ones, and the eGFR of a real patient must never be read from it.',
    'Of the findings only hydronephrosis was measured on real pictures with a label; stone, cyst, hyperechogenicity and mass were not.',
    'Half of the groups of the hydronephrosis set were used to choose the way of training (their pictures and the areas of their masks were looked at); the other half was only measured on, but belonged to the set when two earlier versions were measured on all of it. Neither weights nor thresholds were fitted to any of it.',
    'The length of the kidney is lost in the crop: size does not enter the answer.',
    'Real kidneys of training come from one public set of a few Samsung scanners; they were taken for mostly normal, which is not known.',
    'Drawn findings share the drawing program in training and in the held-out figures; those figures flatter.',
    'For patients of 18 to 90 years. One simulated patient in five is a child, but few real pictures of children are in the training set, if any, and none is known to be among those measured on: below 18 the model is not to be asked.',
    'Novelty adds a distance in texture to a penalty where no cell looks like kidney; kinds of pictures that were not seen may pass, see the figures.',
    'Grey B-mode of one kidney in a long-axis view; transplants, horseshoe and cystic kidney disease, Doppler and contrast were not seen.',
    'Temperatures, thresholds, abstain bands and intervals were chosen on simulated patients and drawn findings: on real pictures probabilities are not calibrated, see the reliability table of the hydronephrosis set.',
]
AGE_YEARS = (18, 90)
SCALE = 'simulated patients of this project\'s phantom: drawn evenly from 8 to 125, shown by published correlations of cortex and echogenicity; no laboratory value'

INPUT = {
    'tensor': 'input',
    'width': SIDE,
    'height': SIDE,
    'channels': 1,
    'colour': 'grey',
    'range': [-1, 1],
    'region': 'kidney-crop',
    'fit': 'stretch',
}


def outputs(setting: Setting, novelty: float) -> list[dict]:
    choices, ckd = [setting.findings[name] for name in FINDINGS], setting.ckd
    return [
        {
            'task': 'findings',
            'tensor': 'logits',
            'labels': list(FINDINGS),
            'activation': 'sigmoid',
            'thresholds': [c.threshold for c in choices],
            'temperatures': [c.temperature for c in choices],
            'abstain': [list(c.band) for c in choices],
            'operatingPoint': OPERATING_POINT,
        },
        {'task': 'activation-map', 'tensor': 'map', 'pooling': 'log-mean-exp'},
        {
            'task': 'function',
            'tensor': 'egfr',
            'unit': 'mL/min/1.73 m²',
            'scale': SCALE,
            'heads': HEADS,
            'interval': {'perSpread': setting.per_spread, 'floor': setting.floor},
        },
        {'task': 'features', 'tensor': 'features', 'length': WIDTH},
        {
            'task': 'boosted-trees',
            'tensor': 'features',
            'trees': 'ckd.json',
            'label': 'chronic-kidney-disease',
            'threshold': ckd.threshold,
            'temperature': ckd.temperature,
            'abstain': list(ckd.band),
        },
        {'task': 'novelty', 'tensor': 'strangeness', 'threshold': novelty},
    ]


def describe(folder: Path, facts: dict, setting: Setting) -> None:
    """`facts`: version, date, trainingData, metrics, reliability, robustness, curves, golden and the limit of `novelty`."""
    card = {
        'schema': 1,
        'name': 'kidney-crop',
        'version': facts['version'],
        'format': 'tfjs-graph-model',
        'title': 'Kidney findings and function',
        'date': facts['date'],
        'licence': 'Apache-2.0',
        'authors': ['Kidney Ultrasound Coach developers'],
        'attribution': ATTRIBUTION,
        'intendedUse': USE,
        'ageYears': list(AGE_YEARS),
        'limits': LIMITS,
        **{name: facts[name] for name in ('trainingData', 'metrics', 'reliability', 'robustness', 'curves')},
        'files': list_files(folder),
        'input': INPUT,
        'outputs': outputs(setting, facts['novelty']),
        'golden': facts['golden'],
    }
    write_card(folder, card)
