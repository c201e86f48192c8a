"""Leaves pictures and expected outputs for verify.ts, so that TF.js is compared with PyTorch on held-out pictures."""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np


def write_check(folder: Path, grey: np.ndarray, outputs: dict[str, np.ndarray]) -> None:
    """`grey` bytes [n, height, width]; each output [n, ...] with channels last, as the graph gives it.

    `folder` (in the ignored training/work) gets `verify.json`, `verify.bin` and a file of 32-bit floats a tensor."""
    folder.mkdir(parents=True, exist_ok=True)
    grey.astype(np.uint8).tofile(folder / 'verify.bin')
    sizes = {}
    for name, values in outputs.items():
        values.astype('<f4').tofile(folder / f'verify-{name}.bin')
        sizes[name] = int(np.prod(values.shape[1:], dtype=int))
    (folder / 'verify.json').write_text(json.dumps({'pictures': len(grey), 'tensors': sizes}))
