"""The table: each figure of real and of simulated pictures side by side."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from phantom_check.intervals import Histograms, distance_within, estimate_distance, estimate_mean
from phantom_check.measures import depth_levels, histogram, levels
from phantom_check.pictures import Picture
from phantom_check.speckle import speckle_sizes
from phantom_check.tissues import Masks, tissue_masks

HISTOGRAMS = ('whole sector', 'parenchyma', 'central echo complex', 'rim outside the capsule', 'liver')
Figure = tuple[list[float], list[str]]  # values, groups
START, END = '<!-- table: written by run.py -->', '<!-- end of table -->'


@dataclass(frozen=True)
class Sample:
    """Pictures of one kind with their tissues."""

    pictures: list[Picture]
    masks: list[Masks]

    def figures(self) -> dict[str, Figure]:
        """By figure, its value in each picture that has it, and those pictures' groups."""
        found: dict[str, Figure] = {}
        for picture, masks in zip(self.pictures, self.masks):
            own = levels(picture, masks) | speckle_sizes(picture)
            own |= depth_levels(picture) if picture.capsule is not None else {}
            for name, value in own.items():
                values, groups = found.setdefault(name, ([], []))
                values.append(value)
                groups.append(picture.group)
        return found

    def histograms(self, tissue: str) -> Histograms:
        """Those of the pictures that show the tissue."""
        kept = [(p, m[tissue]) for p, m in zip(self.pictures, self.masks) if tissue in m]
        return Histograms(np.array([histogram(p.grey, mask) for p, mask in kept]), [p.group for p, _ in kept])


def sample(pictures: list[Picture]) -> Sample:
    """Finds the tissues of each picture."""
    return Sample(pictures, [tissue_masks(picture) for picture in pictures])


def _rows(real: Sample, phantom: Sample, seed: int) -> list[str]:
    theirs, mine = real.figures(), phantom.figures()
    rows = []
    for name in (n for n in theirs if n in mine):
        there, here = estimate_mean(*theirs[name], seed), estimate_mean(*mine[name], seed)
        apart = here.low > there.high or here.high < there.low
        rows.append(f'| {name} | {there} | {here} | {there.count} · {here.count} | {"apart" if apart else "overlap"} |')
    return rows


def _distance_rows(real: Sample, phantom: Sample, seed: int) -> list[str]:
    rows = []
    for tissue in HISTOGRAMS:
        theirs, mine = real.histograms(tissue), phantom.histograms(tissue)
        apart = estimate_distance(theirs, mine, seed)
        rows.append(f'| {tissue} | {apart} | {distance_within(theirs, seed):.2f} |')
    return rows


def compare(real: Sample, phantom: Sample, seed: int) -> str:
    """The tables in Markdown."""
    lines = [
        '| histogram of | earth mover’s distance real to phantom, grey levels | between halves of the real groups |',
        '|---|---|---|',
        *_distance_rows(real, phantom, seed),
        '',
        '| mean over pictures | real (95 % interval) | phantom (95 % interval) | pictures | intervals |',
        '|---|---|---|---|---|',
        *_rows(real, phantom, seed),
    ]
    return '\n'.join(lines)


def write_report(report: str, path: Path) -> None:
    """Puts the tables between the marks of the page, whose words stay."""
    page = path.read_text() if path.exists() else f'{START}\n{END}\n'
    before, _, rest = page.partition(START)
    after = rest.partition(END)[2]
    path.write_text(f'{before}{START}\n{report}\n{END}{after}')
