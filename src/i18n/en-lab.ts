/** What the first page of the Lab says; joins when it is loaded. */
export const lab = {
  'lab.title': 'Lab',
  'lab.about': 'Look into the tools behind the coach, and put them to work on your own pictures.',
  'lab.annotate': 'Annotate',
  'lab.annotate.more': 'Outline and label a folder of pictures, with the model’s outlines as a start.',
  'lab.models': 'Models',
  'lab.models.more': 'What judges the pictures: read its card, compare its figures, bring another.',
  'lab.agreement': 'Agreement',
  'lab.agreement.more': 'Compare two readers, or a reader and a model, on the same pictures.',
} as const;
