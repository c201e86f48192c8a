/** What both A4 and Letter have inside margins of 12 mm, in millimetres, less a little for rounding. */
const page = { width: 186, height: 252 };
/** Points: the size of the words, and the smallest that is still read. */
const [largest, smallest] = [9.5, 5.5];
/** CSS pixels a millimetre. */
const perMm = 96 / 25.4;

/**
 * While a paper is printed it is as wide as a page, and its words are as large as they can be for it to be one page high.
 * Everything in it is measured in `em`. Returns what ends that.
 */
export function fitPaper(paper: HTMLElement): () => void {
  const before = (): void => {
    paper.dataset.printed = '';
    paper.style.width = `${page.width}mm`;
    paper.style.fontSize = `${findSize((points) => isFitting(paper, points))}pt`;
  };
  const after = (): void => {
    delete paper.dataset.printed;
    paper.style.width = '';
    paper.style.fontSize = '';
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}

/** The largest size that fits, to a tenth of a point. */
function findSize(fits: (points: number) => boolean): number {
  let size = largest;
  while (size > smallest && !fits(size)) size -= 0.1;
  return size;
}

function isFitting(paper: HTMLElement, points: number): boolean {
  paper.style.fontSize = `${points}pt`;
  return paper.getBoundingClientRect().height <= page.height * perMm;
}
