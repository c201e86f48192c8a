"""Gain and time-gain compensation. On a log-compressed display both add to the grey level, then it clips."""
from __future__ import annotations

import numpy as np

from degrade.scene import Scene, noise, ramp

GREY_PER_DB = 255 / 65  # a dynamic range of 65 dB over the display
NOISE_FLOOR_DB = 12  # electronic noise this far below black in the far field; gain lifts it into view


# A fault both moves the gain by this much and leaves the kidney (or a third of the sector) too dark or bright;
# fine is a small move that leaves the kidney well exposed. In between no label is given.
FAULT_DB, FIELD_FAULT_DB, FINE_DB = 7.5, 11.0, 3.0
KIDNEY_DARK, KIDNEY_BRIGHT = 33.0, 112.0  # mean grey in the capsule; readers' "low": 90 % below 40, "ok": 80 % in 41–88
KIDNEY_FINE = (42.0, 98.0)
FIELD_DARK, FIELD_BRIGHT = 16.0, 135.0


def overall_curve(db: float) -> np.ndarray:
    """The same offset (dB) at every depth; the curve has 32 steps from skin to far field."""
    return np.full(32, db, np.float32)


def field_curve(db: float, far: bool, rng: np.random.Generator) -> np.ndarray:
    """An offset (dB) in the near or far field only, as a few sliders moved."""
    depth = np.linspace(0, 1, 32, dtype=np.float32)
    start, width = rng.uniform(0.3, 0.55), rng.uniform(0.15, 0.4)
    curve = ramp(depth, start, width)
    return db * (curve if far else curve[::-1])


def apply_gain(scene: Scene, curve_db: np.ndarray, rng: np.random.Generator) -> Scene:
    """Adds the curve (dB by depth). More gain lifts the noise floor, most in the far field."""
    db = np.interp(scene.d, np.linspace(0, 1, len(curve_db)), curve_db).astype(np.float32)
    grey = scene.grey + db * GREY_PER_DB
    lift = (db - NOISE_FLOOR_DB * (1.3 - scene.d)) * GREY_PER_DB
    if (lift[scene.inside] > 0).any():
        floor = lift + 12 * noise(grey.shape, 0.8, rng)
        grey = np.maximum(grey, floor)
    return scene.with_grey(grey)


def field_means(scene: Scene) -> tuple[float, float]:
    """Mean grey of the shallowest and the deepest third."""
    near, far = scene.inside & (scene.d < 1 / 3), scene.inside & (scene.d > 2 / 3)
    return tuple(float(scene.grey[part].mean()) if part.any() else 60.0 for part in (near, far))


def gain_label(scene: Scene, curve_db: np.ndarray) -> float:
    """1 fault, 0 fine, NaN in between, from what the gain was moved by and how the picture looks after it."""
    most = float(np.abs(curve_db).max())
    kidney = float(scene.grey[scene.kidney].mean()) if scene.kidney.any() else 60.0
    if most <= FINE_DB and KIDNEY_FINE[0] <= kidney <= KIDNEY_FINE[1]:
        return 0.0
    if most >= FAULT_DB and not KIDNEY_DARK <= kidney <= KIDNEY_BRIGHT:
        return 1.0
    wrong_field = any(not FIELD_DARK <= mean <= FIELD_BRIGHT for mean in field_means(scene))
    return 1.0 if most >= FIELD_FAULT_DB and wrong_field else float('nan')
