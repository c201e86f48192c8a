"""The one command for each model: from the data to its package. See README.md.

    /usr/bin/python3 training/run.py <kidney-view|kidney-crop|tissue-layers> [options of that model]
"""
from __future__ import annotations

import importlib
import os
import sys

import torch

MODELS = ('kidney-view', 'kidney-crop', 'tissue-layers')


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in MODELS:
        raise SystemExit(f'usage: training/run.py <{"|".join(MODELS)}> [options]')
    torch.set_num_threads(os.cpu_count() or 1)  # Debian's PyTorch takes one by itself
    package = sys.argv[1].replace('-', '_')
    importlib.import_module(f'{package}.run').main(sys.argv[2:])


if __name__ == '__main__':
    main()
