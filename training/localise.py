"""Finds the kidney in pictures that no reader outlined: a small decoder on MobileNetV2, for training data only."""
from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import DataLoader

from compose import compose
from dataset import Mix, Samples, one_thread, to_input
from mobilenet_v2 import KidneyView, load_imagenet
from records import Pictures
from tflite_weights import Layer

SIDE, BATCH, STEPS = 160, 24, 300
SURE = 0.8  # mean probability in a contour that is used


class Localiser(nn.Module):
    """Logits of the capsule at a quarter of the input's side. Input [n, 1, side, side] in [-1, 1]."""

    TAPS = {2: 24, 5: 32, 12: 96, 16: 320}  # block index → channels at stride 4, 8, 16, 32

    def __init__(self, layers: list[Layer]):
        super().__init__()
        self.trunk = KidneyView()
        load_imagenet(self.trunk, layers)
        self.narrow = nn.ModuleList(nn.Conv2d(channels, 48, 1) for channels in self.TAPS.values())
        self.mix = nn.ModuleList(nn.Conv2d(48, 48, 3, padding=1) for _ in self.TAPS)
        self.last = nn.Conv2d(48, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        x, taps = self.trunk.stem(x), []
        for index, block in enumerate(self.trunk.blocks):
            x = block(x)
            if index in self.TAPS:
                taps.append(x)
        y = None
        for tap, narrow, mix in reversed(list(zip(taps, self.narrow, self.mix))):
            here = narrow(tap)
            y = here if y is None else here + F.interpolate(y, size=here.shape[2:], mode='bilinear')
            y = F.relu(mix(y))
        return self.last(y)


class CapsuleSamples(Samples):
    """As `Samples`, with the capsule at a quarter of the side as the only target."""

    def __getitem__(self, number: int) -> tuple[Tensor, Tensor]:
        rng = np.random.default_rng([self.seed, number, 7])
        record, plan = self.located[rng.integers(len(self.located))], self._plan(rng)
        sample = compose(self.large[record.index], record, plan, self.side, rng)
        small = cv2.resize(sample.kidney.astype(np.float32), (self.side // 4,) * 2, interpolation=cv2.INTER_AREA)
        return to_input(sample.grey[None]), torch.from_numpy(small[None])

    @staticmethod
    def _plan(rng: np.random.Generator):
        from dataset import choose_plan

        return choose_plan(rng, bool(rng.random() < 0.08))


def train_localiser(pictures: Pictures, layers: list[Layer], seed: int) -> Localiser:
    """Cross-entropy plus soft Dice."""
    torch.manual_seed(seed)
    network = Localiser(layers).to(memory_format=torch.channels_last)
    samples = CapsuleSamples(pictures, pictures.training(), Mix(), (STEPS * BATCH, SIDE, seed))
    optimiser = torch.optim.AdamW(network.parameters(), 4e-4, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-4, STEPS, pct_start=0.1)
    for step, (x, y) in enumerate(DataLoader(samples, BATCH, num_workers=2, worker_init_fn=one_thread)):
        logits = network(x.contiguous(memory_format=torch.channels_last))
        p = logits.sigmoid()
        dice = 1 - (2 * (p * y).sum((1, 2, 3)) + 1) / ((p + y).sum((1, 2, 3)) + 1)
        loss = F.binary_cross_entropy_with_logits(logits, y) + dice.mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 50 == 0:
            print(f'localiser {step}/{STEPS} loss {loss.item():.3f}', flush=True)
    return network.eval()


def _probability(network: Localiser, grey: np.ndarray) -> np.ndarray:
    """Mean over the picture and its mirror image, [56, 56]."""
    x = to_input(grey[None, None])
    with torch.no_grad():
        both = network(torch.cat([x, x.flip(3)])).sigmoid()
    return ((both[0] + both[1].flip(2)) / 2)[0].numpy()


def _contour(probability: np.ndarray, side: int) -> tuple[np.ndarray, float] | None:
    """The largest blob as polygon in pixels of a side × side picture, and how sure the network is of it."""
    large = cv2.resize(probability, (side, side), interpolation=cv2.INTER_LINEAR)
    contours, _ = cv2.findContours((large > 0.5).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    polygon = cv2.approxPolyDP(max(contours, key=cv2.contourArea), 2, True)
    if len(polygon) < 4 or cv2.contourArea(polygon) < 0.01 * side * side:
        return None
    mask = cv2.fillPoly(np.zeros_like(large), [polygon], 1)
    return polygon[:, 0].astype(np.float32) + 0.5, float(large[mask > 0].mean())


def _dice(a: np.ndarray, b: np.ndarray) -> float:
    masks = [cv2.fillPoly(np.zeros((320, 320), np.uint8), [np.round(p).astype(np.int32)], 1) for p in (a, b)]
    return float(2 * (masks[0] & masks[1]).sum() / max(masks[0].sum() + masks[1].sum(), 1))


def locate_all(network: Localiser, pictures: Pictures, work: Path) -> None:
    """Writes `capsules.json` (by file, large-fit pixels) and prints Dice on the held-out readers' contours."""
    found, dice = {}, []
    for record in pictures.records:
        if record.source != 'abdomen' or not record.is_kidney:
            continue
        contour = _contour(_probability(network, pictures.exact[record.index]), 320)
        if record.capsule is not None and record.validation:
            dice.append(_dice(contour[0], record.capsule) if contour else 0.0)
        if contour and contour[1] >= SURE:
            found[record.file] = contour[0].round(1).tolist()
    (work / 'capsules.json').write_text(json.dumps(found))
    print(f'{len(found)} kidneys located; Dice on {len(dice)} held-out contours: mean {np.mean(dice):.3f}')


def use_located(pictures: Pictures, work: Path) -> None:
    """Gives records without a reader's contour the located one."""
    found = json.loads((work / 'capsules.json').read_text())
    for record in pictures.records:
        guessed = record.reading is not None and record.capsule is None
        if record.capsule is None and record.file in found and not guessed:
            record.capsule = np.array(found[record.file], np.float32)
