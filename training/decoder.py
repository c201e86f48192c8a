"""A light decoder from the trunk's taps to maps of half the input's side; only convolutions, sums and pixel shuffles."""
from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F

from mobilenet_v2 import TAPS, Convolution

WIDTH = 48  # channels of every level


class Level(nn.Module):
    """One stride: the tap made narrow, plus the level below it drawn twice as large, mixed by a 3×3 neighbourhood."""

    def __init__(self, channels: int, width: int, deepest: bool):
        super().__init__()
        self.narrow = Convolution(channels, width, 1, 1, 1, False)
        self.enlarge = None if deepest else Convolution(width, 4 * width, 1, 1, 1, False)
        self.near = Convolution(width, width, 3, 1, width, True)
        self.mix = Convolution(width, width, 1, 1, 1, True)

    def forward(self, tap: Tensor, below: Tensor | None) -> Tensor:
        y = self.narrow(tap)
        if self.enlarge is not None:
            y = y + F.pixel_shuffle(self.enlarge(below), 2)
        return self.mix(self.near(y))


class Decoder(nn.Module):
    """Logits [n, outputs, side / 2, side / 2] from `Features.taps`."""

    def __init__(self, outputs: int, width: int = WIDTH):
        super().__init__()
        deepest = len(TAPS) - 1
        self.levels = nn.ModuleList(Level(c, width, i == deepest) for i, c in enumerate(TAPS.values()))
        self.last = Convolution(width, 4 * outputs, 1, 1, 1, False)

    def levels_of(self, taps: list[Tensor]) -> list[Tensor]:
        """Features [n, width, side / 4, 8, 16, 32] of each level, finest first."""
        found = []
        for tap, level in reversed(list(zip(taps, self.levels))):
            found.insert(0, level(tap, found[0] if found else None))
        return found

    def finish(self, finest: Tensor) -> Tensor:
        return F.pixel_shuffle(self.last(finest), 2)

    def forward(self, taps: list[Tensor]) -> Tensor:
        return self.finish(self.levels_of(taps)[0])
