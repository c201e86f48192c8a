/**
 * One tree as parallel arrays, node 0 its root. Where `left` is −1 the node is a leaf and adds `value`; else a picture
 * goes on to `left` if its feature number `feature` is at most `threshold`, and to `right` otherwise. Children lie
 * behind their parent. What a node does not use is 0 (−1 for `right` of a leaf).
 */
interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly value: readonly number[];
}

/** Gradient-boosted trees: a logit that starts at `start` and to which each tree adds. */
export interface BoostedTrees {
  /** How many numbers a picture has. */
  readonly features: number;
  readonly start: number;
  readonly trees: readonly Tree[];
}

const columns = ['feature', 'threshold', 'left', 'right', 'value'] as const;

/**
 * Checks the JSON that `training/kidney_crop/trees.py` writes, so that evaluating it ends and stays within its
 * arrays. Throws a TypeError that says what is wrong.
 */
export function parseBoostedTrees(json: unknown): BoostedTrees {
  if (!isRecord(json)) throw new TypeError('Boosted trees are a JSON object.');
  const { schema, features, start, trees } = json;
  if (schema !== 1) throw new TypeError('Boosted trees of another schema than 1.');
  if (!Number.isInteger(features) || Number(features) < 1)
    throw new TypeError('`features` is a whole number from 1.');
  if (typeof start !== 'number' || !Number.isFinite(start)) throw new TypeError('`start` is a number.');
  if (!Array.isArray(trees)) throw new TypeError('`trees` is a list.');
  const count = Number(features);
  return { features: count, start, trees: trees.map((tree, number) => parseTree(tree, { number, count })) };
}

/** The logit (log odds) of one picture. Throws a RangeError unless `features` has the right number of finite values. */
export function evaluateBoostedTrees(model: BoostedTrees, features: ArrayLike<number>): number {
  if (features.length !== model.features)
    throw new RangeError(`${features.length} features instead of ${model.features}.`);
  if (!Array.from(features).every(Number.isFinite)) throw new RangeError('A feature is not finite.');
  return model.trees.reduce((sum, tree) => sum + answerOf(tree, features), model.start);
}

function answerOf(tree: Tree, features: ArrayLike<number>): number {
  let node = 0;
  for (let left = tree.left[0] ?? -1; left >= 0; left = tree.left[node] ?? -1) {
    const feature = features[tree.feature[node] ?? 0] ?? 0;
    node = feature <= (tree.threshold[node] ?? 0) ? left : (tree.right[node] ?? 0);
  }
  return tree.value[node] ?? 0;
}

function parseTree(json: unknown, { number, count }: { number: number; count: number }): Tree {
  const wrong = (what: string) => new TypeError(`Tree ${number}: ${what}.`);
  if (!isRecord(json)) throw wrong('not an object');
  const [feature, threshold, left, right, value] = columns.map((name) => {
    const column = json[name];
    if (!isNumbers(column)) throw wrong(`\`${name}\` is not a list of numbers`);
    return column;
  });
  if (!feature || !threshold || !left || !right || !value) throw wrong('a list is missing');
  const tree = { feature, threshold, left, right, value };
  const nodes = left.length;
  if (nodes === 0) throw wrong('it has no node');
  if (columns.some((name) => tree[name].length !== nodes)) throw wrong('its lists differ in length');
  if (feature.some((index) => !Number.isInteger(index) || index < 0 || index >= count))
    throw wrong(`a feature is not one of 0 to ${count - 1}`);
  checkChildren(tree, wrong);
  return tree;
}

/** Each child lies behind its parent and has no other: no way leads round in a circle or out of the lists. */
function checkChildren({ left, right }: Tree, wrong: (what: string) => TypeError): void {
  const reached = new Uint8Array(left.length);
  for (const [node, first] of left.entries()) {
    const second = right[node] ?? -1;
    if (first === -1 && second === -1) continue;
    for (const child of [first, second]) {
      if (!Number.isInteger(child) || child <= node || child >= left.length)
        throw wrong(`node ${node} leads to ${child}, which is not a node behind it`);
      if (reached[child] === 1) throw wrong(`two ways lead to node ${child}`);
      reached[child] = 1;
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => Number.isFinite(item));
}
