"""MobileNetV2 1.0 as the app runs it: batch norm folded, TensorFlow's SAME padding, grey input. All models stand on it."""
from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from tflite_weights import Layer

# expansion, channels out, repeats, stride of the first
BLOCKS = ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1))
TEXTURE_BLOCK = 6  # its expanded features tell ultrasound from other pictures
TAPS = {2: 24, 5: 32, 12: 96, 16: 320}  # index of the last block at stride 4, 8, 16, 32 → its channels
TOP = 1280  # channels


class Convolution(nn.Module):
    """Convolution with SAME padding and, where asked, ReLU6. Input and output [batch, channels, rows, columns]."""

    def __init__(self, inside: int, outside: int, kernel: int, stride: int, groups: int, relu6: bool):
        super().__init__()
        around = 1 if kernel == 3 and stride == 1 else 0
        self.convolution = nn.Conv2d(inside, outside, kernel, stride, around, groups=groups)
        self.kernel, self.stride, self.relu6 = kernel, stride, relu6

    def forward(self, x: Tensor) -> Tensor:
        if self.kernel == 3 and self.stride == 2:
            # SAME pads one pixel more below and to the right; even sides with stride 2 get no pixel above.
            x = F.pad(x, (0, 1, 0, 1))
        x = self.convolution(x)
        return F.relu6(x, inplace=True) if self.relu6 else x


class InvertedResidual(nn.Module):
    """Expand 1×1, depthwise 3×3, project 1×1; added to its input where the shapes agree."""

    def __init__(self, inside: int, outside: int, stride: int, expansion: int):
        super().__init__()
        wide = inside * expansion
        expand = [] if expansion == 1 else [Convolution(inside, wide, 1, 1, 1, True)]
        self.steps = nn.Sequential(
            *expand, Convolution(wide, wide, 3, stride, wide, True), Convolution(wide, outside, 1, 1, 1, False)
        )
        self.adds = stride == 1 and inside == outside

    def forward(self, x: Tensor) -> Tensor:
        return x + self.steps(x) if self.adds else self.steps(x)


@dataclass
class Features:
    """`taps` [n, 24, 32, 96, 320 channels, side / 4, 8, 16, 32]; `top` [n, 1280, side / 32, side / 32] or None."""

    taps: list[Tensor]
    top: Tensor | None


class Trunk(nn.Module):
    """The feature extractor. Input [n, 1, side, side] in [-1, 1], side a multiple of 32. `top`: with the 1280 features."""

    def __init__(self, top: bool = True):
        super().__init__()
        self.stem = Convolution(1, 32, 3, 2, 1, True)
        blocks, inside = [], 32
        for expansion, outside, repeats, stride in BLOCKS:
            for index in range(repeats):
                blocks.append(InvertedResidual(inside, outside, stride if index == 0 else 1, expansion))
                inside = outside
        self.blocks = nn.ModuleList(blocks)
        self.top = Convolution(inside, TOP, 1, 1, 1, True) if top else None

    def forward(self, x: Tensor) -> Features:
        x, taps = self.stem(x), []
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index in TAPS:
                taps.append(x)
        return Features(taps, self.top(x) if self.top else None)

    def texture(self, x: Tensor) -> Tensor:
        """Mean activity [n, 192] of block 6's expansion: what the picture is made of, not what it shows."""
        x = self.stem(x)
        for block in self.blocks[:TEXTURE_BLOCK]:
            x = block(x)
        return self.blocks[TEXTURE_BLOCK].steps[0](x).mean((2, 3))

    def convolutions(self) -> list[Convolution]:
        """In order of execution, as in the weights file."""
        return [module for module in self.modules() if isinstance(module, Convolution)]


def freeze_early(trunk: Trunk, blocks: int) -> None:
    """The stem and the first `blocks` keep ImageNet's edges: half the time of a training step goes there."""
    for module in (trunk.stem, *trunk.blocks[:blocks]):
        for parameter in module.parameters():
            parameter.requires_grad_(False)


def load_imagenet(trunk: Trunk, layers: list[Layer]) -> None:
    """Puts the given weights in. The first kernel is summed over colour, exact for grey pictures."""
    ours = trunk.convolutions()
    wanted = len(layers) - 1 - (trunk.top is None)  # the last layer is the classifier, the one before it the top
    if len(ours) != wanted:
        raise ValueError(f'{wanted} feature layers in the weights, {len(ours)} in the trunk')
    for index, (module, layer) in enumerate(zip(ours, layers)):
        weight = torch.from_numpy(layer.weight)
        module.convolution.weight.data.copy_(weight.sum(1, keepdim=True) if index == 0 else weight)
        module.convolution.bias.data.copy_(torch.from_numpy(layer.bias))
