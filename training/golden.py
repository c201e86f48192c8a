"""Writes golden pictures and their expected outputs for a card, and cards with long lists of numbers in short files."""
from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import numpy as np


def write_golden(folder: Path, pictures: dict[str, np.ndarray], outputs: dict[str, dict[str, np.ndarray]], tolerance: float):
    """The card's `golden`. `pictures`: grey bytes by name; `outputs`: by picture and tensor, channels last."""
    (folder / 'golden').mkdir(parents=True, exist_ok=True)
    entries = []
    for name, grey in pictures.items():
        path = f'golden/{name}.bin'
        (folder / path).write_bytes(grey.astype(np.uint8).tobytes())
        rounded = max(10.0 ** -_digits(v) / 2 for v in outputs[name].values())
        numbers = {k: [round(float(n), _digits(v)) for n in v.reshape(-1)] for k, v in outputs[name].items()}
        entries.append({'input': path, 'outputs': numbers, 'tolerance': round(tolerance + rounded, 3)})
    return entries


def _digits(values: np.ndarray) -> int:
    """One decimal where there are very many, so that the card stays small."""
    return 1 if values.size > 10_000 else 5


def list_files(folder: Path) -> list[dict]:
    """The card's `files`: all of the folder but the card, each with size and hash."""
    paths = sorted(p for p in folder.rglob('*') if p.is_file() and p.name != 'card.json')
    return [{'path': p.relative_to(folder).as_posix(), 'bytes': p.stat().st_size,
             'sha256': hashlib.sha256(p.read_bytes()).hexdigest()} for p in paths]  # fmt: skip


def write_card(folder: Path, card: dict) -> None:
    """`card.json`, indented, with each list of numbers on one line."""
    text = json.dumps(card, indent=2, ensure_ascii=False)
    numbers = re.compile(r'\[\s*(-?[\d.eE+-]+(?:,\s*-?[\d.eE+-]+)*)\s*\]')
    text = numbers.sub(lambda m: '[' + re.sub(r'\s+', '', m.group(1)).replace(',', ', ' if len(m.group(1)) < 200 else ',') + ']', text)
    (folder / 'card.json').write_text(text + '\n')


def add_metrics(folder: Path, rows: list[dict]) -> None:
    """Appends figures that were measured after the card was written."""
    card = json.loads((folder / 'card.json').read_text())
    card['metrics'] += rows
    write_card(folder, card)
