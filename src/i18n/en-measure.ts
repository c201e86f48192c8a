/** What is said about scales, sizes and their sources; joins when a screen that measures is loaded. */
export const measure = {
  'scale.source.dicom-region': 'Scale from the DICOM file',
  'scale.source.ruler': 'Scale from two marks on the ruler',
  'scale.source.depth': 'Scale from the depth you gave',
  'scale.source.ticks': 'Scale from the depth ticks in the picture',
  'scale.source.simulation': 'Scale from the simulator, which knows it',
  'scale.none.never-had': 'Pictures of this kind say nothing about size, so the numbers are in pixels.',
  'scale.none.file-unclear': 'The file’s scale cannot be trusted, so the numbers are in pixels.',

  'scale.none.other-region':
    'The scale holds for another part of the picture than the kidney’s, so the numbers are in pixels.',

  'scale.refused.length-unlikely': 'Give a length between 0 and 40 cm.',
  'scale.refused.marks-too-close': 'The marks are too close together. Set them farther apart.',
  'scale.refused.sector-too-shallow':
    'With this scale the picture would be less than 1 cm deep. Check the marks and the number.',
  'scale.refused.sector-too-deep':
    'With this scale the picture would be more than 40 cm deep. Check the marks and the number.',
  'scale.refused.kidney-too-long':
    'With this scale the kidney would be longer than 20 cm. Check the marks and the number.',
  'scale.refused.kidney-too-short':
    'With this scale the kidney would be shorter than 2 cm. Check the marks and the number.',
  'scale.refused.pixel-too-large': 'With this scale a pixel would be 2 mm or more, which no scanner shows.',
  'scale.refused.no-sector': 'No ultrasound area was found, so its depth cannot be measured.',
  'scale.refused.depth-not-in-view':
    'The lower edge of the ultrasound area is not in the picture, so the depth is not all in view. Use the ruler.',

  'sizes.none.declined': 'This picture was not judged, so nothing is measured in it.',
  'sizes.none.wrong': 'This does not look like a kidney, so nothing is measured.',
  'sizes.none.no-kidney': 'No kidney was found in this picture, so nothing is measured.',
  'sizes.none.not-outlined': 'The kidney was not outlined in this picture, so nothing is measured.',
  'sizes.at-least': 'At least: the edge of the picture cuts the kidney off.',
  'sizes.by-hand': 'On a contour drawn by hand',
  'sizes.rescan':
    '± is for this picture. Two scans of the same adult kidney can differ by up to 1.85 cm (Ablett 1995).',

  'size.length': 'Length',
  'size.width': 'Width',
  'size.area': 'Area',
  'size.perimeter': 'Perimeter',
  'size.cortex': 'Cortex',
  'size.parenchyma': 'Parenchyma',
  'size.volume': 'Volume',
  'size.length.how': 'From pole to pole: the longest line inside the outline.',
  'size.width.how': 'The longest line square to the length.',
  'size.area.how': 'Inside the outline, without holes.',
  'size.perimeter.how': 'Once round the outline.',
  'size.cortex.how': 'From the outline to the base of the pyramids, the middle of many lines.',
  'size.parenchyma.how':
    'From the outline to the central echo complex, away from the hilum, the middle of many lines.',
  'size.volume.how': 'Length × width × depth × π / 6, from the long view and the view across.',
  'size.volume.bias': 'This formula gives 17 to 20 % less than magnetic resonance does (Cheong 2006).',

  'echo.how':
    'Grey levels are not echo strengths: each machine compresses them its own way. Compare only within one machine and setting.',
  'echo.refused.no-sector': 'No ultrasound area was found in this picture.',
  'echo.refused.region-too-small': 'The circles are too small. Make them larger.',
  'echo.refused.region-outside': 'A circle reaches outside the ultrasound area. Move it inside.',
  'echo.refused.depths-differ': 'The circles lie at different depths. Move them to the same depth.',
  'echo.refused.grey-at-limit':
    'A circle is nearly all black or white, so its brightness is the screen’s limit. Move it, or change the gain.',

  'reference.none.age-needed': 'Give the age to see a reference range.',
  'reference.none.height-needed': 'Give the height to see a child’s reference range.',
  'reference.none.sex-needed': 'Give the sex to see a reference range.',
  'reference.none.no-source-for-sex': 'There is no reference range for women here.',
  'reference.none.height-unlikely': 'There is no reference range for this height.',
  'reference.none.no-source-for-age': 'There is no reference range for this age here.',
  'reference.su-2019': 'Su et al., PLoS ONE 2019;14(11):e0224785',
  'reference.su-2019.whom': '3,707 healthy adults in Taiwan, by side; other peoples’ kidneys differ',
  'reference.benin': 'Sonographic assessment of renal size, Benin City, ajol.info nhp 135818',
  'reference.benin.whom': '600 healthy adults in Nigeria, by sex and side; other peoples’ kidneys differ',
  'reference.kim-2013': 'Kim et al., Korean J Radiol 2013',
  'reference.kim-2013.whom': '794 Korean children under 18, by height and side',
  'reference.lee-1996': 'Lee, J Korean Soc Med Ultrasound 1996;15:63',
  'reference.lee-1996.whom': '532 healthy Korean men, by side',
  'reference.hansen-2016': 'Hansen et al., Diagnostics 2016;6:2',
  'reference.hansen-2016.whom': 'adults, as a review gives it',
} as const;
