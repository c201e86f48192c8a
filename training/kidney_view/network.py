"""The network of kidney-view: one trunk, a decoder for the four structures, and for the five labels a head on the
trunk's top and a near path on the decoder, which sees how close to the sector's edge the kidney ends."""
from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn

from decoder import WIDTH, Decoder
from mobilenet_v2 import TOP, Convolution, Trunk
from structures import STRUCTURES

LABELS = ('artefact', 'gain', 'position', 'optimal', 'wrong')


@dataclass
class Outputs:
    """logits [n, 5]; map [n, 5, r, c] whose mean is the logits; regions [n, 4, 16 r, 16 c] logits."""

    logits: Tensor
    map: Tensor
    regions: Tensor


class Near(nn.Module):
    """Decoder features at stride 8 → a part of the map [n, 5, side / 32, side / 32], nothing before it is trained."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Sequential(Convolution(WIDTH, 64, 3, 2, 1, True), Convolution(64, 96, 3, 2, 1, True))
        self.head = nn.Conv2d(96, len(LABELS), 1)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)

    def forward(self, level: Tensor) -> Tensor:
        return self.head(self.steps(level))


class KidneyView(nn.Module):
    """Input [n, 1, side, side] in [-1, 1], side a multiple of 32."""

    def __init__(self, dropout: float = 0.2):
        super().__init__()
        self.trunk = Trunk()
        self.dropout = nn.Dropout2d(dropout)
        self.head = nn.Conv2d(TOP, len(LABELS), 1)
        self.decoder = Decoder(len(STRUCTURES))
        self.near = Near()

    def forward(self, x: Tensor) -> Outputs:
        features = self.trunk(x)
        levels = self.decoder.levels_of(features.taps)
        pixels = self.head(self.dropout(features.top)) + self.near(levels[1])
        return Outputs(pixels.mean((2, 3)), pixels, self.decoder.finish(levels[0]))
