/** What is said about kidney function, from blood and from the picture; joins when a screen that shows it is loaded. */
export const kidneyFunction = {
  'function.title': 'Kidney function',
  'function.done': 'Done',
  'function.unit': 'mL/min/1.73 m²',
  'function.calculator.title': 'Kidney function from blood',
  'function.calculator.about':
    'Estimates GFR from a blood test and reads it by KDIGO. For learning. Nothing here is kept.',

  'blood.title': 'Blood test',
  'blood.creatinine': 'Creatinine',
  'blood.creatinine.unit': 'Unit of creatinine',
  'blood.creatinine.no-number': 'This is not a number. Type it as it stands on the report, for example 1.2.',
  'blood.creatinine.zero': 'Creatinine is never 0. Leave the field empty if it was not measured.',
  'blood.creatinine.negative': 'Creatinine cannot be below 0.',
  'blood.creatinine.other-unit':
    'Hardly anybody has {value} {unit}. Did you mean {value} {other}? Look at the unit on the report.',
  'blood.creatinine.unusual': '{value} {unit} is rarely seen. Look at the number and the unit on the report.',
  'blood.creatinine.impossible': 'Nobody has {value} {unit}. Check the number and the unit.',
  'blood.creatinine.keep': 'It is {value} {unit}',
  'blood.creatinine.use-other': 'Use {value} {other}',
  'blood.equation': 'Equation',
  'blood.albumin': 'Albumin to creatinine in urine, if known',
  'blood.albumin.unit': 'Unit of the albumin ratio',
  'blood.albumin.no-number': 'This is not a number.',
  'blood.albumin.negative': 'A ratio cannot be below 0.',
  'blood.albumin.impossible': 'Nobody loses that much. Check the number and the unit.',
  'blood.taken-on': 'Blood taken on, if known',
  'blood.lasting': 'Known for 3 months or more',
  'blood.lasting.more': 'A low value, or a sign of damage such as albumin in urine.',
  'blood.offer': 'Use the blood test of {date}',
  'blood.offer.more': '{value} {unit}, from another picture of this patient or sitting',

  'equation.ckd-epi-2021': 'CKD-EPI 2021',
  'equation.ckd-epi-2009': 'CKD-EPI 2009',
  'equation.mdrd-175': 'MDRD 175',
  'equation.mdrd-186': 'MDRD 186',
  'equation.schwartz-2009': 'Schwartz',
  'equation.ckd-epi-2021.for': 'From 18 years. Without race; the one to begin with.',
  'equation.ckd-epi-2009.for': 'From 18 years. To compare with older results.',
  'equation.mdrd-175.for':
    'From 18 years, creatinine traceable to IDMS. From 60 on it only says “60 or more”.',
  'equation.mdrd-186.for':
    'From 18 years, creatinine of before about 2006, not traceable to IDMS. Reads 6.3 % above MDRD 175.',
  'equation.schwartz-2009.for': 'From 1 to 18 years; needs the height. Creatinine traceable to IDMS.',
  'equation.use': 'Use {equation}',

  'egfr.title': 'From the blood test',
  'egfr.empty': 'Type a creatinine, and the estimate stands here.',
  'egfr.refused': 'No estimate yet: look at the creatinine.',
  'egfr.from-60': '≥ 60',
  'egfr.from-60.more':
    'Computed {egfr}. Laboratories report MDRD from 60 on as “60 or more”: it is not exact there.',
  'egfr.by': 'eGFR by {equation}, {exact} before rounding',
  'egfr.by-60': 'eGFR by {equation}',
  'egfr.none.age-needed': 'Say the age: each equation needs it.',
  'egfr.none.sex-needed': 'Say the sex: this equation needs it.',
  'egfr.none.height-needed': 'Say the height: the children’s equation needs it.',
  'egfr.none.too-young':
    '{equation} is for adults from 18 years. For this age there is the bedside Schwartz equation.',
  'egfr.none.too-old': 'The Schwartz equation is for children up to 18 years. For adults use CKD-EPI 2021.',
  'egfr.none.infant': 'Below 1 year none of these equations holds.',
  'egfr.none.creatinine-impossible': 'No estimate: look at the creatinine.',
  'egfr.check-unit': 'This creatinine is rarely seen. Look at the number and the unit first.',
  'egfr.no-stages': 'Below 2 years KDIGO has no stages: kidneys still grow into their function.',

  'gfr-stage.G1': 'normal or high',
  'gfr-stage.G2': 'mildly decreased',
  'gfr-stage.G3a': 'mildly to moderately decreased',
  'gfr-stage.G3b': 'moderately to severely decreased',
  'gfr-stage.G4': 'severely decreased',
  'gfr-stage.G5': 'kidney failure',
  'gfr-stage.G1-G2': 'normal or mildly decreased',
  'gfr-stage.A1': 'albumin normal to mildly increased',
  'gfr-stage.A2': 'albumin moderately increased',
  'gfr-stage.A3': 'albumin severely increased',
  'gfr-stage.A-unknown': 'albumin not known',

  'ckd-risk.title': 'Risk by KDIGO, and checks a year',
  'ckd-risk.low': 'Low',
  'ckd-risk.moderate': 'Moderate',
  'ckd-risk.high': 'High',
  'ckd-risk.very-high': 'Very high',
  'ckd-risk.mark.own': 'this patient',
  'ckd-risk.mark.possible': 'perhaps this patient',
  'ckd-risk.checks': '{count}×',
  'ckd-risk.checks.four': '≥ 4×',
  'ckd-risk.row.from': '≥ {from}',
  'ckd-risk.row.below': '< {to}',
  'ckd-risk.A1.limits': '< {low}',
  'ckd-risk.A2.limits': '{low}–{high}',
  'ckd-risk.A3.limits': '> {high}',
  'ckd-risk.row': 'Albumin in urine decides which cell of the row it is.',
  'ckd-risk.says.low': 'Low risk.',
  'ckd-risk.says.moderate': 'Moderately increased risk.',
  'ckd-risk.says.high': 'High risk.',
  'ckd-risk.says.very-high': 'Very high risk.',
  'ckd-risk.check-if-ckd': 'One check a year if there is kidney disease for another reason.',
  'ckd-risk.check.one': '{count} check a year.',
  'ckd-risk.check.other': '{count} checks a year.',
  'ckd-risk.check-four': 'Four checks a year or more.',
  'ckd-risk.source':
    'KDIGO 2012, kept in 2024: risk that kidney disease gets worse or harms heart and vessels.',

  'ckd-sign.ckd': 'This fits chronic kidney disease: low function or a sign of damage for 3 months or more.',
  'ckd-sign.ckd-if-lasting':
    'It is chronic kidney disease only if this lasts 3 months or more. One low value can also be an acute illness: test again.',
  'ckd-sign.no-sign':
    'No sign of chronic kidney disease here. G1 and G2 are no disease without a sign of damage.',
  'ckd-sign.damage-unknown':
    'G1 and G2 are no disease without a sign of damage for 3 months or more. Albumin in urine would be one to look for.',

  'picture-egfr.title': 'From the picture',
  'picture-egfr.none': 'This picture has not been read for kidney function.',
  'picture-egfr.read': 'Read the picture',
  'picture-egfr.reading': 'Reading the picture…',
  'picture-egfr.loading': 'Loading the model: {percent} %',
  'picture-egfr.again': 'Try again',
  'picture-egfr.read-by': 'Read it with {model}',
  'picture-egfr.refused.declined': 'This picture was not judged, so no function is read off it.',
  'picture-egfr.refused.wrong': 'This does not look like a kidney, so no function is read off it.',
  'picture-egfr.refused.faults':
    'The quality of this picture is faulty, which spoils such a reading. Take the picture again if you can.',
  'picture-egfr.despite': 'Read it all the same',
  'picture-egfr.age.ask':
    'By its card the model is for patients of {least} to {most} years. Say the age first.',
  'picture-egfr.age.closed':
    'By its card the model is for patients of {least} to {most} years, so it tells nothing of this one.',
  'picture-egfr.poles': 'Nobody knows where the kidney lies in this picture. Mark its poles first.',
  'picture-egfr.poles.mark': 'Mark the poles',
  'picture-egfr.card.seeking': 'Looking up the model that read this picture…',
  'picture-egfr.card.gone':
    'The model that read this picture is not on this device, so what it said is not shown.',
  'picture-egfr.unlike':
    'This picture is unlike those that the model learned from, so what it says is worth nothing and is not shown.',
  'picture-egfr.interval': '{low}–{high}',
  'picture-egfr.middle':
    'Middle {value}. In 9 of 10 of the simulated patients the truth lay within such a span.',
  'picture-egfr.middle.other': 'Middle {value}. The model’s own 90 % interval, by its card.',
  'picture-egfr.warning.simulated':
    'Learned from simulated patients only. It must never be read as this patient’s function.',
  'picture-egfr.warning': 'A research estimate. It must never be read as this patient’s function.',
  'picture-egfr.scale': 'Scale: {scale}.',
  'picture-egfr.model': 'How it was learned, and how well: the model’s card',
  'picture-egfr.ckd': 'Chronic kidney disease',
  'picture-egfr.ckd.likely': 'Looks likely',
  'picture-egfr.ckd.unsure': 'Too close to call',
  'picture-egfr.ckd.unlikely': 'Looks unlikely',
  'picture-egfr.ckd.band': 'Between {least} and {most} it is too close to call.',

  'egfr-scale.label': 'From 0 to 130 mL/min/1.73 m². {marks}',
  'egfr-scale.label.blood': 'Blood test {value}.',
  'egfr-scale.label.picture': 'Picture {low} to {high}.',
  'egfr-scale.blood': 'Blood',
  'egfr-scale.picture': 'Picture',

  'egfr-compare.agree':
    'The blood test lies within the picture’s span. That span is wide, so this says little.',
  'egfr-compare.picture-higher':
    'They disagree: the blood test lies {beyond} below the picture’s span. Trust the blood test.',
  'egfr-compare.picture-lower':
    'They disagree: the blood test lies {beyond} above the picture’s span. Trust the blood test.',
  'egfr-compare.scales.same': 'Both are on the scale of {equation}.',
  'egfr-compare.scales.recalculated':
    'The picture’s model learned on the scale of {equation}, so the same blood test was computed by that for the comparison: {egfr}.',
  'egfr-compare.scales.unlike':
    'The two scales are not the same: the picture’s is none of a laboratory. They are only set side by side.',

  'egfr-views.title': 'Pictures of this kidney in this visit',
  'egfr-views.by.cm': 'The longest view speaks for the kidney, as published (Kuo 2019).',
  'egfr-views.by.share':
    'No picture has a scale: the view whose kidney fills most of the sector speaks for it (Kuo 2019 took the longest).',
  'egfr-views.spread': 'The {count} pictures lie between {low} and {high}.',
  'egfr-views.chosen': 'speaks for the kidney',
  'egfr-views.this': 'this picture',
  'egfr-views.length': '{length} cm long',
  'egfr-views.share': '{share} of the sector',
  'egfr-views.span': '{low}–{high}',
  'egfr-views.other-scales.one': '{count} picture was read on another scale and is left out.',
  'egfr-views.other-scales.other': '{count} pictures were read on another scale and are left out.',
  'egfr-views.unsure.one':
    '{count} more picture of this sitting was read. Say the side of both, and pictures of one kidney are combined.',
  'egfr-views.unsure.other':
    '{count} more pictures of this sitting were read. Say the side of each, and pictures of one kidney are combined.',
} as const;
