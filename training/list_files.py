"""Writes size and hash of each file of a package into its card, after the files were made elsewhere.

    /usr/bin/python3 training/list_files.py clinic-stones
"""
import json
import sys
from pathlib import Path

from golden import list_files, write_card

if __name__ == '__main__':
    folder = Path(sys.argv[1])
    card = json.loads((folder / 'card.json').read_text())
    write_card(folder, {**card, 'files': list_files(folder)})
