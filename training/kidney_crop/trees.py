"""CKD (eGFR < 60) by gradient-boosted trees on the pooled features, as JSON for src/kidney-function/boosted-trees.ts."""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

CKD = 60.0
DIGITS = 8  # significant, in the JSON and in the figures alike


def fit_trees(features: np.ndarray, egfr: np.ndarray, seed: int) -> HistGradientBoostingClassifier:
    """`features` [n, 96] of simulated crops. Numbers are rounded as the JSON holds them."""
    model = HistGradientBoostingClassifier(
        max_iter=110, learning_rate=0.07, max_leaf_nodes=8, min_samples_leaf=25, l2_regularization=2.0,
        early_stopping=False, random_state=seed,
    )  # fmt: skip
    model.fit(features.astype(np.float64), (egfr < CKD).astype(int))
    for (tree,) in model._predictors:
        for name in ('num_threshold', 'value'):
            tree.nodes[name] = [_round(v) for v in tree.nodes[name]]
    model._baseline_prediction = np.vectorize(_round)(model._baseline_prediction)
    return model


def logits_of(model: HistGradientBoostingClassifier, features: np.ndarray) -> np.ndarray:
    """Log odds of CKD [n]."""
    return model.decision_function(features.astype(np.float64))


def logits_of_json(trees: dict, features: np.ndarray) -> np.ndarray:
    """The same of the JSON that `write_trees` wrote."""
    logits = np.full(len(features), trees['start'])
    for tree in trees['trees']:
        feature, threshold, left, right, value = (np.array(tree[k]) for k in ('feature', 'threshold', 'left', 'right', 'value'))
        node = np.zeros(len(features), int)
        while (left[node] >= 0).any():
            goes_left = features[np.arange(len(features)), feature[node]] <= threshold[node]
            node = np.where(left[node] < 0, node, np.where(goes_left, left[node], right[node]))
        logits += value[node]
    return logits


def _round(value: float) -> float:
    return float(f'{value:.{DIGITS}g}') if np.isfinite(value) else 0.0


def _tree(nodes: np.ndarray) -> dict[str, list]:
    """A node's children lie behind it, as scikit-learn grows them."""
    leaf = nodes['is_leaf'].astype(bool)
    return {
        'feature': [0 if end else int(v) for v, end in zip(nodes['feature_idx'], leaf)],
        'threshold': [0 if end else _round(v) for v, end in zip(nodes['num_threshold'], leaf)],
        'left': [-1 if end else int(v) for v, end in zip(nodes['left'], leaf)],
        'right': [-1 if end else int(v) for v, end in zip(nodes['right'], leaf)],
        'value': [_round(v) if end else 0 for v, end in zip(nodes['value'], leaf)],
    }


def write_trees(model: HistGradientBoostingClassifier, path: Path) -> None:
    trees = {
        'schema': 1,
        'features': int(model.n_features_in_),
        'start': float(np.ravel(model._baseline_prediction)[0]),
        'trees': [_tree(tree.nodes) for (tree,) in model._predictors],
    }
    path.write_text(json.dumps(trees, separators=(',', ':')) + '\n')


def write_fixture(model: HistGradientBoostingClassifier, features: np.ndarray, path: Path) -> None:
    """Vectors with scikit-learn's own answer, for the app's test."""
    rounded = np.vectorize(_round)(features.astype(np.float64))
    found = {'features': rounded.tolist(), 'logits': logits_of(model, rounded).tolist()}
    path.write_text(json.dumps(found, separators=(',', ':')) + '\n')
