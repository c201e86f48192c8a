"""MobileNetV2 on the kidney's crop: findings with their map, and kidney function by ten heads."""
from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from mobilenet_v2 import Convolution, Trunk

FINDINGS = ('abnormal', 'stone', 'cyst', 'hyperechogenicity', 'mass', 'hydronephrosis')
MARKS = ('stone', 'cyst', 'mass', 'urine', 'capsule')  # what `where` is asked for in training
SIDE, CELLS = 160, 10
WIDTH = 96  # pooled features
HEADS, HIDDEN = 10, 12  # bagged heads of kidney function, and the features of each
EGFR_MIDDLE, EGFR_SCALE = 70.0, 35.0
LEAST_CAPSULE, PENALTY = 0.17, 200.0  # a crop whose cells hold less capsule than this on average shows no kidney


@dataclass
class Outputs:
    """`logits` [n, 6] are the log of the mean of e^`map` [n, 6, 10, 10], so that few cells suffice for a finding.

    `egfr` [n, 10] in mL/min/1.73 m²; `features` [n, 96]; `where` [n, 5, 10, 10] logits.
    """

    logits: Tensor
    map: Tensor
    egfr: Tensor
    features: Tensor
    where: Tensor


class KidneyCrop(nn.Module):
    """Input [n, 1, 160, 160] in [-1, 1]. Strides 16 and 32 are joined, so that a small stone has cells of its own."""

    def __init__(self, dropout: float = 0.2):
        super().__init__()
        self.trunk = Trunk(top=False)
        self.fine = Convolution(96, WIDTH, 1, 1, 1, False)
        self.coarse = Convolution(320, 4 * WIDTH, 1, 1, 1, False)
        self.near = Convolution(WIDTH, WIDTH, 3, 1, WIDTH, True)
        self.mix = Convolution(WIDTH, WIDTH, 1, 1, 1, True)
        self.dropout = nn.Dropout2d(dropout)
        self.map = nn.Conv2d(WIDTH, len(FINDINGS), 1)
        self.hidden = Convolution(WIDTH, HEADS * HIDDEN, 1, 1, 1, True)
        self.heads = nn.Conv2d(HEADS * HIDDEN, HEADS, 1, groups=HEADS)
        self.where = nn.Conv2d(WIDTH, len(MARKS), 1)  # of which only the capsule is exported

    def forward(self, x: Tensor) -> Outputs:
        taps = self.trunk(x).taps
        y = self.mix(self.near(self.fine(taps[2]) + F.pixel_shuffle(self.coarse(taps[3]), 2)))
        pooled = y.mean((2, 3), keepdim=True)
        cells = self.map(self.dropout(y))
        function = self.heads(self.hidden(self.dropout(pooled)))[:, :, 0, 0]
        egfr = EGFR_MIDDLE + EGFR_SCALE * function
        logits = cells.flatten(2).logsumexp(2) - math.log(CELLS * CELLS)
        return Outputs(logits, cells, egfr, pooled[:, :, 0, 0], self.where(y))


def absence(where: Tensor) -> Tensor:
    """[n]: 0 where the crop shows a kidney, up to 34 where no cell looks like one; added to the novelty."""
    seen = where[:, MARKS.index('capsule')].sigmoid().mean((1, 2))
    return PENALTY * F.relu(LEAST_CAPSULE - seen)


def freeze_early(network: KidneyCrop, blocks: int) -> None:
    """The first `blocks` and the stem keep ImageNet's edges: half the time of a training step goes there."""
    for module in (network.trunk.stem, *network.trunk.blocks[:blocks]):
        for parameter in module.parameters():
            parameter.requires_grad_(False)


def trainable(network: nn.Module) -> list[nn.Parameter]:
    return [p for p in network.parameters() if p.requires_grad]


@torch.no_grad()
def predict(network: KidneyCrop, batches: list[Tensor]) -> dict[str, Tensor]:
    """`logits`, `egfr`, `features` and `where` of all batches, joined."""
    network.eval()
    found = [network(x) for x in batches]
    return {name: torch.cat([getattr(out, name) for out in found]) for name in ('logits', 'egfr', 'features', 'where')}
