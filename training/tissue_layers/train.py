"""Trains in two stages: small pictures, then full size. Keeps frames of how one simulated limb's layers come to be seen."""
from __future__ import annotations

import copy
import json
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F
from torch.utils.data import DataLoader, Dataset

from average import decay_at, follow
from batches import one_thread, to_input
from tissue_layers.augment import make_sample, targets
from tissue_layers.layers import FASCIA, LAYERS, TENDON
from tissue_layers.network import Maps, TissueLayers, predict
from tissue_layers.pictures import Picture, TissueSet

BATCH, EMA = 24, 0.995
SOURCES = {'muscle': 0.52, 'limb': 0.32, 'abdomen': 0.06, 'kidney': 0.1}
WEIGHTS = (0.6, 1.0, 0.7, 2.0)  # of the layers but tendon in the cross-entropy
FASCIA_WEIGHT = 2.0  # of fascia against none in the binary one
FRAME_EVERY = 8  # steps


@dataclass(frozen=True)
class Stage:
    """`rate`: highest learning rate of the trunk; decoder and heads learn six times as fast. `tendon`: its weight in the
    cross-entropy; limbs that show one are drawn half as many times more often than others."""

    name: str
    side: int
    steps: int
    rate: float
    tendon: float = 2.0


STAGES = (Stage('small', 160, 420, 4e-4), Stage('full size', 224, 200, 1.5e-4), Stage('tendon', 224, 300, 2.5e-4, 6.0))


class Samples(Dataset):
    """An endless row of samples, each made from its number; `count` are served."""

    def __init__(self, tissue: TissueSet, stage: Stage, seed: int):
        self.tissue, self.side, self.count, self.seed = tissue, stage.side, stage.steps * BATCH, seed
        self.pools = {source: tissue.of(source, False) for source in SOURCES}
        self.weights = {source: _even(pool) for source, pool in self.pools.items()}
        tendons = [(tissue.labels[224][p.index] == TENDON).any() for p in self.pools['limb']]
        often = self.weights['limb'] * np.where(tendons, stage.tendon / 2, 1)
        self.weights['limb'] = often / often.sum()

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, number: int) -> tuple[Tensor, Tensor]:
        """Picture [1, side, side] in [-1, 1] and targets [7, side / 2, side / 2]."""
        rng = np.random.default_rng([self.seed, number])
        source = rng.choice(list(SOURCES), p=list(SOURCES.values()))
        pool = self.pools[source]
        picture = pool[rng.choice(len(pool), p=self.weights[source])]
        known = self.tissue.grey[320][picture.index], self.tissue.labels[320][picture.index]
        grey, labels = make_sample(known, picture.outline, self.side, rng)
        return to_input(grey[None]), torch.from_numpy(targets(labels))


def _even(pool: list[Picture]) -> np.ndarray:
    """A film of n frames is drawn √n times as often as a single picture, not n times."""
    blocks = [p.block for p in pool]
    weights = np.array([blocks.count(b) ** -0.5 for b in blocks])
    return weights / weights.sum()


def _overlap_loss(probability: Tensor, truth: Tensor, known: Tensor) -> Tensor:
    """1 - Dice over the whole batch; all [n, rows, columns]."""
    both = (probability * truth * known).sum()
    return 1 - (2 * both + 1) / ((probability * known).sum() + (truth * known).sum() + 1)


def loss_of(maps: Maps, wanted: Tensor, tendon: float) -> Tensor:
    """Cross-entropy and Dice of both outputs over what is known; `wanted` as `targets` gives it."""
    count = len(LAYERS)
    layers, known, known_fascia = wanted[:, :count], wanted[:, count], wanted[:, count + 1]
    weights = layers * torch.tensor([*WEIGHTS, tendon])[None, :, None, None]
    entropy = -(weights * F.log_softmax(maps.layers, 1)).sum() / weights.sum().clip(1)
    probability = maps.layers.softmax(1)
    dice = [_overlap_loss(probability[:, i], layers[:, i], known) for i in range(1, count)]
    fascia, truth = maps.fascia[:, 0], layers[:, FASCIA]
    weight = known_fascia * (1 + (FASCIA_WEIGHT - 1) * truth)
    binary = F.binary_cross_entropy_with_logits(fascia, truth, weight, reduction='sum') / weight.sum().clip(1)
    return entropy + torch.stack(dice).mean() + binary + _overlap_loss(fascia.sigmoid(), truth, known_fascia)


class Frames:
    """The layers seen in one picture [224, 224] after every few steps, 56 × 56 bytes each, in `folder`."""

    def __init__(self, grey: np.ndarray, folder: Path):
        self.grey, self.folder, self.images, self.steps = grey[None], folder, [], []

    def resume(self) -> None:
        """Goes on after the frames of earlier stages."""
        self.steps = json.loads((self.folder / 'tissue-frames.json').read_text())['steps']
        self.images = list(np.fromfile(self.folder / 'tissue-frames.bin', np.uint8).reshape(-1, 56, 56))

    def add(self, network: TissueLayers, step: int) -> None:
        self.images.append(predict(network, self.grey)[0][0].argmax(0)[1::2, 1::2].astype(np.uint8))
        self.steps.append(step)

    def write(self) -> None:
        (self.folder / 'tissue-frames.bin').write_bytes(np.stack(self.images).tobytes())
        (self.folder / 'tissue-frames-picture.bin').write_bytes(self.grey.tobytes())
        about = {'side': 56, 'pictureSide': 224, 'layers': LAYERS, 'steps': self.steps}
        (self.folder / 'tissue-frames.json').write_text(json.dumps(about))


def _optimiser(network: TissueLayers, stage: Stage):
    heads = [p for name, p in network.named_parameters() if not name.startswith('trunk')]
    groups = [{'params': network.trunk.parameters(), 'lr': stage.rate}, {'params': heads, 'lr': 6 * stage.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.02)
    rates = [group['lr'] for group in groups]
    return optimiser, torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, stage.steps, pct_start=0.1)


def train_stage(network: TissueLayers, stage: Stage, samples: Samples, frames: Frames) -> TissueLayers:
    """Returns the moving average of the weights."""
    average = copy.deepcopy(network).eval()
    network.to(memory_format=torch.channels_last).train()
    optimiser, schedule = _optimiser(network, stage)
    before, began, losses = sum(s.steps for s in STAGES[: STAGES.index(stage)]), time.time(), []
    loader = DataLoader(samples, BATCH, num_workers=2, worker_init_fn=one_thread, prefetch_factor=3)
    for step, (x, wanted) in enumerate(loader, 1):
        loss = loss_of(network(x.contiguous(memory_format=torch.channels_last)), wanted, stage.tendon)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        follow(average, network, decay_at(step, EMA))
        losses.append(loss.item())
        if step % FRAME_EVERY == 0:
            frames.add(average, before + step)
        if step % 25 == 0:
            rate = step * BATCH / (time.time() - began)
            print(f'{stage.name} {step}/{stage.steps} loss {np.mean(losses[-25:]):.3f} {rate:.0f}/s', flush=True)
    return average
