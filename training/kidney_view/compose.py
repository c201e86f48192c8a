"""Makes one training sample: a view of a picture, perhaps with faults, and what is known of its five labels."""
from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from degrade.gain import apply_gain, field_curve, gain_label, overall_curve
from degrade.gas import add_gas, add_ring_down
from degrade.motion import add_motion
from degrade.scene import Scene
from degrade.shadow import COVER_FAULT, COVER_FINE, add_shadow, cover
from kidney_view.network import LABELS
from neutral import vary
from records import Record
from render import flip, render
from structures import targets
from view import GAP_FAULT, GONE, THERE, Framing, is_position_fault, measure_framing, propose_tight_view, propose_view

UNKNOWN = float('nan')
TIGHT = 0.3  # of the badly framed views are crops about the kidney
STRETCHED = 0.15  # of all pictures have had their sides scaled apart


@dataclass(frozen=True)
class Plan:
    """Which faults to try for; what comes out is measured, not assumed."""

    artefact: bool
    gain: bool
    position: bool
    wrong: bool  # leave the kidney out of view
    edge: float = GAP_FAULT  # a kidney this near to the view's edge is badly positioned


@dataclass(frozen=True)
class Sample:
    """`grey` uint8 [side, side]; `labels` [5] with NaN where unknown; `regions` int8 [4, side, side], see structures.py."""

    grey: np.ndarray
    labels: np.ndarray
    regions: np.ndarray


def choose_view(record: Record, plan: Plan, rng: np.random.Generator) -> tuple[np.ndarray, Framing | None]:
    """A view that fits the plan, or the picture as it is. Framing None: there is no capsule to measure with."""
    outline, capsule = record.outline, record.capsule
    if capsule is None:
        view = outline if record.is_kidney or rng.random() < 0.3 else propose_view(outline, rng)
        return view, None
    if not plan.position and not plan.wrong and rng.random() < 0.45:
        return outline, measure_framing(outline, capsule)
    for _ in range(40):
        tight = plan.position and rng.random() < TIGHT
        view = propose_tight_view(capsule, rng) if tight else propose_view(outline, rng)
        framing = measure_framing(view, capsule)
        if plan.wrong:
            fits = framing.cut >= GONE and _is_filled(view, outline)
        elif plan.position:
            fits = framing.cut < THERE and is_position_fault(framing, plan.edge) == 1
        else:
            fits = framing.cut < THERE and is_position_fault(framing, plan.edge) == 0
        if fits:
            return view, framing
    return outline, measure_framing(outline, capsule)


def _is_filled(view: np.ndarray, outline: np.ndarray) -> bool:
    """Whether most of the view lies in the sector, so that a view without a kidney is not merely black."""
    overlap, _ = cv2.intersectConvexConvex(cv2.convexHull(np.float32(view)), cv2.convexHull(np.float32(outline)))
    return overlap > 0.75 * cv2.contourArea(np.float32(view))


def add_artefact(scene: Scene, rng: np.random.Generator) -> tuple[Scene, float]:
    """A shadow, gas, ring-down or movement over the kidney. Returns the label that the covered share earns."""
    kind = rng.choice(4, p=[0.4, 0.3, 0.12, 0.18])
    if kind == 3:
        return add_motion(scene, rng), 1.0
    beams = scene.u[scene.kidney] if scene.kidney.any() else np.array([0.3, 0.7])
    # Ribs and gas hide a pole more often than the middle.
    across = rng.beta(0.6, 0.6) if kind < 2 else rng.random()
    centre = float(beams.min() + across * np.ptp(beams))
    make = (add_shadow, add_gas, add_ring_down)[kind]
    scene, strength = make(scene, centre, rng)
    if kind == 0 and rng.random() < 0.35:
        scene, second = add_shadow(scene, centre + rng.choice([-1, 1]) * rng.uniform(0.15, 0.35), rng)
        strength = np.maximum(strength, second)
    return scene, artefact_label(cover(scene, strength))


def artefact_label(covered: float) -> float:
    return 1.0 if covered >= COVER_FAULT else 0.0 if covered <= COVER_FINE else UNKNOWN


