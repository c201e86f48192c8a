/** A point or direction in the body, cm: x towards the feet, y towards the front, z inwards from the skin. */
export interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The scalar product. */
export function dot(a: Vector, b: Vector): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

/** The vector product, right-handed. */
export function cross(a: Vector, b: Vector): Vector {
  return { x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x };
}

/** a + share × b. */
export function along(a: Vector, b: Vector, share: number): Vector {
  return { x: a.x + share * b.x, y: a.y + share * b.y, z: a.z + share * b.z };
}

/** Turns a about the unit vector `axis` by `radians` (Rodrigues' formula). */
export function turn(a: Vector, axis: Vector, radians: number): Vector {
  const [c, s] = [Math.cos(radians), Math.sin(radians)];
  const side = cross(axis, a);
  const share = dot(axis, a) * (1 - c);
  return {
    x: a.x * c + side.x * s + axis.x * share,
    y: a.y * c + side.y * s + axis.y * share,
    z: a.z * c + side.z * s + axis.z * share,
  };
}
