"""The network: MobileNetV2, the shared decoder, and two small heads on what it draws."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from batches import to_input
from decoder import Decoder
from mobilenet_v2 import Trunk
from tissue_layers.layers import LAYERS

CHANNELS = 8  # from the decoder to the heads


@dataclass
class Maps:
    """Logits: `layers` [n, 5, side / 2, side / 2] for a softmax, `fascia` [n, 1, side / 2, side / 2] for a sigmoid."""

    layers: Tensor
    fascia: Tensor


class TissueLayers(nn.Module):
    """Input [n, 1, side, side] in [-1, 1], side a multiple of 32."""

    def __init__(self):
        super().__init__()
        self.trunk = Trunk(top=False)
        self.decoder = Decoder(outputs=CHANNELS)
        self.layers = nn.Conv2d(CHANNELS, len(LAYERS), 1)
        self.fascia = nn.Conv2d(CHANNELS, 1, 1)

    def forward(self, x: Tensor) -> Maps:
        drawn = self.decoder(self.trunk(x).taps)
        return Maps(self.layers(drawn), self.fascia(drawn))


@torch.no_grad()
def predict(network: TissueLayers, grey: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Logits of grey bytes [n, side, side]: layers [n, 5, side / 2, side / 2] and fascia [n, side / 2, side / 2]."""
    network.eval()
    layers, fascia = [], []
    for start in range(0, len(grey), 16):
        maps = network(to_input(grey[start : start + 16, None]))
        layers.append(maps.layers.numpy())
        fascia.append(maps.fascia[:, 0].numpy())
    return np.concatenate(layers), np.concatenate(fascia)
