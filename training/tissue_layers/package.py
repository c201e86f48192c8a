"""From a trained network to models/tissue-layers: figures, graph, golden pictures and card, swapped in at the end."""
from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from export_tfjs import add_convolution, add_decoder, add_novelty, add_trunk, rounded
from golden import write_golden
from graph import Graph
from novelty import textures
from tissue_layers.card import write_card
from tissue_layers.layers import LAYERS, TENDON
from tissue_layers.learning import write_learning
from tissue_layers.measure import SIDE, look_at, phantom_rows, real_rows, thigh_rows
from tissue_layers.network import TissueLayers, predict
from tissue_layers.pictures import Picture, TissueSet
from tissue_layers.robustness import robustness
from tissue_layers.settings import Setting, choose_setting, reliability
from tissue_layers.strange import Gate, refusal_rows
from verification import write_check

TOLERANCE = 0.1


@dataclass(frozen=True)
class Places:
    """The ignored work folder, the package, and a folder of photographs or None."""

    work: Path
    package: Path
    photographs: Path | None


def export(network: TissueLayers, gate: Gate, folder: Path) -> None:
    """`folder` gets model.json and weights.bin. `network` already rounded."""
    graph = Graph()
    nodes = add_trunk(graph, graph.placeholder('input', (1, SIDE, SIDE, 1)), network.trunk)
    drawn = add_decoder(graph, 'drawn', nodes.taps, network.decoder)
    add_convolution(graph, 'layers', drawn, network.layers)
    add_convolution(graph, 'fascia', drawn, network.fascia)
    add_novelty(graph, nodes, gate.novelty)
    half = SIDE // 2
    outputs = {'layers': (1, half, half, len(LAYERS)), 'fascia': (1, half, half, 1), 'novelty': (1, 1)}
    graph.write(folder, {'input': (1, SIDE, SIDE, 1)}, outputs)


def outputs_of(network: TissueLayers, gate: Gate, grey: np.ndarray) -> dict[str, np.ndarray]:
    """The three tensors of grey bytes [n, 224, 224], channels last as in TF.js."""
    layers, fascia = predict(network, grey)
    novelty = gate.novelty.score(textures(network.trunk, grey))
    return {'layers': layers.transpose(0, 2, 3, 1), 'fascia': fascia[..., None], 'novelty': novelty[:, None]}


def show_pictures(tissue: TissueSet) -> dict[str, Picture]:
    """Held-out simulated pictures that stand for the rest: with a tendon, without, and an abdomen."""
    limbs = tissue.of('limb', True)
    tendons = [(tissue.labels[SIDE][p.index] == TENDON).mean() for p in limbs]
    return {'tendon': limbs[int(np.argmax(tendons))], 'limb': limbs[tendons.index(0)], 'abdomen': tissue.of('abdomen', True)[0]}


def _write_golden(network: TissueLayers, gate: Gate, folder: Path) -> list[dict]:
    """All three outputs of the first picture; of the others the short ones, which need the same nodes."""
    pictures = {name: gate.tissue.grey[SIDE][p.index] for name, p in show_pictures(gate.tissue).items()}
    outputs = {name: outputs_of(network, gate, grey[None]) for name, grey in pictures.items()}
    for name in list(outputs)[1:]:
        del outputs[name]['layers']
    return write_golden(folder, pictures, outputs, TOLERANCE)


def _write_check(network: TissueLayers, gate: Gate, work: Path) -> None:
    """Held-out pictures for verify.ts; they stay in the ignored work folder."""
    grey = gate.tissue.grey[SIDE][[p.index for p in gate.tissue.of('muscle', True)[::6]]]
    write_check(work, grey, outputs_of(network, gate, grey))


def _metrics(network: TissueLayers, tissue: TissueSet, setting: Setting, seed: int) -> list[dict]:
    held_out, thigh = tissue.of('muscle', True), tissue.of('thigh', True)
    scanners = np.array([p.scanner for p in held_out])
    rows = real_rows(look_at(network, tissue, held_out), scanners, seed)
    for source, name in (('limb', 'held-out simulated limbs'), ('abdomen', 'walls of held-out simulated abdomens')):
        seen = look_at(network, tissue, tissue.of(source, True))
        rows += phantom_rows(seen, name, setting.logit, seed)
    masks = tissue.masks[SIDE][[p.index for p in thigh]]
    return rows + thigh_rows(look_at(network, tissue, thigh), masks, seed)


def _print(rows: list[dict]) -> None:
    for m in rows:
        low, high = m['interval']
        about = f'{m["subject"]} | {m["dataset"]} ({m["pictures"]}) {m.get("change", "")} | {m["metric"]}'
        print(f'| {about} | {m["value"]:.3f} ({low:.3f}–{high:.3f}) | {m["n"]} |')


def make_package(network: TissueLayers, tissue: TissueSet, places: Places, seed: int) -> None:
    network = rounded(network)
    setting = choose_setting(network, tissue)
    gate = Gate(network, tissue, seed)
    metrics = _metrics(network, tissue, setting, seed) + refusal_rows(gate, places.photographs)
    changed = robustness(network, tissue, setting.logit, seed)
    tables = reliability(network, tissue, setting)
    draft = places.work / 'package'
    shutil.rmtree(draft, ignore_errors=True)
    export(network, gate, draft)
    golden = _write_golden(network, gate, draft)
    write_learning(draft, network, tissue.labels[SIDE][show_pictures(tissue)['tendon'].index], places.work.parent)
    facts = {'metrics': metrics, 'robustness': changed, 'reliability': tables, 'golden': golden, 'novelty': gate.limit}
    write_card(draft, facts, setting, tissue)
    _write_check(network, gate, places.work)
    print(setting, 'novelty limit', gate.limit)
    _print(metrics + changed)
    for table in tables:
        print(table['subject'], table['dataset'], [(b['said'], b['seen'], b['n']) for b in table['bins']])
    shutil.rmtree(places.package, ignore_errors=True)
    shutil.copytree(draft, places.package)
