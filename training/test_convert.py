"""Run with `/usr/bin/python3 -m unittest discover -s training`. Needs no data; TF.js answers by `npx tsx training/verify.ts`."""
import json
import subprocess
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torchvision import models

from convert_torch import findings_entry, function_entry, write_package
from torch_network import IMAGENET, Wish, answers_of, prepare, translate
from torch_nodes import Unsupported

ROOT = Path(__file__).parents[1]


def _settle(network: nn.Module) -> nn.Module:
    """Batch norms as after training: statistics that are not 0 and 1."""
    for layer in network.modules():
        if isinstance(layer, nn.BatchNorm2d):
            nn.init.uniform_(layer.running_mean, -0.2, 0.2)
            nn.init.uniform_(layer.running_var, 0.6, 1.6)
            nn.init.uniform_(layer.weight, 0.3, 0.8)
            nn.init.uniform_(layer.bias, -0.3, 0.3)
    return network.eval()


def _wish(outputs: dict, **changes) -> Wish:
    return Wish(**{'name': 'test', 'outputs': outputs, **changes})


FINDINGS = {'findings': findings_entry(['stone', 'cyst'])}


def differences(network: nn.Module, wish: Wish) -> list[float]:
    """How far TF.js lies from PyTorch in each golden tensor, over the largest value of the card."""
    with tempfile.TemporaryDirectory() as name:
        write_package(network, wish, Path(name))
        golden = json.loads((Path(name) / 'card.json').read_text())['golden']
        largest = max(max(map(abs, values)) for test in golden for values in test['outputs'].values())
        command = ['npx', 'tsx', 'training/verify.ts', name, '--untimed']
        told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found = [float(line.rpartition(' ')[2]) for line in told.splitlines() if 'largest difference' in line]
    assert len(found) == sum(len(test['outputs']) for test in golden), told
    return [value / max(1.0, largest) for value in found]


class Conversion(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(3)

    def test_residual_networks_answer_as_in_pytorch(self):
        regressor = {'function': function_entry(10, 'CKD-EPI 2009', 20.0)}
        for make, wish in (
            (models.resnet18, _wish(FINDINGS, side=160)),
            (models.resnet50, _wish(FINDINGS)),
            (models.resnet101, _wish(regressor)),
        ):
            count = len(FINDINGS['findings']['labels']) if 'findings' in wish.outputs else 10
            with self.subTest(make.__name__):
                found = differences(_settle(make(num_classes=count)), wish)
                self.assertEqual(len(found), 4 if 'findings' in wish.outputs else 2)
                self.assertLess(max(found), 1e-3)

    def test_depthwise_grouped_dilated_and_grey_ones_too(self):
        layers = nn.Sequential(
            nn.Conv2d(1, 8, 5, 2, (1, 3)), nn.BatchNorm2d(8), nn.ReLU6(),
            nn.Conv2d(8, 16, 3, 1, 2, dilation=2, groups=8), nn.MaxPool2d(3, 2, 1),
            nn.Conv2d(16, 12, (3, 1), 1, (1, 0), groups=4, bias=False), nn.BatchNorm2d(12), nn.BatchNorm2d(12),
            nn.AvgPool2d(2), nn.ReLU(), nn.Flatten(), nn.Dropout(), nn.Linear(12 * 8 * 7, 2),
        )  # fmt: skip
        wish = _wish(FINDINGS, channels=1, side=64, normalise=None)
        layers[-1] = nn.Linear(_length(layers[:-2], 64), 2)
        self.assertLess(max(differences(_settle(layers), wish)), 1e-3)

    def test_two_tasks_in_one_network(self):
        class Both(nn.Module):
            def __init__(self):
                super().__init__()
                self.trunk = nn.Sequential(nn.Conv2d(3, 8, 3, 2, 1), nn.ReLU())
                self.screen, self.estimate = nn.Linear(8, 2), nn.Linear(8, 10)

            def forward(self, x):
                features = self.trunk(x).mean([2, 3])
                return {'findings': self.screen(features), 'function': self.estimate(features)}

        outputs = {**FINDINGS, 'function': function_entry(10, 'CKD-EPI 2009', 20.0)}
        found = differences(Both(), _wish(outputs, side=32))
        self.assertEqual(len(found), 6)
        self.assertLess(max(found), 1e-3)

    def test_pictures_are_normalised_before_zeros_are_added_round_them(self):
        layer = nn.Sequential(nn.Conv2d(3, 1, 3, 1, 1, bias=False), nn.ReLU(), nn.Flatten(), nn.Linear(16, 2))
        wish = _wish(FINDINGS, side=4)
        traced = prepare(layer, wish)
        found = answers_of(traced, translate(traced, wish), (np.zeros((4, 4)), wish))
        mean, deviation = (torch.tensor(values).reshape(1, 3, 1, 1) for values in IMAGENET)
        expected = traced((torch.zeros(1, 3, 4, 4) - mean) / deviation)[0].detach().numpy()
        np.testing.assert_allclose(next(iter(found.values())), expected, atol=1e-6)
        self.assertLess(max(differences(layer, wish)), 1e-3)

    def test_what_cannot_be_converted_is_refused_with_advice(self):
        for last, said in ((nn.Sigmoid(), 'cut sigmoid'), (nn.GELU(), 'docs/models.md'), (nn.Linear(2, 3), 'the card needs')):
            network = nn.Sequential(nn.Conv2d(3, 2, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), last)
            wish = _wish(FINDINGS, side=16)
            with self.subTest(said), self.assertRaisesRegex(Unsupported, said):
                translate(prepare(network, wish), wish)


def _length(layers: nn.Sequential, side: int) -> int:
    return layers(torch.zeros(2, 1, side, side)).shape[1]


if __name__ == '__main__':
    unittest.main()
