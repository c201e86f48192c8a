"""The moving average of a network's weights, which is what ships."""
from __future__ import annotations

import torch
from torch import nn


def decay_at(step: int, most: float) -> float:
    """How much of the average stays at a step: less at first, when the weights are still far from good."""
    return min(most, (1 + step) / (10 + step))


@torch.no_grad()
def follow(average: nn.Module, network: nn.Module, decay: float) -> None:
    """Moves the average's weights towards the network's."""
    for slow, fast in zip(average.parameters(), network.parameters()):
        slow.lerp_(fast, 1 - decay)
