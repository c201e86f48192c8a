"""Packs the frames that the training wrote, with the truth of their picture, into the package: learning.json."""
from __future__ import annotations

import base64
import json
import zlib
from pathlib import Path

import numpy as np

from tissue_layers.layers import LAYERS, UNKNOWN
from tissue_layers.measure import SIDE, dice
from tissue_layers.network import TissueLayers, predict
from tissue_layers.train import STAGES

FRAME_SIDE = 56


def _packed(cells: np.ndarray) -> str:
    """Bytes, deflated with a zlib header, as base64."""
    return base64.b64encode(zlib.compress(cells.astype(np.uint8).tobytes(), 9)).decode()


def _dice(frames: np.ndarray, truth: np.ndarray, layer: int) -> list[float] | None:
    """Of each frame [n, side, side] in known cells; None where the picture has no such layer."""
    known, there = truth < len(LAYERS), truth == layer
    if not there.any():
        return None
    found = (frames == layer) & known
    return [round(float(value), 3) for value in dice(found, np.broadcast_to(there, found.shape))]


def _frames(network: TissueLayers, grey: bytes, work: Path) -> tuple[list[int], np.ndarray]:
    """Steps and frames as the training left them in `work`, and last what the finished network [rounded] sees."""
    if (work / 'tissue-frames-picture.bin').read_bytes() != grey:
        raise ValueError('the frames are of another picture')
    steps = json.loads((work / 'tissue-frames.json').read_text())['steps']
    frames = np.fromfile(work / 'tissue-frames.bin', np.uint8).reshape(-1, FRAME_SIDE, FRAME_SIDE)
    picture = np.frombuffer(grey, np.uint8).reshape(1, SIDE, SIDE)
    last = predict(network, picture)[0].argmax(1)[:, 1::2, 1::2].astype(np.uint8)
    return [*steps, sum(stage.steps for stage in STAGES)], np.concatenate([frames, last])


def write_learning(draft: Path, network: TissueLayers, labels: np.ndarray, work: Path) -> None:
    """`labels` [224, 224]: the truth of the frames' picture, golden/tendon.bin."""
    picture = 'golden/tendon.bin'
    steps, frames = _frames(network, (draft / picture).read_bytes(), work)
    # A frame's cell is every second of the network's, which is two input pixels wide.
    scale = SIDE // FRAME_SIDE
    truth = labels[scale // 2 :: scale, scale // 2 :: scale]
    learning = {
        'picture': picture,
        'pictureSide': SIDE,
        'side': FRAME_SIDE,
        'layers': list(LAYERS),
        'total': steps[-1],
        'steps': steps,
        'dice': {name: _dice(frames, truth, index) for index, name in enumerate(LAYERS) if index > 0},
        'truth': _packed(np.where(truth < len(LAYERS), truth, UNKNOWN)),
        'frames': _packed(frames),
    }
    (draft / 'learning.json').write_text(json.dumps(learning) + '\n')
