/** What the screen for editing outlines says, and the names of what is outlined; joins with them. */
export const outline = {
  'outline.title': 'Outlines',
  'outline.picture': 'The picture with its outlines, to be edited',
  'outline.done': 'Done',
  'outline.untouched': 'Every stroke is kept when it ends.',
  'outline.saving': 'Keeping…',
  'outline.saved': 'Kept.',
  'outline.model': 'The model’s outline beside',
  'outline.revert': 'Back to the model’s',
  'outline.short.capsule': 'Kidney',
  'outline.short.cortex': 'Cortex',
  'outline.short.medulla': 'Medulla',
  'outline.short.central-echo-complex': 'Centre',
} as const;
