"""Trains the network in three stages; the first one's opinion fills in what no reader labelled for the others."""
from __future__ import annotations

import copy
import time
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F
from torch.utils.data import DataLoader

from dataset import Mix, Samples, one_thread, to_input
from mobilenet_v2 import LABELS, KidneyView, Outputs
from records import Pictures, Record

LABEL_WEIGHTS = torch.tensor([1.3, 1.0, 1.2, 0.7, 1.0])
KIDNEY_WEIGHT = 0.4  # of the loss that asks where the kidney is
EMA = 0.997
BATCH = 32


@dataclass(frozen=True)
class Stage:
    """`rate`: highest learning rate of the features; the heads learn five times as fast."""

    name: str
    side: int
    steps: int
    rate: float
    mix: Mix


STAGES = (
    Stage('teacher', 160, 650, 3e-4, Mix(read=0.65)),
    Stage('student', 160, 1000, 2.5e-4, Mix(read=0.4)),
    Stage('full size', 224, 260, 8e-5, Mix(read=0.4)),
)


def loss_of(out: Outputs, labels: Tensor, kidney: Tensor) -> Tensor:
    """Cross-entropy over known labels, and over known cells of the kidney map. Unknown: NaN, -1."""
    known = ~labels.isnan()
    each = F.binary_cross_entropy_with_logits(out.logits, labels.nan_to_num(), reduction='none')
    weights = known * LABEL_WEIGHTS
    asked = kidney >= 0
    where = F.binary_cross_entropy_with_logits(out.kidney[:, 0], kidney.clip(0), reduction='none')
    return (each * weights).sum() / weights.sum() + KIDNEY_WEIGHT * (where * asked).sum() / asked.sum().clip(1)


def _optimiser(network: KidneyView, rate: float) -> torch.optim.Optimizer:
    heads = [*network.head.parameters(), *network.kidney.parameters()]
    ids = {id(p) for p in heads}
    features = [p for p in network.parameters() if id(p) not in ids]
    return torch.optim.AdamW([{'params': features, 'lr': rate}, {'params': heads, 'lr': 5 * rate}], weight_decay=0.02)


def _follow(average: KidneyView, network: KidneyView, step: int) -> None:
    decay = min(EMA, (1 + step) / (10 + step))
    with torch.no_grad():
        for slow, fast in zip(average.parameters(), network.parameters()):
            slow.lerp_(fast, 1 - decay)


def run_stage(network: KidneyView, stage: Stage, samples: Samples, seed: int) -> KidneyView:
    """Returns the moving average of the weights."""
    torch.manual_seed(seed)
    average = copy.deepcopy(network).eval()
    network.train()
    optimiser = _optimiser(network, stage.rate)
    rates = [stage.rate, 5 * stage.rate]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, stage.steps, pct_start=0.08)
    began, losses = time.time(), []
    loader = DataLoader(samples, BATCH, num_workers=2, worker_init_fn=one_thread, prefetch_factor=4)
    for step, (x, labels, kidney) in enumerate(loader):
        out = network(x.contiguous(memory_format=torch.channels_last))
        loss = loss_of(out, labels, kidney)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        _follow(average, network, step)
        losses.append(loss.item())
        if step % 50 == 49:
            rate = (step + 1) * BATCH / (time.time() - began)
            print(f'{stage.name} {step + 1}/{stage.steps} loss {np.mean(losses[-50:]):.3f} {rate:.0f}/s', flush=True)
    return average


def train_stage(network: KidneyView, stage: Stage, pictures: Pictures, seed: int) -> KidneyView:
    shape = (stage.steps * BATCH, stage.side, seed)
    samples = Samples(pictures, pictures.training(), stage.mix, shape)
    return run_stage(network.to(memory_format=torch.channels_last), stage, samples, seed)


@torch.no_grad()
def predict(network: KidneyView, grey: np.ndarray, mirrored: bool = False) -> np.ndarray:
    """Logits [n, 5] of grey bytes [n, side, side]; `mirrored`: mean with the picture's mirror image."""
    network.eval()
    logits = []
    for start in range(0, len(grey), 32):
        x = to_input(grey[start : start + 32, None])
        out = network(x).logits
        logits.append(((out + network(x.flip(3)).logits) / 2 if mirrored else out).numpy())
    return np.concatenate(logits)


def label_unread(network: KidneyView, pictures: Pictures) -> None:
    """The teacher's probabilities for kidney pictures that no reader labelled; `training()` pictures only."""
    unread: list[Record] = [r for r in pictures.training() if r.is_kidney and not r.reading]
    logits = predict(network, pictures.exact[[r.index for r in unread]], mirrored=True)
    for record, row in zip(unread, 1 / (1 + np.exp(-logits))):
        record.soft = {label: float(np.clip(p, 0.02, 0.98)) for label, p in zip(LABELS, row)}
    means = {label: round(float(np.mean([r.soft[label] for r in unread])), 3) for label in LABELS}
    print(f'teacher on {len(unread)} unread pictures, mean probabilities: {means}', flush=True)
