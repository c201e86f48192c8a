"""What is asked of the network: cross-entropy over known labels; cross-entropy and Dice over known pixels."""
from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from kidney_view.network import Outputs

LABEL_WEIGHTS = torch.tensor([1.3, 1.0, 1.4, 0.7, 1.0])
REGION_WEIGHT = 1.0
PARENCHYMA_WEIGHT = 0.1  # of the demand that cortex or medulla lies between the capsule and the complex


def loss_of(out: Outputs, labels: Tensor, regions: Tensor) -> tuple[Tensor, Tensor]:
    """Losses of the labels [n, 5] (NaN unknown) and of the regions [n, 4, rows, columns] (-1 unknown)."""
    known = ~labels.isnan()
    each = F.binary_cross_entropy_with_logits(out.logits, labels.nan_to_num(), reduction='none')
    weights = known * LABEL_WEIGHTS
    quality = (each * weights).sum() / weights.sum()
    return quality, REGION_WEIGHT * (_pixels(out.regions, regions) + PARENCHYMA_WEIGHT * _parenchyma(out.regions, regions))


def _pixels(logits: Tensor, wanted: Tensor) -> Tensor:
    asked = (wanted >= 0).float()
    truth = wanted.clip(0)
    each = F.binary_cross_entropy_with_logits(logits, truth, reduction='none') * asked
    entropy = (each.sum((0, 2, 3)) / asked.sum((0, 2, 3)).clip(1)).sum()
    p = logits.sigmoid() * asked
    # pictures where a structure is wholly known and there to be found
    there = (asked.amin((2, 3)) > 0) * (truth.sum((2, 3)) > 20)
    overlap = (2 * (p * truth).sum((2, 3)) + 1) / ((p + truth).sum((2, 3)) + 1)
    return entropy + ((1 - overlap) * there).sum() / there.sum().clip(1)


def _parenchyma(logits: Tensor, wanted: Tensor) -> Tensor:
    """Where the capsule is known but which of the two is not, one of them is: -log(1 - (1 - cortex)(1 - medulla))."""
    asked = ((wanted[:, 0] == 1) & (wanted[:, 2] < 0)).float()
    neither = F.logsigmoid(-logits[:, 2]) + F.logsigmoid(-logits[:, 3])
    either = torch.log1p(-torch.exp(neither).clip(max=1 - 1e-5))
    return -(either * asked).sum() / asked.sum().clip(1)
