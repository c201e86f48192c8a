/** A file's name without folders and ending. */
export function stemOf(fileName: string): string {
  const base = baseNameOf(fileName);
  return base.replace(/(?!^)\.[^.]*$/, '');
}

/** A file's name without folders, of any system. */
export function baseNameOf(fileName: string): string {
  return fileName.split(/[\\/]/).at(-1) ?? '';
}

/** Names files after pictures, each name once: `a.jpg` and `a.png` become `a` and `a.png`. */
export function nameAfter(fileNames: readonly string[], ending: string): string[] {
  const used = new Set<string>();
  return fileNames.map((fileName) => {
    let name = stemOf(fileName) || 'picture';
    if (used.has(name)) name = baseNameOf(fileName);
    for (let count = 2; used.has(name); count++) name = `${stemOf(fileName)}-${count}`;
    used.add(name);
    return name + ending;
  });
}
