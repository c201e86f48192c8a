"""Writes what `npm run evaluate` reads: which pictures were held out, what is true of them, and the drawn findings."""
from __future__ import annotations

import json
from pathlib import Path

from kidney_crop.evaluate import draw_into, held_out_kidneys, list_hydronephrosis
from kidney_crop.samples import Sources


def _real(sources: Sources, crops: Path) -> list[dict]:
    """The contours are those that the crops were made with; `chosen`: thresholds were chosen on it."""
    wanted = {w['file']: w for w in json.loads((crops / 'wanted.json').read_text())}
    chosen, held = set(held_out_kidneys(sources, 0)), []
    for index in held_out_kidneys(sources):
        known = wanted[sources.kidneys[index].file]
        aspect = known['sector'].get('pixelAspect', 1)
        held.append({'file': known['file'], 'capsule': known['capsule'], 'pixelAspect': aspect, 'chosen': index in chosen})
    return held


def _hydronephrosis(data: Path) -> list[dict]:
    return [
        {'file': row['file'], 'holds': row['label'] == 'hydronephrosis', 'half': half}
        for half in (0, 1)
        for row in list_hydronephrosis(data, half)
    ]


def write_held(sources: Sources, data: Path, crops: Path, seed: int) -> None:
    """`held.json`, and `held-drawn.bin`: [n, 260, 260] grey, in the order of its `drawn`."""
    wide, labels = draw_into(sources, held_out_kidneys(sources, 1), seed)
    (crops / 'held-drawn.bin').write_bytes(wide.tobytes())
    held = {'real': _real(sources, crops), 'drawn': labels.astype(int).tolist(), 'hydronephrosis': _hydronephrosis(data)}
    (crops / 'held.json').write_text(json.dumps(held))
    print(f'{len(held["real"])} real kidneys, {len(labels)} with drawn findings, {len(held["hydronephrosis"])} crops')
