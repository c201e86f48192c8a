"""Run with `/usr/bin/python3 -m unittest discover -s training`. Needs no data."""
import unittest

import numpy as np

from degrade.gain import GREY_PER_DB, apply_gain, field_curve, field_means, gain_label, overall_curve
from degrade.gas import add_gas
from degrade.motion import add_motion
from degrade.scene import Scene
from degrade.shadow import add_shadow, cover
from view import Framing, is_position_fault, measure_framing

SIDE = 128


def make_scene(tone: float = 70.0) -> Scene:
    """A speckled square sector with a round kidney in its middle; beams run straight down."""
    rng = np.random.default_rng(1)
    y, x = (np.mgrid[0:SIDE, 0:SIDE] + 0.5) / SIDE
    grey = np.clip(tone + 12 * rng.standard_normal((SIDE, SIDE)), 0, 255).astype(np.float32)
    kidney = (x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.03
    return Scene(grey, np.ones((SIDE, SIDE), bool), kidney, x.astype(np.float32), y.astype(np.float32))


class Gain(unittest.TestCase):
    def test_adds_grey_in_proportion_to_decibels(self):
        scene = make_scene()
        after = apply_gain(scene, overall_curve(5), np.random.default_rng(2))
        self.assertAlmostEqual(float(after.grey.mean() - scene.grey.mean()), 5 * GREY_PER_DB, delta=0.5)

    def test_clips_at_black_and_is_then_a_fault(self):
        curve = overall_curve(-20)
        after = apply_gain(make_scene(), curve, np.random.default_rng(2))
        self.assertGreater(float((after.grey == 0).mean()), 0.6)
        self.assertEqual(gain_label(after, curve), 1)

    def test_small_change_of_a_well_exposed_picture_is_none(self):
        curve = overall_curve(2)
        self.assertEqual(gain_label(apply_gain(make_scene(), curve, np.random.default_rng(2)), curve), 0)

    def test_small_change_of_a_dark_picture_gets_no_label(self):
        curve = overall_curve(2)
        after = apply_gain(make_scene(20), curve, np.random.default_rng(2))
        self.assertTrue(np.isnan(gain_label(after, curve)))

    def test_far_field_curve_leaves_the_near_field(self):
        rng = np.random.default_rng(2)
        scene = make_scene()
        near, far = field_means(apply_gain(scene, field_curve(-25, True, rng), rng))
        self.assertAlmostEqual(near, field_means(scene)[0], delta=3)
        self.assertLess(far, 10)


class Artefacts(unittest.TestCase):
    def test_shadow_darkens_what_it_covers_and_nothing_above(self):
        scene = make_scene()
        after, strength = add_shadow(scene, 0.5, np.random.default_rng(4))
        self.assertGreater(cover(scene, strength), 0.05)
        deep = (strength > 0.9) & (scene.d > 0.6)
        self.assertLess(after.grey[deep].mean(), scene.grey[deep].mean() - 25)
        np.testing.assert_array_equal(after.grey[strength == 0][-50:], scene.grey[strength == 0][-50:])

    def test_shadow_beside_the_kidney_covers_nothing(self):
        scene = make_scene()
        self.assertEqual(cover(scene, add_shadow(scene, 0.02, np.random.default_rng(4))[1]), 0)

    def test_gas_has_a_bright_interface(self):
        after, strength = add_gas(make_scene(), 0.5, np.random.default_rng(5))
        self.assertGreater(after.grey.max(), 130)
        self.assertGreater(strength.max(), 0.9)

    def test_movement_blurs(self):
        scene = make_scene()
        self.assertLess(add_motion(scene, np.random.default_rng(6)).grey.std(), 0.8 * scene.grey.std())


class Position(unittest.TestCase):
    SQUARE = np.float32([[0, 0], [300, 0], [300, 300], [0, 300]])

    def test_half_a_kidney_is_cut_by_half(self):
        capsule = np.float32([[250, 100], [350, 100], [350, 200], [250, 200]])
        framing = measure_framing(self.SQUARE, capsule)
        self.assertAlmostEqual(framing.cut, 0.5, delta=0.05)
        self.assertEqual(is_position_fault(framing), 1)

    def test_whole_and_central_is_fine(self):
        capsule = np.float32([[90, 100], [210, 100], [210, 190], [90, 190]])
        self.assertEqual(is_position_fault(measure_framing(self.SQUARE, capsule)), 0)

    def test_whole_but_at_the_edge_is_a_fault(self):
        capsule = np.float32([[1, 100], [121, 100], [121, 190], [1, 190]])
        framing = measure_framing(self.SQUARE, capsule)
        self.assertAlmostEqual(framing.gap, 1 / np.sqrt(120 * 90 / np.pi), delta=1e-3)
        self.assertEqual(is_position_fault(framing), 1)

    def test_small_is_a_fault_and_in_between_has_no_label(self):
        self.assertEqual(is_position_fault(Framing(0, 0.03, 0.5, 0.4, 1)), 1)
        self.assertTrue(np.isnan(is_position_fault(Framing(0, 0.06, 0.5, 0.4, 1))))


if __name__ == '__main__':
    unittest.main()
