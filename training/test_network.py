"""Run with `/usr/bin/python3 -m unittest discover -s training`. Needs no data."""
import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from beams import fit_beams, mirror
from export_tfjs import export, rounded
from figures import Scores, auc
from golden import DRAWINGS
from graph import half
from mobilenet_v2 import Convolution, KidneyView
from novelty import fit_novelty


class Network(unittest.TestCase):
    def test_stride_two_pads_below_and_right_as_tensorflow_does(self):
        layer = Convolution(1, 1, 3, 2, 1, False)
        layer.convolution.weight.data.fill_(1)
        layer.convolution.bias.data.zero_()
        x = torch.zeros(1, 1, 4, 4)
        x[0, 0, 0, 0] = 1
        # SAME, 4 → 2: the first window starts at pixel 0, so only the first output sees pixel 0
        self.assertEqual(layer(x)[0, 0].tolist(), [[1, 0], [0, 0]])
        x[0, 0, 0, 0], x[0, 0, 2, 2] = 0, 1
        self.assertEqual(layer(x)[0, 0].tolist(), [[1, 1], [1, 1]])

    def test_mean_of_the_map_is_the_logits(self):
        out = KidneyView().eval()(torch.rand(2, 1, 64, 64))
        torch.testing.assert_close(out.map.mean((2, 3)), out.logits)


class Package(unittest.TestCase):
    def test_weights_file_holds_the_rounded_weights_in_order(self):
        torch.manual_seed(1)
        network = rounded(KidneyView())
        novelty = fit_novelty(np.random.default_rng(1).random((90, 192), np.float32), np.ones(90)).rounded()
        with tempfile.TemporaryDirectory() as name:
            export(network, novelty, Path(name))
            model = json.loads((Path(name) / 'model.json').read_text())
            data = (Path(name) / 'weights.bin').read_bytes()
        first = model['weightsManifest'][0]['weights'][0]
        self.assertEqual(first['shape'], [3, 3, 1, 32])
        stored = np.frombuffer(data, np.float16, 288).astype(np.float32).reshape(3, 3, 1, 32)
        ours = network.stem.convolution.weight.detach().numpy().transpose(2, 3, 1, 0)
        np.testing.assert_array_equal(stored, ours)
        names = {node['name'] for node in model['modelTopology']['node']}
        self.assertLessEqual({'input', 'logits', 'map', 'novelty'}, names)

    def test_half_precision_is_kept_by_a_second_rounding(self):
        values = np.random.default_rng(2).standard_normal(1000).astype(np.float32)
        np.testing.assert_array_equal(half(half(values)), half(values))

    def test_drawings_are_the_same_each_time(self):
        for draw in DRAWINGS.values():
            np.testing.assert_array_equal(draw(), draw())


class Novelty(unittest.TestCase):
    def test_training_pictures_score_one_on_average_and_strangers_more(self):
        rng = np.random.default_rng(3)
        familiar = rng.standard_normal((500, 200)).astype(np.float32)
        novelty = fit_novelty(familiar, np.ones(500))
        self.assertAlmostEqual(float(novelty.score(familiar).mean()), 1, delta=0.02)
        self.assertGreater(float(novelty.score(familiar[:50] + 3).min()), 3)


class Geometry(unittest.TestCase):
    def test_beams_there_and_back(self):
        outline = np.float32([[-50, 60], [50, 60], [100, 200], [-100, 200]])
        beams = fit_beams(outline, np.float32([0, 0]))
        x, y = np.float32([10, -30]), np.float32([100, 150])
        back = beams.to_pixel(*beams.to_beam(x, y))
        np.testing.assert_allclose(np.stack(back), np.stack([x, y]), rtol=1e-4)

    def test_mirror_folds(self):
        np.testing.assert_allclose(mirror(np.array([0.3, -0.2, 1.2, 2.1])), [0.3, 0.2, 0.8, 0.1], atol=1e-9)


class Figures(unittest.TestCase):
    def test_area_under_the_curve_counts_ties_half(self):
        scores = Scores(np.array([1.0, 2, 2, 3]), np.array([0, 0, 1, 1]), np.zeros(4))
        self.assertEqual(auc(scores), 0.875)


if __name__ == '__main__':
    unittest.main()
