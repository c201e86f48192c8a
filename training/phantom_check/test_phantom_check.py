"""Tests the measures on drawn pictures whose figures are known."""
from __future__ import annotations

import sys
import unittest
from pathlib import Path

import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from phantom_check.intervals import Histograms, distance_within, estimate_distance, estimate_mean  # noqa: E402
from phantom_check.measures import envelope_ratio, levels  # noqa: E402
from phantom_check.pictures import Box, Picture  # noqa: E402
from phantom_check.report import write_report  # noqa: E402
from phantom_check.speckle import speckle_sizes  # noqa: E402
from phantom_check.tissues import tissue_masks  # noqa: E402


def ellipse(shape: tuple[int, int], axes: tuple[int, int]) -> np.ndarray:
    mask = np.zeros(shape, np.uint8)
    cv2.ellipse(mask, (shape[1] // 2, shape[0] // 2), axes, 0, 0, 360, 1, -1)
    return mask.astype(bool)


def kidney(seed: int = 1) -> Picture:
    """Grey 80 around, 50 in the parenchyma, 110 in the complex, with a little noise."""
    shape = (300, 320)
    capsule, inner = ellipse(shape, (80, 40)), ellipse(shape, (45, 18))
    grey = np.where(inner, 110, np.where(capsule, 50, 80)) + np.random.default_rng(seed).normal(0, 3, shape)
    return Picture('a', grey.round().astype(np.uint8), np.ones(shape, bool), capsule, inner, range_db=51.0)


class Measures(unittest.TestCase):
    def test_rayleigh_envelope_has_its_ratio_after_compression(self) -> None:
        envelope = np.random.default_rng(1).rayleigh(1, (400, 400))
        grey = np.clip(255 / 65 * (20 * np.log10(envelope) + 40), 0, 255).round().astype(np.uint8)
        self.assertAlmostEqual(envelope_ratio(grey, np.ones(grey.shape, bool), 65), 1.91, delta=0.06)

    def test_contrasts_are_in_grey_and_in_the_pictures_own_decibels(self) -> None:
        picture = kidney()
        found = levels(picture, tissue_masks(picture))
        self.assertAlmostEqual(found['central echo complex − parenchyma, grey'], 60, delta=0.5)
        self.assertAlmostEqual(found['central echo complex − parenchyma, dB'], 12, delta=0.1)
        self.assertAlmostEqual(found['rim outside the capsule: mean grey'], 80, delta=0.5)
        self.assertAlmostEqual(found['tissue before the kidney: deviation within 9 px'], 3, delta=0.4)

    def test_speckle_size_is_the_width_of_the_blur(self) -> None:
        noise = np.random.default_rng(2).normal(0, 1, (320, 320))
        blurred = cv2.GaussianBlur(noise, (0, 0), sigmaX=2.0, sigmaY=1.0)
        grey = (80 + 10 * blurred / blurred.std()).round().astype(np.uint8)
        found = speckle_sizes(Picture('a', grey, np.ones(grey.shape, bool)))
        # Full width of a Gaussian: 2.355 deviations; its autocorrelation: √2 wider; less what goes with the broad grey.
        self.assertAlmostEqual(found['speckle along the beam, near third, px of 320'], 2.355 * 1.414, delta=0.6)
        self.assertAlmostEqual(found['speckle across the beam, far third, px of 320'], 2.355 * 2.828, delta=0.9)

    def test_box_cuts_scales_and_moves_contours_alike(self) -> None:
        box = Box(10, 20, 170, 100)
        image = np.zeros((120, 200), np.uint8)
        image[40:60, 50:90] = 255
        fitted = box.fit(image, cv2.INTER_AREA)
        corners = np.array([[50, 40], [89.5, 40], [89.5, 59.5], [50, 59.5]])
        filled = box.fill(corners, fitted.shape)
        self.assertEqual(fitted.shape, (160, 320))
        self.assertGreater((filled == (fitted > 127)).mean(), 0.99)


class Intervals(unittest.TestCase):
    def test_a_shift_of_all_grey_is_the_distance(self) -> None:
        rng = np.random.default_rng(3)
        shares = np.array([np.bincount(rng.integers(40, 90, 5000), minlength=256) / 5000 for _ in range(12)])
        groups = [str(i // 2) for i in range(12)]
        moved = Histograms(np.roll(shares, 7, axis=1), groups)
        self.assertAlmostEqual(estimate_distance(Histograms(shares, groups), moved, 1).value, 7, delta=0.01)
        self.assertLess(distance_within(moved, 1), 1)

    def test_groups_are_drawn_whole(self) -> None:
        alike = estimate_mean([0.0] * 50 + [1.0] * 50, ['a'] * 50 + ['b'] * 50, 1)
        apart = estimate_mean([0.0] * 50 + [1.0] * 50, [str(i) for i in range(100)], 1)
        self.assertEqual((alike.low, alike.high), (0.0, 1.0))
        self.assertGreater(apart.low, 0.35)

    def test_the_words_of_the_page_stay(self) -> None:
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as folder:
            page = Path(folder) / 'README.md'
            page.write_text('before\n<!-- table: written by run.py -->\nold\n<!-- end of table -->\nafter\n')
            write_report('new', page)
            self.assertEqual(page.read_text().replace('\n', ' ').split('<!--')[0], 'before ')
            self.assertIn('new', page.read_text())
            self.assertNotIn('old', page.read_text())
            self.assertTrue(page.read_text().endswith('after\n'))


if __name__ == '__main__':
    unittest.main()
