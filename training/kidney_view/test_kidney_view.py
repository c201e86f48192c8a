"""Run with `/usr/bin/python3 -m unittest discover -s training`. Needs no data."""
import unittest

import numpy as np
import torch

from kidney_view.compose import Plan, compose
from kidney_view.loss import loss_of
from kidney_view.network import KidneyView, Outputs
from kidney_view.overlap import dice_of
from records import Record
from structures import CAPSULE, COMPLEX, CORTEX


def make_record(**known) -> Record:
    """A speckled square with a kidney in its middle."""
    grey = np.random.default_rng(1).integers(40, 100, (320, 320)).astype(np.uint8)
    square = np.float32([[0, 0], [320, 0], [320, 320], [0, 320]])
    capsule = np.float32([[100, 110], [220, 110], [220, 200], [100, 200]])
    return Record(0, 'made', 'abdomen', True, 'b', False, square, None, None, capsule, large=grey, **known)


def as_it_is(record: Record):
    return compose(record, Plan(False, False, False, False), 160, np.random.default_rng(4), harmless=0)


class Network(unittest.TestCase):
    def test_mean_of_the_map_is_the_logits(self):
        out = KidneyView().eval()(torch.rand(2, 1, 64, 64))
        torch.testing.assert_close(out.map.mean((2, 3)), out.logits)
        self.assertEqual(tuple(out.regions.shape), (2, 4, 32, 32))


class Samples(unittest.TestCase):
    def test_what_no_reader_drew_is_unknown_inside_the_capsule_and_absent_outside(self):
        regions = as_it_is(make_record()).regions
        capsule = regions[0] == 1
        self.assertGreater(capsule.mean(), 0.02)
        for structure in regions[1:]:
            self.assertTrue((structure[capsule] == -1).all())
            self.assertTrue((structure[~capsule] <= 0).all())

    def test_cortex_and_medulla_are_not_in_the_complex(self):
        inner = np.float32([[140, 140], [180, 140], [180, 170], [140, 170]])
        regions = as_it_is(make_record(complex=inner)).regions
        self.assertTrue((regions[2:, regions[1] == 1] == 0).all())

    def test_simulated_structures_are_all_known(self):
        bits = np.zeros((320, 320), np.uint8)
        bits[110:200, 100:220] = CAPSULE | CORTEX
        bits[140:170, 140:180] = CAPSULE | COMPLEX
        regions = as_it_is(make_record(structures=bits)).regions
        self.assertEqual(set(np.unique(regions)) - {-1}, {0, 1})
        self.assertTrue((regions[3][regions[0] == 1] + regions[1][regions[0] == 1] == 1).all())


class Loss(unittest.TestCase):
    def test_unknown_labels_and_pixels_do_not_count(self):
        out = Outputs(torch.randn(2, 5), None, torch.randn(2, 4, 8, 8))
        labels, regions = torch.full((2, 5), float('nan')), torch.full((2, 4, 8, 8), -1.0)
        labels[0, 0] = 1
        regions[0, 0] = 1
        before = [float(part) for part in loss_of(out, labels, regions)]
        out.logits[1] += 3
        out.regions[1] += 3
        self.assertEqual(before, [float(part) for part in loss_of(out, labels, regions)])


class Overlap(unittest.TestCase):
    def test_half_covered(self):
        truth = np.array([[True, True, False, False]])
        self.assertEqual(dice_of(np.array([[1.0, -1, -1, -1]]), truth, 0), 2 / 3)


if __name__ == '__main__':
    unittest.main()
