"""Measures how far simulated pictures are like real ones, prints the table and writes it into `README.md`.

    /usr/bin/python3 training/phantom_check/run.py [--data ../shared/data] [--count 300] [--seed 31]

Run from the repository's root. Wants `training/work/index.json` (written by `training/prepare.ts`), which says where
the sector of each real picture lies. Simulated pictures are drawn by `npm run phantom` into
`training/work/phantom-check` and used again when they are there.
"""
from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from phantom_check.pictures import phantom_pictures, real_pictures  # noqa: E402
from phantom_check.report import compare, sample, write_report  # noqa: E402

TRAINING = Path(__file__).resolve().parents[1]
DRAWN_SIDE = 528  # its sector is 512 pixels, about as large as in real pictures, and scaled down in the same way


def _draw(organ: str, count: int, seed: int) -> Path:
    out = TRAINING / 'work' / 'phantom-check' / f'{organ}-{count}-{seed}'
    if not (out / 'labels.jsonl').exists():
        options = f'--count {count} --seed {seed} --side {DRAWN_SIDE} --organ {organ} --out {out}'
        subprocess.run(['npm', 'run', '--silent', 'phantom', '--', *options.split()], check=True, cwd=TRAINING.parent)
    return out


def main(arguments: list[str]) -> None:
    """Draws, measures, prints and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', type=Path, default=TRAINING.parent / '..' / 'shared' / 'data')
    parser.add_argument('--count', type=int, default=300)
    parser.add_argument('--seed', type=int, default=31)
    parser.add_argument('--least-egfr', type=float, default=0, help='of phantoms; above 0 nothing is written')
    options = parser.parse_args(arguments)
    folders = [_draw('kidney', options.count, options.seed), _draw('liver', options.count // 2, options.seed + 1)]
    phantom = [picture for folder in folders for picture in phantom_pictures(folder, options.least_egfr)]
    real = list(real_pictures(TRAINING / 'work', options.data))
    report = compare(sample(real), sample(phantom), options.seed)
    print(report)
    if options.least_egfr == 0:
        write_report(report, Path(__file__).with_name('README.md'))


if __name__ == '__main__':
    main(sys.argv[1:])
