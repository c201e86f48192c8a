/** What is asked and said about who was scanned; joins when a form, a filter or a trend is loaded. */
export const who = {
  'who.title': 'Who was scanned?',
  'who.optional': 'Optional, for reference ranges and later visits. No name.',
  'who.add': 'Fill in',
  'who.change': 'Change',
  'who.trend': 'Over visits',
  'who.no-side': 'Side not said',
  'who.years': '{age} years',
  'who.height': '{height} cm',

  'pseudonym.label': 'Pseudonym',
  'pseudonym.hint': 'A number or made-up word, no name. The same at each visit.',
  'pseudonym.known': 'On this device:',
  'pseudonym.doubt.name':
    'This looks like a full name. A number or a made-up word keeps the patient unknown.',
  'pseudonym.doubt.date':
    'This looks like a date of birth. A number or a made-up word keeps the patient unknown.',

  'carry.offer': 'From {pseudonym}’s record of {date}: {what}.',
  'carry.take': 'Take it over',
  'carry.aged': '{age} years now',

  'context.title': 'Who was scanned',
  'context.why':
    'For reference ranges, equations and later visits. All may be left out. Kept with this picture, on this device.',
  'context.age': 'Age',
  'context.age.unit': 'years',
  'context.height': 'Height',
  'context.height.unit': 'cm',
  'context.sex': 'Sex',
  'context.sex.female': 'Female',
  'context.sex.male': 'Male',
  'context.side': 'Side',
  'context.side.left': 'Left',
  'context.side.right': 'Right',
  'context.unknown': 'Not said',
  'context.done': 'Done',
  'context.between': 'From {least} to {most} {unit}.',

  'history.patient': 'Patient',
  'history.patient.any': 'All patients',
  'history.trend': '{pseudonym} over visits',
} as const;
