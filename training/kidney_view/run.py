"""From the data to models/kidney-view. What already lies in training/work is used again, stage by stage.

    /usr/bin/python3 training/run.py kidney-view [--data ../shared/data] [--photographs folder] [--package-only]
"""
from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

import torch

from golden import add_metrics
from kidney_view.left_out import measure_left_out
from kidney_view.network import KidneyView
from kidney_view.package import Job, make_package
from kidney_view.simulated import load_simulated, prepare_simulated
from kidney_view.train import STAGES, train_stage
from kidney_view.unread import use_opinions, write_capsules, write_opinions
from mobilenet_v2 import load_imagenet
from records import Pictures, Record, load_pictures
from tflite_weights import Layer, read_convolutions

SEED = 20261121
ROOT = Path(__file__).resolve().parent.parent.parent
FITTED = ROOT / 'training' / 'work'  # pictures, shared by the models
WORK, PACKAGE = FITTED / 'kidney-view', ROOT / 'models' / 'kidney-view'


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog='run.py kidney-view')
    parser.add_argument('--data', type=Path, default=ROOT.parent / 'shared' / 'data')
    parser.add_argument('--weights', type=Path)
    parser.add_argument('--photographs', type=Path, help='pictures that are no ultrasound, to measure refusals on')
    parser.add_argument('--package-only', action='store_true', help='measure and export the network in training/work')
    return parser.parse_args(argv)


def _prepare(data: Path) -> None:
    if not (FITTED / 'index.json').exists():
        command = ['npx', 'tsx', 'training/prepare.ts', '--data', str(data.resolve()), '--out', str(FITTED)]
        subprocess.run(command, cwd=ROOT, check=True)
    prepare_simulated(FITTED / 'phantom')


def _initial(layers: list[Layer]) -> KidneyView:
    torch.manual_seed(SEED)
    network = KidneyView()
    load_imagenet(network.trunk, layers)
    return network


def _train(pictures: Pictures, simulated: list[Record], layers: list[Layer]) -> KidneyView:
    """Each stage starts from the one before it."""
    WORK.mkdir(parents=True, exist_ok=True)
    network = _initial(layers)
    for number, stage in enumerate(STAGES):
        saved = WORK / f'stage-{number}.pt'
        if saved.exists():
            network.load_state_dict(torch.load(saved))
        else:
            network = train_stage(network, stage, pictures.training() + simulated, SEED + number)
            torch.save(network.state_dict(), saved)
        if stage.teaches:
            opinions = WORK / f'opinions-{number}.json'
            if not opinions.exists():
                write_opinions(network, pictures, opinions)
            use_opinions(pictures, opinions)
    return network


def _trained() -> KidneyView:
    network = KidneyView()
    network.load_state_dict(torch.load(WORK / f'stage-{len(STAGES) - 1}.pt'))
    return network


def main(argv: list[str]) -> None:
    began, chosen = time.time(), _arguments(argv)
    _prepare(chosen.data)
    pictures = load_pictures(FITTED, chosen.data, SEED)
    simulated = load_simulated(FITTED / 'phantom' / '0') + load_simulated(FITTED / 'phantom' / '1')
    layers = read_convolutions(chosen.weights or chosen.data.parent / 'weights' / 'mobilenet_v2_1.0_224_quant.tflite')
    if chosen.package_only:
        network = _trained()
        use_opinions(pictures, max(WORK.glob('opinions-*.json')))
    else:
        network = _train(pictures, simulated, layers)
    write_capsules(network, pictures, FITTED / 'capsules.json')
    print(f'trained after {(time.time() - began) / 60:.0f} minutes', flush=True)
    held_out = load_simulated(FITTED / 'phantom' / 'held-out')
    make_package(network, Job(pictures, simulated, held_out, chosen.photographs, WORK, PACKAGE, SEED))
    print(f'packaged after {(time.time() - began) / 60:.0f} minutes', flush=True)
    add_metrics(PACKAGE, measure_left_out(lambda: _initial(layers), pictures, simulated, WORK / 'left-out.json'))
    subprocess.run(['npx', 'tsx', 'training/verify.ts', str(PACKAGE)], cwd=ROOT, check=True)
    print(f'{(time.time() - began) / 60:.0f} minutes')


if __name__ == '__main__':
    main(sys.argv[1:])
