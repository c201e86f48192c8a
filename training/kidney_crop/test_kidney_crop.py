"""Tests without data: drawn findings, labels, trees' JSON. `/usr/bin/python3 -m unittest discover -s training`."""
from __future__ import annotations

import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from kidney_crop.crops import CAPSULE, EXACT, WIDE, finding_labels
from kidney_crop.network import CELLS, FINDINGS, SIDE, KidneyCrop
from kidney_crop.paste import paste
from kidney_crop.paste_fluid import Kidney, axes_of, collecting_system, fill_with_fluid
from kidney_crop.real import RealKidney
from kidney_crop.setting import choose
from kidney_crop.trees import fit_trees, logits_of, write_trees
from kidney_crop.vary import Variation, vary
from figures import Scores


def ellipse(half: tuple[float, float]) -> np.ndarray:
    y, x = np.mgrid[0:WIDE, 0:WIDE] - WIDE / 2
    return (x / half[0]) ** 2 + (y / half[1]) ** 2 < 1


def kidney() -> tuple[np.ndarray, RealKidney]:
    capsule, sinus = ellipse((75, 35)), ellipse((45, 14))
    grey = np.random.default_rng(1).normal(60, 8, capsule.shape) + 60 * sinus
    return np.clip(grey, 1, 255).astype(np.uint8), RealKidney('a.jpg', 'ks1', False, capsule, sinus)


class Drawn(unittest.TestCase):
    def test_fluid_is_dark_and_inside_the_capsule(self):
        grey, real = kidney()
        whole = Kidney(grey.astype(np.float32), real.capsule, real.sinus)
        for grade in (1, 2, 3, 4):
            mask = collecting_system(whole, grade, np.random.default_rng(grade))
            self.assertEqual((mask.astype(bool) & ~real.capsule).sum(), 0)
        drawn = fill_with_fluid(whole, mask, np.random.default_rng(2))
        deep = mask.astype(bool)
        self.assertLess(drawn[deep].mean(), grey[deep].mean() - 15)

    def test_higher_grades_are_wider(self):
        grey, real = kidney()
        whole = Kidney(grey.astype(np.float32), real.capsule, real.sinus)
        rngs = [np.random.default_rng(seed) for seed in range(20)]
        area = [np.mean([collecting_system(whole, grade, rng).sum() for rng in rngs]) for grade in (1, 2, 3, 4)]
        self.assertEqual(area, sorted(area))

    def test_what_is_drawn_is_labelled(self):
        grey, real = kidney()
        for seed in range(40):
            made = paste(grey, real, np.random.default_rng(seed))
            self.assertEqual(bool((made.labels[1:] == 1).any()), made.labels[0] == 1)
            self.assertLessEqual((made.labels == 1).sum(), 2)
            self.assertTrue(((made.marks >= CAPSULE) == real.capsule).all())

    def test_axes_are_those_of_the_ellipse(self):
        centre, long, short = axes_of(ellipse((75, 35)))
        self.assertTrue(np.allclose(centre, WIDE / 2, atol=0.6))
        self.assertAlmostEqual(float(np.hypot(*long)), 75, delta=1)
        self.assertAlmostEqual(float(np.hypot(*short)), 35, delta=1)

    def test_varying_is_the_same_for_the_same_number(self):
        grey, real = kidney()
        marks = real.capsule.astype(np.uint8) * CAPSULE
        first, second = (vary(grey, marks, Variation(tight=0.5, haze=0.5), np.random.default_rng(7))[0] for _ in range(2))
        self.assertTrue((first == second).all() and first.shape == (EXACT, EXACT))


class Labels(unittest.TestCase):
    row = {'findings': ['stone'], 'size': {'cortexDb': -6.0}}

    def label(self, pixels: int, **change) -> np.ndarray:
        marks = np.zeros(1000, np.uint8)
        marks[:pixels] = CAPSULE + 1
        return finding_labels({**self.row, **change}, marks)

    def test_a_stone_in_the_cut_is_one(self):
        self.assertEqual(self.label(50)[[0, 1]].tolist(), [1, 1])

    def test_a_stone_beside_the_cut_is_none(self):
        self.assertEqual(self.label(0)[[0, 1]].tolist(), [0, 0])

    def test_a_sliver_is_not_asked_for(self):
        self.assertTrue(np.isnan(self.label(8)[[0, 1]]).all())

    def test_bright_cortex_is_hyperechoic(self):
        self.assertEqual(self.label(0, size={'cortexDb': 3.0})[FINDINGS.index('hyperechogenicity')], 1)


class Network(unittest.TestCase):
    def test_few_cells_suffice(self):
        torch.manual_seed(1)
        out = KidneyCrop().eval()(torch.zeros(2, 1, SIDE, SIDE))
        self.assertEqual(tuple(out.map.shape), (2, 6, CELLS, CELLS))
        self.assertTrue(torch.allclose(out.logits, out.map.exp().mean((2, 3)).log(), atol=1e-5))
        self.assertEqual((out.egfr.shape[1], out.features.shape[1]), (10, 96))

    def test_the_threshold_keeps_nine_in_ten_negatives(self):
        rng = np.random.default_rng(3)
        truth = (rng.random(4000) < 0.3).astype(np.float32)
        choice = choose([Scores(rng.normal(truth, 1.5), truth, np.arange(4000))])
        negatives = rng.normal(0, 1.5, 20000)
        self.assertGreater((negatives <= choice.logit()).mean(), 0.88)
        self.assertTrue(choice.band[0] <= choice.threshold <= choice.band[1])


class Trees(unittest.TestCase):
    def test_children_lie_behind_their_parent_and_the_sum_is_the_logit(self):
        rng = np.random.default_rng(5)
        features = rng.normal(size=(600, 4))
        model = fit_trees(features, 60 + 30 * features[:, 0] + rng.normal(0, 5, 600), 1)
        with tempfile.TemporaryDirectory() as folder:
            write_trees(model, Path(folder) / 'ckd.json')
            found = json.loads((Path(folder) / 'ckd.json').read_text())
        for tree in found['trees']:
            self.assertTrue(all(child == -1 or child > node for node, child in enumerate(tree['left'])))
        said = [found['start'] + sum(_follow(tree, row) for tree in found['trees']) for row in features[:50]]
        self.assertTrue(np.allclose(said, logits_of(model, features[:50]), atol=1e-9))


def _follow(tree: dict, row: np.ndarray) -> float:
    node = 0
    while tree['left'][node] >= 0:
        node = tree['left' if row[tree['feature'][node]] <= tree['threshold'][node] else 'right'][node]
    return tree['value'][node]


if __name__ == '__main__':
    unittest.main()
