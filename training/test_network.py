"""Run with `/usr/bin/python3 -m unittest discover -s training`. Needs no data."""
import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from average import decay_at, follow
from beams import fit_beams, mirror
from calibrate import band, reliability
from decoder import Decoder
from export_tfjs import add_decoder, add_trunk, rounded
from figures import Scores, auc
from golden import list_files, write_card, write_golden
from graph import Graph, half
from mobilenet_v2 import Convolution, Trunk
from novelty import fit_novelty
from structures import shrink


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

    def test_decoder_gives_half_the_side(self):
        maps = Decoder(3)(Trunk(top=False)(torch.rand(2, 1, 64, 96)).taps)
        self.assertEqual(tuple(maps.shape), (2, 3, 32, 48))


class Package(unittest.TestCase):
    def test_weights_file_holds_the_rounded_weights_in_order(self):
        torch.manual_seed(1)
        trunk, decoder, graph = rounded(Trunk()), rounded(Decoder(2)), Graph()
        nodes = add_trunk(graph, graph.placeholder('input', (1, 224, 224, 1)), trunk)
        add_decoder(graph, 'maps', nodes.taps, decoder)
        with tempfile.TemporaryDirectory() as name:
            graph.write(Path(name), {'input': (1, 224, 224, 1)}, {'maps': (1, 112, 112, 2)})
            model = json.loads((Path(name) / 'model.json').read_text())
            data = (Path(name) / 'weights.bin').read_bytes()
        first = model['weightsManifest'][0]['weights'][0]
        self.assertEqual(first['shape'], [3, 3, 1, 32])
        stored = np.frombuffer(data, np.float16, 288).astype(np.float32).reshape(3, 3, 1, 32)
        ours = trunk.stem.convolution.weight.detach().numpy().transpose(2, 3, 1, 0)
        np.testing.assert_array_equal(stored, ours)
        self.assertEqual(model['modelTopology']['node'][-1]['op'], 'DepthToSpace')

    def test_half_precision_is_kept_by_a_second_rounding(self):
        values = np.random.default_rng(2).standard_normal(1000).astype(np.float32)
        np.testing.assert_array_equal(half(half(values)), half(values))

    def test_card_keeps_lists_of_numbers_on_one_line(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            grey = np.arange(16, dtype=np.uint8).reshape(4, 4)
            golden = write_golden(folder, {'a': grey}, {'a': {'logits': np.array([0.123456, -2e-7, 3])}}, 0.05)
            card = {'golden': golden, 'files': list_files(folder), 'range': [-1, 1]}
            write_card(folder, card)
            text = (folder / 'card.json').read_text()
        self.assertEqual(json.loads(text), card)
        self.assertIn('"logits": [0.12346, -0.0, 3.0]', text)
        self.assertEqual(card['files'][0]['bytes'], 16)


class Structures(unittest.TestCase):
    def test_shrinking_takes_the_mean_and_keeps_the_unknown(self):
        wanted = np.int8([[[1, 0, 1, 1], [0, 0, 1, -1]]])
        np.testing.assert_array_equal(shrink(wanted, 2), np.float32([[[0.25, -1]]]))


class Calibration(unittest.TestCase):
    def test_band_holds_no_more_than_its_share(self):
        scores = Scores(np.linspace(-5, 5, 1001), np.zeros(1001), np.zeros(1001))
        low, high = band([scores], 1.0, 0.2)
        self.assertAlmostEqual(high - 1, 1 - low)
        self.assertLessEqual(((scores.score > low) & (scores.score < high)).mean(), 0.2)

    def test_reliability_counts_every_picture_once(self):
        rows = reliability(np.array([0.05, 0.11, 0.19, 1.0]), np.array([0, 1, 0, 1]))
        self.assertEqual([r['n'] for r in rows], [1, 2, 0, 0, 0, 0, 0, 0, 0, 1])
        self.assertEqual(rows[1]['seen'], 0.5)


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


class Average(unittest.TestCase):
    def test_it_comes_nearer_and_early_steps_count_more(self):
        slow, fast = torch.nn.Linear(2, 1), torch.nn.Linear(2, 1)
        with torch.no_grad():
            slow.weight.zero_()
            fast.weight.fill_(1.0)
        follow(slow, fast, decay_at(0, 0.99))
        torch.testing.assert_close(slow.weight.data, torch.full((1, 2), 0.9))
        self.assertLess(decay_at(0, 0.99), decay_at(50, 0.99))
        self.assertEqual(decay_at(10_000, 0.99), 0.99)


if __name__ == '__main__':
    unittest.main()
