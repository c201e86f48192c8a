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
SEEN = {'stone': 'stone', 'cyst': 'cyst', 'mass': 'mass', 'hydronephrosis': 'urine'}  # finding → the mark that is it
SIDE, CELLS = 192, 24
WIDTH = 96  # pooled features
HEADS, HIDDEN = 10, 12  # bagged heads of kidney function, and the features of each
EGFR_MIDDLE, EGFR_SCALE = 70.0, 35.0
LEAST_CAPSULE, PENALTY = 0.17, 200.0  # a crop whose cells hold less capsule than this on average shows no kidney


@dataclass
class Outputs:
    """`logits` [n, 6] are the log of the mean of e^`map` [n, 6, 24, 24], so that few cells suffice for a finding.

    `egfr` [n, 10] in mL/min/1.73 m²; `features` [n, 96]; `where` [n, 5, 24, 24] logits.
    """

    logits: Tensor
    map: Tensor
    egfr: Tensor
    features: Tensor
    where: Tensor


class KidneyCrop(nn.Module):
    """Input [n, 1, 192, 192] in [-1, 1]. Strides 32, 16 and 8 are joined, so that a small stone has cells of its own.

    What `where` says of a finding's place counts in the finding's map: to be told where is most of being told."""

    def __init__(self, dropout: float = 0.2):
        super().__init__()
        self.trunk = Trunk(top=False)
        self.fine = Convolution(96, WIDTH, 1, 1, 1, False)
        self.coarse = Convolution(320, 4 * WIDTH, 1, 1, 1, False)
        self.near = Convolution(WIDTH, WIDTH, 3, 1, WIDTH, True)
        self.mix = Convolution(WIDTH, WIDTH, 1, 1, 1, True)
        self.finest = Convolution(32, WIDTH, 1, 1, 1, False)
        self.enlarge = Convolution(WIDTH, 4 * WIDTH, 1, 1, 1, False)
        self.finest_near = Convolution(WIDTH, WIDTH, 3, 1, WIDTH, True)
        self.finest_mix = Convolution(WIDTH, WIDTH, 1, 1, 1, True)
        self.dropout = nn.Dropout2d(dropout)
        self.map = nn.Conv2d(WIDTH, len(FINDINGS), 1)
        self.hidden = Convolution(WIDTH, HEADS * HIDDEN, 1, 1, 1, True)
        self.heads = nn.Conv2d(HEADS * HIDDEN, HEADS, 1, groups=HEADS)
        self.where = nn.Conv2d(WIDTH, len(MARKS), 1)  # of which only the capsule is exported

    def forward(self, x: Tensor) -> Outputs:
        taps = self.trunk(x).taps
        y = self.mix(self.near(self.fine(taps[2]) + F.pixel_shuffle(self.coarse(taps[3]), 2)))
        pooled = y.mean((2, 3), keepdim=True)
        z = self.finest_mix(self.finest_near(self.finest(taps[1]) + F.pixel_shuffle(self.enlarge(y), 2)))
        where = self.where(z)
        cells = self.map(self.dropout(z)) + torch.einsum('fm,nmrc->nfrc', counted(), where)
        function = self.heads(self.hidden(self.dropout(pooled)))[:, :, 0, 0]
        egfr = EGFR_MIDDLE + EGFR_SCALE * function
        logits = cells.flatten(2).logsumexp(2) - math.log(CELLS * CELLS)
        return Outputs(logits, cells, egfr, pooled[:, :, 0, 0], where)


def counted() -> Tensor:
    """[6, 5]: 1 where a mark counts in a finding."""
    return torch.tensor([[float(SEEN.get(finding) == mark) for mark in MARKS] for finding in FINDINGS])


def absence(where: Tensor) -> Tensor:
    """[n]: 0 where the crop shows a kidney, up to 34 where no cell looks like one; added to the novelty."""
    seen = where[:, MARKS.index('capsule')].sigmoid().mean((1, 2))
    return PENALTY * F.relu(LEAST_CAPSULE - seen)


def trainable(network: nn.Module) -> list[nn.Parameter]:
    return [p for p in network.parameters() if p.requires_grad]


@torch.no_grad()
def predict(network: KidneyCrop, batches: list[Tensor]) -> dict[str, Tensor]:
    """`logits`, `egfr`, `features` and `where` of all batches, joined."""
    network.eval()
    found = [network(x) for x in batches]
    return {name: torch.cat([getattr(out, name) for out in found]) for name in ('logits', 'egfr', 'features', 'where')}