def add_shadow_beside(scene: Scene, rng: np.random.Generator) -> Scene:
    """A shadow that misses the kidney: no fault. Left out where none fits."""
    shaded, strength = add_shadow(scene, float(rng.uniform(-0.05, 1.05)), rng)
    return shaded if cover(scene, strength) <= COVER_FINE / 2 else scene


def choose_curve(plan: Plan, rng: np.random.Generator) -> np.ndarray:
    """Gain over depth in dB: a fault-sized or a harmless one."""
    sign = rng.choice([-1.0, 1.0])
    if not plan.gain:
        return overall_curve(sign * rng.uniform(0, 3)) if rng.random() < 0.5 else overall_curve(0)
    if rng.random() < 0.6:
        return overall_curve(sign * rng.uniform(7.5, 24))
    return field_curve(sign * rng.uniform(11, 30), bool(rng.random() < 0.5), rng)


def _known(record: Record, label: str) -> float:
    """What the reader (or the teacher, or the simulation) says of the picture as it is."""
    value = getattr(record.reading, label) if record.reading else record.soft.get(label)
    return UNKNOWN if value is None else float(value)


def _either(natural: float, made: float | None) -> float:
    """A made fault is one whatever was there; without one the natural label holds."""
    if made is None:
        return natural
    return 1.0 if made == 1 else (natural if made == 0 else (1.0 if natural == 1 else UNKNOWN))


def kidney_labels(record: Record, made: dict[str, float | None]) -> np.ndarray:
    """`made`: the label that each degradation earned, None where there was none."""
    faults = {name: _either(_known(record, name), made[name]) for name in ('artefact', 'gain', 'position')}
    values = np.array(list(faults.values()))
    optimal = _known(record, 'optimal')
    if (values == 1).any():
        optimal = 0.0
    elif optimal != 0 and np.isnan(values).any():
        optimal = UNKNOWN
    wrong = record.soft.get('wrong', 0.0) if record.structures is not None else 0.0
    return np.array([faults['artefact'], faults['gain'], faults['position'], optimal, wrong], np.float32)


def _degrade(scene: Scene, record: Record, plan: Plan, rng: np.random.Generator) -> tuple[Scene, dict]:
    """The faults of the plan, and the labels that they earned."""
    made: dict[str, float | None] = {'artefact': None, 'gain': None}
    curve = choose_curve(plan, rng)
    if curve.any():
        made['gain'] = gain_label(apply_gain(scene, curve, rng), curve)
        if made['gain'] == 0:
            made['gain'] = None
    if plan.artefact and (scene.kidney.any() or not record.is_kidney):
        scene, made['artefact'] = add_artefact(scene, rng)
    return (apply_gain(scene, curve, rng) if curve.any() else scene), made


def compose(record: Record, plan: Plan, side: int, rng: np.random.Generator, harmless: float = 1.0) -> Sample:
    """`harmless`: strength of the changes that are no fault, 0 for measuring."""
    view, framing = choose_view(record, plan, rng)
    stretch = float(np.exp(harmless * rng.uniform(-0.06, 0.06) * (4 if rng.random() < STRETCHED else 1)))
    scene = render(record, view, (side, stretch), rng)
    if rng.random() < 0.5:
        scene = flip(scene)
    if rng.random() < 0.3 * harmless:
        scene = add_shadow_beside(scene, rng)
    scene, made = _degrade(scene, record, plan, rng)
    changed = framing is not None and view is not record.outline
    made['position'] = is_position_fault(framing, plan.edge) if changed else None
    scene = vary(scene, rng, harmless)
    grey, regions = np.round(scene.grey).astype(np.uint8), targets(scene.structures, record)
    if not record.is_kidney or (framing is not None and framing.cut >= GONE):
        return Sample(grey, np.array([UNKNOWN, UNKNOWN, UNKNOWN, 0, 1], np.float32), regions)
    labels = kidney_labels(record, made)
    if framing is not None and framing.cut >= THERE:
        labels[LABELS.index('wrong')] = UNKNOWN
    return Sample(grey, labels, regions)
