"""The one command: from the data to models/kidney-view. See README.md.

    /usr/bin/python3 training/run.py [--data ../shared/data] [--photographs folder]
"""
from __future__ import annotations

import argparse
import subprocess
import time
from pathlib import Path

import torch

from localise import locate_all, train_localiser, use_located
from mobilenet_v2 import KidneyView, load_imagenet
from package import make_package
from records import load_pictures
from tflite_weights import read_convolutions
from train import STAGES, label_unread, train_stage

SEED = 20261121
ROOT = Path(__file__).resolve().parent.parent
WORK, PACKAGE = ROOT / 'training' / 'work', ROOT / 'models' / 'kidney-view'


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument('--data', type=Path, default=ROOT.parent / 'shared' / 'data')
    parser.add_argument('--weights', type=Path)
    parser.add_argument('--photographs', type=Path, help='pictures that are no ultrasound, to measure refusals on')
    parser.add_argument('--package-only', action='store_true', help='measure and export the network in training/work')
    return parser.parse_args()


def _train(data: Path, weights: Path) -> None:
    """Fitted pictures and located kidneys that already lie in training/work are used again."""
    if not (WORK / 'index.json').exists():
        prepare = ['npx', 'tsx', 'training/prepare.ts', '--data', str(data.resolve()), '--out', str(WORK)]
        subprocess.run(prepare, cwd=ROOT, check=True)
    layers = read_convolutions(weights)
    pictures = load_pictures(WORK, data, SEED)
    if not (WORK / 'capsules.json').exists():
        locate_all(train_localiser(pictures, layers, SEED), pictures, WORK)
    use_located(pictures, WORK)
    torch.manual_seed(SEED)
    network = KidneyView()
    load_imagenet(network, layers)
    for number, stage in enumerate(STAGES):
        network = train_stage(network, stage, pictures, SEED + number)
        torch.save(network.state_dict(), WORK / f'stage-{number}.pt')
        if number == 0:
            label_unread(network, pictures)
    torch.save(network.state_dict(), WORK / 'network.pt')


def main() -> None:
    began, chosen = time.time(), _arguments()
    if not chosen.package_only:
        _train(chosen.data, chosen.weights or chosen.data.parent / 'weights' / 'mobilenet_v2_1.0_224_quant.tflite')
    pictures = load_pictures(WORK, chosen.data, SEED)
    use_located(pictures, WORK)
    network = KidneyView()
    network.load_state_dict(torch.load(WORK / 'network.pt'))
    make_package(network, pictures, (WORK, PACKAGE, chosen.photographs), SEED)
    subprocess.run(['npx', 'tsx', 'training/verify.ts', str(PACKAGE)], cwd=ROOT, check=True)
    print(f'{(time.time() - began) / 60:.0f} minutes')


if __name__ == '__main__':
    main()
