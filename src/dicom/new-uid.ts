/** A new UID under 2.25 (PS3.5 B.2): the decimal number of a random UUID of version 4. */
export function newUid(random: () => number = Math.random): string {
  let number = 0n;
  for (let byte = 0; byte < 16; byte++) number = (number << 8n) | BigInt(Math.floor(random() * 256));
  const versioned = (number & ~(0xfn << 76n)) | (4n << 76n);
  return `2.25.${(versioned & ~(3n << 62n)) | (2n << 62n)}`;
}
