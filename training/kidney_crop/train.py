"""Trains the network on varied crops in two stages."""
from __future__ import annotations

import copy
import time
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F
from torch.utils.data import DataLoader

from average import decay_at, follow
from batches import one_thread
from kidney_crop.network import EGFR_MIDDLE, EGFR_SCALE, KidneyCrop, Outputs, trainable
from kidney_crop.samples import Samples, Sources
from kidney_crop.vary import Variation
from mobilenet_v2 import freeze_early, load_imagenet
from tflite_weights import Layer

BATCH, EMA = 32, 0.995
FROZEN_BLOCKS = 3
FINDING_WEIGHTS = torch.tensor([0.8, 1.0, 1.0, 1.0, 1.3, 1.5])
WHERE_WEIGHT, FUNCTION_WEIGHT = 1.0, 0.8
# Cells that hold a finding are few: each counts as much as so many without.
WHERE_POSITIVE = torch.tensor([12.0, 4.0, 4.0, 6.0, 1.0])[:, None, None]


def loss_of(out: Outputs, batch: dict[str, Tensor]) -> Tensor:
    """Findings where they are known, where they are, and function of each head's own resample."""
    known = ~batch['labels'].isnan()
    each = F.binary_cross_entropy_with_logits(out.logits, batch['labels'].nan_to_num(), reduction='none')
    weights = known * batch['weights'] * FINDING_WEIGHTS
    findings = (each * weights).sum() / weights.sum()
    where = F.binary_cross_entropy_with_logits(out.where, batch['where'], pos_weight=WHERE_POSITIVE)
    said = (out.egfr - EGFR_MIDDLE) / EGFR_SCALE
    error = F.smooth_l1_loss(said, batch['function'][:, None].expand_as(said), reduction='none', beta=0.5)
    function = (error * batch['bag']).sum() / batch['bag'].sum().clip(1)
    return findings + WHERE_WEIGHT * where + FUNCTION_WEIGHT * function


@dataclass(frozen=True)
class Stage:
    """`rate`: highest learning rate of the trunk; the heads learn four times as fast."""

    name: str
    steps: int
    rate: float
    how: Variation


# Wide variation from the start hides small findings before they are learned: stones stayed at chance.
STAGES = (
    Stage('plain', 1200, 6e-4, Variation()),
    Stage('wide', 900, 4e-4, Variation(tight=0.45, haze=0.25, pyramids=0.25)),
)


def _optimiser(network: KidneyCrop, rate: float) -> torch.optim.Optimizer:
    trunk = trainable(network.trunk)
    ids = {id(p) for p in trunk}
    heads = [p for p in trainable(network) if id(p) not in ids]
    return torch.optim.AdamW([{'params': trunk, 'lr': rate}, {'params': heads, 'lr': 4 * rate}], weight_decay=0.02)


def start(layers: list[Layer], seed: int) -> KidneyCrop:
    """ImageNet's weights in the trunk."""
    torch.manual_seed(seed)
    network = KidneyCrop()
    load_imagenet(network.trunk, layers)
    return network


def train(network: KidneyCrop, stage: Stage, sources: Sources, seed: int) -> KidneyCrop:
    """Returns the moving average of the weights."""
    torch.manual_seed(seed)
    network = network.to(memory_format=torch.channels_last)
    freeze_early(network.trunk, FROZEN_BLOCKS)
    average = copy.deepcopy(network).eval()
    network.train()
    optimiser = _optimiser(network, stage.rate)
    rates = [stage.rate, 4 * stage.rate]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, stage.steps, pct_start=0.08)
    samples = Samples(sources, stage.how, stage.steps * BATCH, seed)
    loader = DataLoader(samples, BATCH, num_workers=2, worker_init_fn=one_thread)
    began, losses = time.time(), []
    for step, batch in enumerate(loader):
        out = network(batch['x'].contiguous(memory_format=torch.channels_last))
        loss = loss_of(out, batch)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        follow(average, network, decay_at(step, EMA))
        losses.append(loss.item())
        if step % 50 == 49:
            rate = (step + 1) * BATCH / (time.time() - began)
            print(f'{stage.name} {step + 1}/{stage.steps} loss {np.mean(losses[-50:]):.3f} {rate:.0f}/s', flush=True)
    return average.to(memory_format=torch.contiguous_format)
