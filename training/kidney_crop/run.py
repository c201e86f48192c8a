"""The one command: from the data to models/kidney-crop. See README.md.

    /usr/bin/python3 training/run.py kidney-crop [--data ../shared/data] [--photographs folder] [--package-only | --card-only | --held-only]
"""
from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

if __name__ == '__main__':
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import torch

from kidney_crop.amend import amend_card
from kidney_crop.crops import Crops, join, load_crops
from kidney_crop.held import write_held
from kidney_crop.network import KidneyCrop
from kidney_crop.package import Held, Places, make_package
from kidney_crop.real import list_wanted, load_real
from kidney_crop.samples import Sources
from kidney_crop.strange import load_others
from kidney_crop.train import STAGES, start, train
from tflite_weights import read_convolutions

SEED = 20261121
ROOT = Path(__file__).resolve().parent.parent.parent
WORK = ROOT / 'training' / 'work'
CROPS = WORK / 'kidney-crop'
# name → patients and seed of `prepare-crops.ts`; two views each
PHANTOMS = {
    'calibration': (250, 21),
    'test': (350, 31),
    **{f'train-{i}': (250, 100 + i) for i in range(8)},
}


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog='kidney-crop')
    parser.add_argument('--data', type=Path, default=ROOT.parent / 'shared' / 'data')
    parser.add_argument('--weights', type=Path)
    parser.add_argument('--photographs', type=Path, help='pictures that are no ultrasound, to measure refusals on')
    parser.add_argument('--package-only', action='store_true', help='measure and export the network in training/work')
    parser.add_argument('--card-only', action='store_true', help='measure again and write the card anew; weights and thresholds stay')
    parser.add_argument('--held-only', action='store_true', help='write what `npm run evaluate` reads, and nothing else')
    return parser.parse_args(argv)


def _prepare(name: str, options: list[str]) -> Crops:
    """Crops that already lie in training/work are used again."""
    prefix = CROPS / name
    if not Path(f'{prefix}.jsonl').exists():
        command = ['npx', 'tsx', 'training/prepare-crops.ts', '--out', str(prefix), *options]
        subprocess.run(command, cwd=ROOT, check=True)
    return load_crops(prefix)


def _phantoms(name: str) -> Crops:
    patients, seed = PHANTOMS[name]
    return _prepare(name, ['--patients', str(patients), '--seed', str(seed)])


def _load(data: Path) -> tuple[Sources, Held]:
    """Real kidneys need `index.json` and `capsules.json`, which the run of kidney-view leaves in training/work."""
    CROPS.mkdir(parents=True, exist_ok=True)
    wanted = CROPS / 'wanted.json'
    if not wanted.exists():
        list_wanted(WORK, data, wanted)
    real = _prepare('real', ['--list', str(wanted), '--data', str(data.resolve())])
    phantoms = join([_phantoms(name) for name in PHANTOMS if name.startswith('train')])
    kidneys = load_real(WORK, data, real.wide, real.rows, SEED)
    return Sources(phantoms, real, kidneys, load_others(WORK, SEED, False)), Held(_phantoms('calibration'), _phantoms('test'))


def main(argv: list[str]) -> None:
    began, chosen = time.time(), _arguments(argv)
    sources, held = _load(chosen.data)
    if chosen.held_only:
        return write_held(sources, chosen.data, CROPS, SEED)
    weights = chosen.weights or chosen.data.parent / 'weights' / 'mobilenet_v2_1.0_224_quant.tflite'
    if not (chosen.package_only or chosen.card_only):
        network = start(read_convolutions(weights), SEED)
        for number, stage in enumerate(STAGES):
            network = train(network, stage, sources, SEED + number)
            torch.save(network.state_dict(), CROPS / f'stage-{number}.pt')
        torch.save(network.state_dict(), CROPS / 'network.pt')
    network = KidneyCrop()
    network.load_state_dict(torch.load(CROPS / 'network.pt'))
    package = ROOT / 'models' / 'kidney-crop'
    if chosen.card_only:
        return amend_card(network, sources, held.test, (chosen.data, package), SEED)
    fixture = ROOT / 'test' / 'unit' / 'kidney-function' / 'scikit-learn.json'
    places = Places(WORK, chosen.data, package, fixture, chosen.photographs)
    facts = make_package(network, sources, held, places, SEED)
    subprocess.run(['npx', 'biome', 'format', '--write', str(fixture)], cwd=ROOT, check=True)
    for m in facts['metrics'] + facts['robustness']:
        low, high = m['interval']
        what = f'{m["metric"]} | {m["dataset"]} | {m.get("change", "")}'
        print(f'{m["subject"]:17} {m["value"]:.3f} ({low:.3f}–{high:.3f}) n={m["n"]} {what}')
    subprocess.run(['npx', 'tsx', 'training/verify.ts', 'models/kidney-crop'], cwd=ROOT, check=True)
    print(f'{(time.time() - began) / 60:.0f} minutes')


if __name__ == '__main__':
    main(sys.argv[1:])
