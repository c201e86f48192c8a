"""Writes agreement.json: masks and grades with the figures that numpy, scipy and scikit-learn give for them.

    /usr/bin/python3 test/vectors/make_agreement_vectors.py

Masks are drawn here, from polygons, by numpy alone, so that the app's own drawing is checked too.
"""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import scipy
import sklearn
from scipy.ndimage import binary_erosion, distance_transform_edt
from scipy.spatial.distance import directed_hausdorff
from scipy.stats import bootstrap
from sklearn.metrics import cohen_kappa_score, confusion_matrix, f1_score, jaccard_score

RNG = np.random.default_rng(7)
HERE = Path(__file__).parent


def inside(ring: list[list[float]], shape: tuple[int, int]) -> np.ndarray:
    """Pixels whose centres lie inside the ring, by the even-odd rule."""
    height, width = shape
    y, x = np.mgrid[0:height, 0:width] + 0.5
    found = np.zeros(shape, bool)
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
        if y0 == y1:
            continue
        spans = (y0 <= y) != (y1 <= y)
        found ^= spans & (x < x0 + (y - y0) / (y1 - y0) * (x1 - x0))
    return found


def draw(polygons: list[dict], shape: tuple[int, int]) -> np.ndarray:
    mask = np.zeros(shape, bool)
    for polygon in polygons:
        alone = inside(polygon['outer'], shape)
        for hole in polygon['holes']:
            alone &= ~inside(hole, shape)
        mask |= alone
    return mask


def blob(centre: tuple[float, float], radius: float, points: int = 24) -> list[list[float]]:
    angles = np.linspace(0, 2 * np.pi, points, endpoint=False)
    radii = radius * (1 + 0.15 * RNG.standard_normal(points))
    ring = np.stack([centre[0] + 1.3 * radii * np.cos(angles), centre[1] + radii * np.sin(angles)], axis=1)
    return ring.round(3).tolist()


def polygon(*rings: list[list[float]]) -> dict:
    return {'outer': rings[0], 'holes': list(rings[1:])}


def edge(mask: np.ndarray) -> np.ndarray:
    return mask ^ binary_erosion(mask)


def distances(a: np.ndarray, b: np.ndarray, pixel: tuple[float, float]) -> dict | None:
    """Hausdorff distance and its 95 % form as medpy.metric.binary.hd and hd95 compute them; `pixel` is (x, y)."""
    if not a.any() or not b.any():
        return None
    sampling = pixel[::-1]
    to_b = distance_transform_edt(~edge(b), sampling=sampling)[edge(a)]
    to_a = distance_transform_edt(~edge(a), sampling=sampling)[edge(b)]
    points = [np.argwhere(edge(mask)) * sampling for mask in (a, b)]
    hausdorff = max(directed_hausdorff(*points)[0], directed_hausdorff(*points[::-1])[0])
    assert np.isclose(hausdorff, max(to_a.max(), to_b.max()))
    return {'hausdorff': hausdorff, 'hausdorff95': np.percentile(np.hstack((to_b, to_a)), 95)}


def mask_case(name: str, a: list[dict], b: list[dict], pixel: tuple[float, float] = (1, 1)) -> dict:
    shape = (80, 100)
    in_a, in_b = draw(a, shape), draw(b, shape)
    flat = in_a.ravel(), in_b.ravel()
    is_empty = not (in_a.any() or in_b.any())
    return {
        'name': name, 'width': shape[1], 'height': shape[0], 'pixel': {'x': pixel[0], 'y': pixel[1]}, 'a': a, 'b': b,
        'areas': [int(in_a.sum()), int(in_b.sum())],
        'dice': None if is_empty else f1_score(*flat),
        'jaccard': None if is_empty else jaccard_score(*flat),
        'distances': distances(in_a, in_b, pixel),
    }


