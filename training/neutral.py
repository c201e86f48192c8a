"""Changes that are no fault: other scanners, prints, compression, text. Given to every class alike."""
from __future__ import annotations

import cv2
import numpy as np

from degrade.scene import Scene, noise


def _curve(scene: Scene, rng: np.random.Generator) -> Scene:
    """Another grey map: gamma and dynamic range about the picture's own mean, which stays."""
    grey = scene.grey / 255
    mean = float(grey[scene.inside].mean())
    bent = grey ** np.exp(rng.uniform(-0.45, 0.45))
    bent = (bent - bent[scene.inside].mean()) * np.exp(rng.uniform(-0.4, 0.4)) + mean
    return scene.with_grey(255 * bent)


def _speckle(scene: Scene, rng: np.random.Generator) -> Scene:
    strength = rng.uniform(0.03, 0.25)
    return scene.with_grey(scene.grey * (1 + strength * noise(scene.grey.shape, rng.uniform(0, 1.4), rng)))


def _resolution(scene: Scene, rng: np.random.Generator) -> Scene:
    """Softer or sharper: another probe, or a small picture blown up."""
    side = scene.side
    if rng.random() < 0.4:
        soft = cv2.GaussianBlur(scene.grey, (0, 0), rng.uniform(0.8, 2))
        return scene.with_grey(scene.grey + rng.uniform(0.2, 1.2) * (scene.grey - soft))
    small = int(side * rng.uniform(0.25, 0.9))
    grey = cv2.resize(scene.grey, (small, small), interpolation=cv2.INTER_AREA)
    return scene.with_grey(cv2.resize(grey, (side, side), interpolation=int(rng.choice([1, 2]))))


def _compression(scene: Scene, rng: np.random.Generator) -> Scene:
    quality = int(rng.integers(25, 90))
    _, data = cv2.imencode('.jpg', scene.grey.astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, quality])
    return scene.with_grey(cv2.imdecode(data, 0).astype(np.float32))


def _mark(scene: Scene, rng: np.random.Generator) -> Scene:
    """Text, calipers, dotted lines and focus marks, inside the sector too."""
    grey, side = np.ascontiguousarray(scene.grey), scene.side
    for _ in range(int(rng.integers(1, 5))):
        at = tuple(int(v) for v in rng.integers(0, side, 2))
        tone = float(rng.uniform(120, 255))
        kind = rng.integers(0, 4)
        if kind == 0:
            text = ''.join(rng.choice(list('0123456789 cmDKLRT.:'), int(rng.integers(2, 12))))
            cv2.putText(grey, text, at, int(rng.choice([0, 1, 2])), rng.uniform(0.25, 0.6), tone, 1, cv2.LINE_AA)
        elif kind == 1:
            cv2.drawMarker(grey, at, tone, int(rng.choice([0, 1, 2])), int(rng.integers(4, 10)), 1)
        elif kind == 2:
            to = rng.integers(0, side, 2)
            for t in np.arange(0, 1, rng.uniform(0.03, 0.08)):
                dot = np.array(at) + t * (to - np.array(at))
                cv2.circle(grey, (int(dot[0]), int(dot[1])), 0, tone, -1)
        else:
            y = np.arange(int(rng.integers(2, 20)), side, int(rng.integers(8, 30)))
            x = int(rng.choice([2, side - 6]))
            for tick in y:
                cv2.line(grey, (x, int(tick)), (x + 3, int(tick)), tone, 1)
    return scene.with_grey(grey)


def _edge(scene: Scene, rng: np.random.Generator) -> Scene:
    """The sector found a little too small or with soft edges."""
    keep = cv2.erode(scene.inside.astype(np.uint8), np.ones((3, 3)), iterations=int(rng.integers(1, 4)))
    return scene.with_grey(scene.grey * keep)


STEPS = ((_curve, 0.6), (_speckle, 0.35), (_resolution, 0.4), (_edge, 0.2), (_mark, 0.3), (_compression, 0.4))


def vary(scene: Scene, rng: np.random.Generator, strength: float = 1.0) -> Scene:
    """Applies each harmless change with its own probability times `strength`."""
    for step, probability in STEPS:
        if rng.random() < probability * strength:
            scene = step(scene, rng)
    return scene
