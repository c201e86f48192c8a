/** What the first page of the Lab says; joins when it is loaded. */
export const lab = {
  'lab.title': 'Lab',
  'lab.about': 'Look into the tools behind the coach, and put them to work on your own pictures.',
  'lab.tissue': 'Tissue layers',
  'lab.tissue.more': 'Fat, muscle, fascia and tendon of a limb: picture, prediction, truth and difference.',
  'lab.prepared': 'Prepared cases',
  'lab.prepared.more': 'Six simulated pictures with their predictions, there at once and without a network.',
  'lab.learning': 'How a model learned',
  'lab.learning.more': 'One picture as the model saw it, from the first steps of its training to the last.',
  'lab.annotate': 'Annotate',
  'lab.annotate.more': 'Outline and label a folder of pictures, with the model’s outlines as a start.',
  'lab.blood': 'Kidney function from blood',
  'lab.blood.more': 'eGFR by five equations from a creatinine, read by KDIGO. A calculator: nothing is kept.',
  'lab.models': 'Models',
  'lab.models.more': 'What judges the pictures: read its card, compare its figures, bring another.',
  'lab.agreement': 'Agreement',
  'lab.agreement.more': 'Compare two readers, or a reader and a model, on the same pictures.',
} as const;