def mask_cases() -> list[dict]:
    one = polygon(blob((50, 40), 20))
    return [
        mask_case('two readers', [one], [polygon(blob((52, 38), 21))]),
        mask_case('far apart', [polygon(blob((20, 20), 9))], [polygon(blob((80, 60), 9))]),
        mask_case('inside one another', [polygon(blob((50, 40), 24))], [polygon(blob((50, 40), 8))]),
        mask_case('several parts', [polygon(blob((20 + 20 * i, 40), 7)) for i in range(4)],
                  [polygon(blob((22 + 20 * i, 42), 6)) for i in range(3)]),
        mask_case('parts that overlap', [one, polygon(blob((60, 44), 16))], [one]),
        mask_case('a hole', [polygon(blob((50, 40), 24), blob((50, 40), 9))], [polygon(blob((51, 41), 24), blob((46, 38), 7))]),
        mask_case('a hole filled by another part', [polygon(blob((50, 40), 24), blob((50, 40), 9)), polygon(blob((50, 40), 5))], [one]),
        mask_case('over the edge of the picture', [polygon(blob((4, 6), 18))], [polygon(blob((8, 3), 20))]),
        mask_case('pixels that are not square', [one], [polygon(blob((54, 43), 17))], (0.021, 0.034)),
        mask_case('the same', [one], [one]),
        mask_case('one empty', [one], []),
        mask_case('both empty', [], []),
        mask_case('single pixels', [polygon([[10, 10], [11, 10], [11, 11], [10, 11]])],
                  [polygon([[13, 14], [14, 14], [14, 15], [13, 15]])]),
    ]


def kappa_case(name: str, a: np.ndarray, b: np.ndarray) -> dict:
    size = int(max(a.max(), b.max())) + 1
    labels = list(range(size))
    constant = len(set(a) | set(b)) == 1
    return {
        'name': name, 'size': size, 'a': a.tolist(), 'b': b.tolist(),
        'confusion': confusion_matrix(a, b, labels=labels).tolist(),
        'equal': None if constant else cohen_kappa_score(a, b, labels=labels),
        'quadratic': None if constant else cohen_kappa_score(a, b, labels=labels, weights='quadratic'),
    }


def kappa_cases() -> list[dict]:
    grades = RNG.integers(0, 4, 60)
    near = np.clip(grades + RNG.integers(-1, 2, 60), 0, 3)
    return [
        kappa_case('four grades, near', grades, near),
        kappa_case('four grades, by chance', grades, RNG.integers(0, 4, 60)),
        kappa_case('two answers', RNG.integers(0, 2, 40), RNG.integers(0, 2, 40)),
        kappa_case('the same', grades, grades),
        kappa_case('always opposite', np.array([0, 1] * 10), np.array([1, 0] * 10)),
        kappa_case('a grade that only one gives', np.array([0, 0, 1, 1, 2]), np.array([0, 1, 1, 1, 1])),
        kappa_case('one reader always says the same', np.array([0, 1, 2, 1]), np.array([1, 1, 1, 1])),
        kappa_case('both always say the same', np.zeros(5, int), np.zeros(5, int)),
    ]


def mean_case(values: np.ndarray) -> dict:
    found = bootstrap((values,), np.mean, n_resamples=20_000, method='percentile', random_state=1).confidence_interval
    return {'values': values.tolist(), 'mean': values.mean(), 'interval': [found.low, found.high]}


def percentile_case(values: np.ndarray, share: float) -> dict:
    return {'values': np.sort(values).tolist(), 'share': share, 'percentile': np.percentile(values, share)}


def main() -> None:
    vectors = {
        'madeWith': {'numpy': np.__version__, 'scipy': scipy.__version__, 'scikit-learn': sklearn.__version__},
        'masks': mask_cases(),
        'kappas': kappa_cases(),
        'means': [mean_case(RNG.beta(9, 2, 40).round(4)), mean_case(RNG.normal(3, 12, 120).round(3))],
        'percentiles': [percentile_case(RNG.random(n).round(4), share) for n in (1, 2, 7, 100) for share in (2.5, 50, 95)],
    }
    (HERE / 'agreement.json').write_text(json.dumps(vectors) + '\n')


if __name__ == '__main__':
    main()
