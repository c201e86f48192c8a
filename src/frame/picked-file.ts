/** A file that a user chose or dropped, alone or inside a folder or ZIP. */
export interface PickedFile {
  readonly file: File;
  /** Its place below what was chosen, parts joined by slashes; just its name when it was chosen itself. */
  readonly path: string;
  /** Came with a folder or ZIP, so what is no picture is left out without a word. */
  readonly isInside: boolean;
}

/** Files chosen one by one, or by a folder input, which tells where in the folder each lies. */
export function pickFiles(files: readonly File[]): PickedFile[] {
  return files.map((file) => {
    const isInside = (file.webkitRelativePath ?? '') !== '';
    return { file, path: isInside ? file.webkitRelativePath : file.name, isInside };
  });
}
