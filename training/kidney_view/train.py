"""Trains the network in four stages; the opinion of the first two fills in what no reader looked at for those after."""
from __future__ import annotations

import copy
import time
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader

from average import decay_at, follow
from batches import one_thread
from kidney_view.dataset import Mix, Samples
from kidney_view.loss import loss_of
from kidney_view.network import KidneyView
from mobilenet_v2 import freeze_early
from records import Record

EMA = 0.997
FROZEN_BLOCKS = 2
BATCH = 32


@dataclass(frozen=True)
class Stage:
    """`rate`: highest learning rate of the trunk; the rest learns five times as fast. `near`: with the near path.

    `teaches`: its opinion on the unread kidneys replaces the one before."""

    name: str
    side: int
    steps: int
    rate: float
    mix: Mix
    near: bool = True
    teaches: bool = False


STAGES = (
    Stage('teacher', 160, 650, 3e-4, Mix(simulated=0, read=0.75), near=False, teaches=True),
    Stage('student', 160, 1500, 2.5e-4, Mix(read=0.45, faults=0.85), teaches=True),
    Stage('full size', 224, 900, 1.5e-4, Mix(simulated=0.3, read=0.5, faults=0.6)),
    Stage('readers', 224, 800, 1e-4, Mix(simulated=0.35, other=0.1, without_kidney=0.08, read=0.65, faults=0.5, edge=0.1)),
)


def _optimiser(network: KidneyView, rate: float) -> torch.optim.Optimizer:
    fast = [p for part in (network.head, network.decoder, network.near) for p in part.parameters() if p.requires_grad]
    groups = [{'params': network.trunk.parameters(), 'lr': rate}, {'params': fast, 'lr': 5 * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.02)


def run_stage(network: KidneyView, stage: Stage, samples: Samples, seed: int) -> KidneyView:
    """Returns the moving average of the weights."""
    torch.manual_seed(seed)
    average = copy.deepcopy(network).eval()
    network.train()
    freeze_early(network.trunk, FROZEN_BLOCKS)
    network.near.requires_grad_(stage.near)
    optimiser = _optimiser(network, stage.rate)
    rates = [stage.rate, 5 * stage.rate]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, stage.steps, pct_start=0.08)
    began, losses = time.time(), []
    loader = DataLoader(samples, BATCH, num_workers=2, worker_init_fn=one_thread, prefetch_factor=4)
    for step, (x, labels, regions) in enumerate(loader):
        parts = loss_of(network(x.contiguous(memory_format=torch.channels_last)), labels, regions)
        optimiser.zero_grad()
        sum(parts).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        follow(average, network, decay_at(step, EMA))
        losses.append([part.item() for part in parts])
        if step % 50 == 49:
            speed = (step + 1) * BATCH / (time.time() - began)
            quality, where = np.mean(losses[-50:], 0)
            print(f'{stage.name} {step + 1}/{stage.steps} quality {quality:.3f} regions {where:.3f} {speed:.0f}/s', flush=True)
    return average


def train_stage(network: KidneyView, stage: Stage, records: list[Record], seed: int) -> KidneyView:
    samples = Samples(records, stage.mix, (stage.steps * BATCH, stage.side, seed))
    return run_stage(network.to(memory_format=torch.channels_last), stage, samples, seed)
