"""The one command: from the data to models/tissue-layers. See README.md.

    /usr/bin/python3 training/run.py tissue-layers [--data ../shared/data] [--photographs folder]
"""
from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / 'training'))

import torch

from mobilenet_v2 import load_imagenet
from tflite_weights import read_convolutions
from tissue_layers.measure import SIDE
from tissue_layers.network import TissueLayers
from tissue_layers.package import Places, make_package, show_pictures
from tissue_layers.pictures import TissueSet, load_tissue
from tissue_layers.train import STAGES, Frames, Samples, train_stage

SEED = 20261121
WORK, PACKAGE = ROOT / 'training' / 'work' / 'tissue-layers', ROOT / 'models' / 'tissue-layers'


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument('--data', type=Path, default=ROOT.parent / 'shared' / 'data')
    parser.add_argument('--weights', type=Path)
    parser.add_argument('--photographs', type=Path, help='pictures that are no ultrasound, to measure refusals on')
    return parser.parse_args(argv)


def _prepare(data: Path) -> None:
    """Fitted pictures that already lie in training/work/tissue-layers are used again."""
    if not (WORK / 'index.json').exists():
        command = ['npx', 'tsx', 'training/prepare-tissue.ts', '--data', str(data.resolve()), '--out', str(WORK)]
        subprocess.run(command, cwd=ROOT, check=True)


def _train(tissue: TissueSet, weights: Path) -> TissueLayers:
    """Stages whose weights already lie in the work folder are used again."""
    torch.manual_seed(SEED)
    network = TissueLayers()
    load_imagenet(network.trunk, read_convolutions(weights))
    frames = Frames(tissue.grey[SIDE][show_pictures(tissue)['tendon'].index], WORK.parent)
    for number, stage in enumerate(STAGES):
        saved = WORK / f'stage-{number}.pt'
        if saved.exists():
            network.load_state_dict(torch.load(saved))
            frames.resume()
            continue
        network = train_stage(network, stage, Samples(tissue, stage, SEED + number), frames)
        torch.save(network.state_dict(), saved)
        frames.write()
    return network


def main(argv: list[str]) -> None:
    began, chosen = time.time(), _arguments(argv)
    _prepare(chosen.data)
    tissue = load_tissue(WORK, chosen.data, SEED)
    network = _train(tissue, chosen.weights or chosen.data.parent / 'weights' / 'mobilenet_v2_1.0_224_quant.tflite')
    print(f'trained after {(time.time() - began) / 60:.1f} minutes', flush=True)
    make_package(network, tissue, Places(WORK, PACKAGE, chosen.photographs), SEED)
    subprocess.run(['npx', 'tsx', 'training/verify.ts', str(PACKAGE)], cwd=ROOT, check=True)
    print(f'{(time.time() - began) / 60:.1f} minutes')


if __name__ == '__main__':
    main(sys.argv[1:])
