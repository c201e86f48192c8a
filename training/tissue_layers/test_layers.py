"""Run with `/usr/bin/python3 -m unittest discover -s training`. Needs no data."""
import unittest

import numpy as np
import torch

from graph import half
from tissue_layers.augment import make_sample, targets
from tissue_layers.layers import BACKGROUND, FASCIA, LAYERS, MUSCLE, NOT_FASCIA, SKIN_FAT, TENDON, UNKNOWN
from tissue_layers.layers import derive_layers, layers_of_regions
from tissue_layers.measure import Seen, dice, layer_dice
from tissue_layers.network import TissueLayers
from tissue_layers.pictures import find_films
from tissue_layers.train import loss_of

NUMBERS = {'none': 0, 'skin': 1, 'subcutaneousFat': 2, 'muscle': 3, 'fascia': 4, 'liver': 7, 'tendon': 20}


def _drawn(*rows: tuple[int, int]) -> np.ndarray:
    mask = np.zeros((100, 60), bool)
    for top, bottom in rows:
        mask[top:bottom] = True
    return mask


class Derived(unittest.TestCase):
    inside = np.ones((100, 60), bool)

    def test_fat_above_muscle_between_and_nothing_known_below(self):
        column = derive_layers(_drawn((20, 24), (60, 64)), self.inside)[:, 30]
        self.assertEqual([column[i] for i in (5, 22, 40, 62, 90)], [SKIN_FAT, FASCIA, MUSCLE, FASCIA, UNKNOWN])

    def test_a_single_aponeurosis_may_be_any(self):
        column = derive_layers(_drawn((20, 24)), self.inside)[:, 30]
        self.assertEqual([column[i] for i in (5, 22, 40)], [NOT_FASCIA, FASCIA, UNKNOWN])

    def test_aponeuroses_that_nearly_touch_have_no_muscle_between(self):
        column = derive_layers(_drawn((20, 24), (26, 30)), self.inside)[:, 30]
        self.assertEqual(column[25], NOT_FASCIA)

    def test_outside_the_sector_is_background(self):
        inside = self.inside.copy()
        inside[:, :10] = False
        self.assertEqual(set(derive_layers(_drawn((20, 24), (60, 64)), inside)[:, 5]), {BACKGROUND})


class Simulated(unittest.TestCase):
    def _labels(self, *runs: tuple[int, int]) -> np.ndarray:
        column = np.concatenate([np.full(count, region) for region, count in runs]).astype(np.uint8)
        regions = np.repeat(column[:, None], 50, 1)
        return layers_of_regions(regions, NUMBERS, np.ones(regions.shape, bool))[:, 25]

    def test_fascia_is_thickened_into_fat_and_muscle_but_not_into_tendon(self):
        column = self._labels((2, 40), (4, 2), (20, 20), (3, 38))
        self.assertEqual([column[i] for i in (38, 39, 41, 42, 80)], [SKIN_FAT, FASCIA, FASCIA, TENDON, MUSCLE])

    def test_muscle_in_a_strip_above_its_fascia_is_not_learned(self):
        column = self._labels((2, 40), (3, 8), (4, 2), (3, 50))
        self.assertEqual([column[i] for i in (20, 43, 48, 80)], [SKIN_FAT, NOT_FASCIA, FASCIA, MUSCLE])

    def test_what_does_not_hang_together_with_the_skin_is_not_learned(self):
        column = self._labels((2, 20), (4, 2), (3, 20), (7, 30), (3, 10))
        self.assertEqual([column[i] for i in (10, 30, 60, 80)], [SKIN_FAT, MUSCLE, BACKGROUND, UNKNOWN])


class Learning(unittest.TestCase):
    def test_unknown_pixels_change_no_loss(self):
        torch.manual_seed(1)
        maps = TissueLayers().eval()(torch.rand(1, 1, 64, 64))
        labels = np.full((64, 64), UNKNOWN, np.uint8)
        labels[:10] = SKIN_FAT
        wanted = torch.from_numpy(targets(labels))[None]
        before = loss_of(maps, wanted, 2.0).item()
        maps.layers.data[:, :, 6:] += torch.rand(1, len(LAYERS), 26, 32)
        maps.fascia.data[:, :, 6:] -= 3
        self.assertAlmostEqual(loss_of(maps, wanted, 2.0).item(), before, places=5)

    def test_targets_share_a_cell_among_its_pixels(self):
        labels = np.full((2, 2), MUSCLE, np.uint8)
        labels[0] = FASCIA
        cell = targets(labels)[:, 0, 0]
        self.assertEqual([cell[MUSCLE], cell[FASCIA], cell[len(LAYERS)]], [0.5, 0.5, 1])

    def test_a_sample_is_the_same_each_time(self):
        grey = np.random.default_rng(1).integers(0, 255, (320, 320)).astype(np.uint8)
        outline = np.float32([[10, 0], [310, 0], [310, 320], [10, 320]])
        pair = [make_sample((grey, grey % 5), outline, 64, np.random.default_rng(7)) for _ in range(2)]
        np.testing.assert_array_equal(pair[0][0], pair[1][0])
        self.assertLessEqual(set(np.unique(pair[0][1])), set(range(5)))


class Measures(unittest.TestCase):
    def test_dice(self):
        found, truth = np.zeros((2, 4, 4), bool), np.zeros((2, 4, 4), bool)
        found[0, :2], truth[0, 1:3] = True, True
        self.assertEqual(dice(found, truth)[0], 0.5)
        self.assertTrue(np.isnan(dice(found, truth)[1]))

    def test_unknown_pixels_do_not_count(self):
        labels = np.full((1, 4, 4), UNKNOWN, np.uint8)
        labels[0, 0] = MUSCLE
        seen = Seen(np.full((1, 4, 4), MUSCLE, np.uint8), np.zeros((1, 4, 4)), labels, np.array(['a']))
        self.assertEqual(layer_dice(seen, MUSCLE)[0], 1)

    def test_frames_of_one_film_are_found(self):
        rng = np.random.default_rng(2)
        first, other = rng.integers(0, 255, (2, 224, 224)).astype(np.uint8)
        films = find_films(np.stack([first, other, half(first * 0.9).astype(np.uint8)]))
        self.assertEqual(films[0], films[2])
        self.assertNotEqual(films[0], films[1])


if __name__ == '__main__':
    unittest.main()
