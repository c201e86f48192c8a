/** What is said about a picture: verdict, causes, advice, meters, provenance. */
export const feedback = {
  'verdict.optimal': 'Optimal',
  'verdict.artefact': 'Artefact',
  'verdict.gain': 'Incorrect gain',
  'verdict.position': 'Incorrect position',
  'verdict.wrong': 'Wrong',
  'verdict.declined': 'No verdict',
  'verdict.and': 'and',

  'result.analysing': 'Looking at the picture…',
  'result.opening': 'Opening the picture…',
  'result.picture': 'The ultrasound picture',
  'result.why': 'Why',
  'result.labels': 'How sure it is',
  'result.labels.more': 'The mark on each bar is where a label starts to count.',
  'result.probability': '{label}: {percent}, counts from {threshold}',
  'result.meters': 'Measured in the picture',
  'result.meters.more':
    'These come from the pixels inside the outline, without the model. The shaded band is where good pictures lie.',
  'result.details': 'Details and provenance',
  'result.next': 'Check another picture',
  'result.next-picture': 'Next picture',
  'result.delete': 'Delete',
  'result.undo': 'Undo',
  'result.missing': 'This record is not on this device.',
  'result.missing.next': 'It may have been deleted, or made on another tablet. Look in History.',
  'result.zoom.in': 'Zoom in',
  'result.zoom.out': 'Zoom out',
  'result.zoom.reset': 'Fit',

  'overlay.title': 'Show on the picture',
  'overlay.outline': 'Outline',
  'overlay.map': 'Where it looked',
  'overlay.map.label': 'Where the model looked for',
  'overlay.map.explain': 'Warm areas raised “{label}”. The map is coarse: {rows} by {columns} fields.',

  'depth.title': 'How much advice',
  'depth.line': 'One line',
  'depth.how': 'Why and how',
  'depth.more': 'Read more',

  'advice.optimal.line': 'Good picture. Freeze and save it.',
  'advice.optimal.how':
    'The kidney is in view and central, nothing covers it, and the exposure is right. Freeze here, then measure the length from pole to pole.',
  'advice.optimal.more':
    'A good picture shows both poles, the bright sinus in the middle and the grey cortex round it, with no shadow across. Take the same view again after turning the probe by a quarter, so that both planes are on record.',
  'advice.artefact.line': 'Something covers the kidney. Ask for a deep breath in and hold.',
  'advice.artefact.how':
    'Ribs and gas throw shadows, and movement blurs. A deep breath brings the kidney below the ribs. If that is not enough, place the probe between two ribs, tilt it a little, or press gently to move the gas.',
  'advice.artefact.more':
    'A rib shadow is a clean dark stripe that starts at a bright line near the skin. Gas gives a dirty grey shadow with repeated lines. Fasting helps with gas. In some people no window is good enough: note it and move on.',
  'advice.gain-dark.line': 'Too dark. Turn the overall gain up.',
  'advice.gain-dark.how':
    'Raise the gain until the cortex shows as an even mid-grey, just darker than the liver. Stop before the fluid parts turn grey.',
  'advice.gain-dark.more':
    'If only the deep part is dark, raise the lower sliders of time-gain compensation instead. A probe with too little gel or poor contact also darkens the whole picture.',
  'advice.gain-bright.line': 'Too bright. Turn the overall gain down.',
  'advice.gain-bright.how': 'Lower the gain until the cortex is grey and not white. Fluid should look black.',
  'advice.gain-bright.more':
    'White areas hold no detail: what is clipped cannot be brought back later. If only one depth is too bright, lower the sliders of time-gain compensation there.',
  'advice.gain-far-dark.line': 'The deep part is too dark. Raise the lower TGC sliders.',
  'advice.gain-far-dark.how':
    'Time-gain compensation makes up for what the tissue swallows on the way. Raise the lower sliders in small steps until near and far look alike.',
  'advice.gain-far-dark.more':
    'A lower frequency goes deeper. Check as well that the focus lies at the kidney and that the depth is not set much deeper than needed.',
  'advice.gain-far-bright.line': 'The deep part is too bright. Lower the lower TGC sliders.',
  'advice.gain-far-bright.how':
    'Push the lower sliders of time-gain compensation to the left in small steps until near and far look alike.',
  'advice.gain-far-bright.more': 'Behind fluid the picture is brighter by nature: do not correct for that.',
  'advice.gain-near-dark.line': 'The near part is too dark. Raise the upper TGC sliders.',
  'advice.gain-near-dark.how':
    'Raise the upper sliders of time-gain compensation until near and far look alike. Check gel and contact too.',
  'advice.gain-near-dark.more':
    'A dark near field with a bright far field often means that the sliders were left from another patient. Set all to the middle and start again.',
  'advice.gain-unclear.line': 'The exposure looks off. Check the gain and the TGC sliders.',
  'advice.gain-unclear.how':
    'The model saw wrong gain, but the brightness that was measured is in the usual range. Set the sliders to the middle, then adjust the overall gain until the cortex is an even mid-grey.',
  'advice.gain-unclear.more':
    'The room matters: in bright light people turn the gain too high. Dim the light or shade the screen and look again.',
  'advice.position.line':
    'The kidney does not sit well in the picture. Slide and turn until all of it is in the middle.',
  'advice.position.how':
    'Find the long axis: turn the probe slowly until the kidney is longest. Slide towards the missing end. If it looks small, reduce the depth; if it does not fit, increase it.',
  'advice.position.more':
    'Lying on the side opens the flank. Slide the probe forwards or backwards along the flank in small steps and keep the sinus in the middle. A kidney that is cut at the edge cannot be measured.',
  'advice.wrong.line': 'No kidney found here. Start again at the flank.',
  'advice.wrong.how':
    'Use liver or spleen as a window, look for the psoas behind, then for an oval with a bright centre. Sweep slowly from back to front.',
  'advice.wrong.more':
    'Landmarks on the right: liver in front, kidney behind it. On the left: spleen above. The bright sinus in the middle of a grey oval is the surest sign. Bladder, gallbladder and vessels are black inside and have no bright centre.',
  'advice.declined.single-colour.line': 'This picture is all one brightness, so there is nothing to judge.',
  'advice.declined.single-colour.how':
    'Check that the picture was saved after freezing, and that the screen was not blank. Then choose another one.',
  'advice.declined.colour-photo.line': 'This does not look like ultrasound: it is a colour photograph.',
  'advice.declined.colour-photo.how':
    'Choose a picture that was saved by the ultrasound machine. For a photo of its screen, fill the view with the ultrasound part only.',
  'advice.declined.no-sector.line': 'No ultrasound area was found in this picture.',
  'advice.declined.no-sector.how':
    'The fan or box of the scan must be visible on a dark background. Choose another picture, or take the photo closer.',
  'advice.declined.not-ultrasound.line':
    'This does not look like the ultrasound the model knows, so it gives no verdict.',
  'advice.declined.not-ultrasound.how':
    'It may not be ultrasound, or it may come from a kind of scanner the model has never seen. Try the picture as the machine saved it, without changes.',
  'advice.declined.more':
    'An answer on a picture like this would be a guess. Nothing was stored about it but the picture itself and this note.',
  'advice.reading':
    'To read: AIUM practice parameter for ultrasound of the abdomen and retroperitoneum; EFSUMB course book, chapter on the kidney.',

  'cause.dark': 'Mean brightness is {value}, good pictures have {low} to {high}.',
  'cause.bright': 'Mean brightness is {value}, good pictures have {low} to {high}.',
  'cause.saturated': '{share} of the sector is pure white.',
  'cause.lost': '{share} of the sector is pure black.',
  'cause.far-dark': 'The deep third is {points} points darker than the near third.',
  'cause.far-bright': 'The deep third is {points} points brighter than the near third.',
  'cause.shadow': 'Shadow covers {share} of the sector, {where}.',
  'cause.blurred':
    'Fine detail is missing, as after movement: {value} cycles across the sector, good pictures have at least {low}.',
  'cause.none': 'The meters found nothing out of range; this verdict rests on the model alone.',
  'cause.also': 'Worth a second look',
  'cause.unsure': 'The model is not sure: no label passes its mark, so the nearest one is shown.',
  'where.left': 'on the left',
  'where.centre': 'in the middle',
  'where.right': 'on the right',
  'where.several': 'in several places',

  'meter.brightness': 'Brightness',
  'meter.brightness.explain': 'Mean grey level of the tissue. Shows whether the overall gain fits.',
  'meter.histogram': 'Share of pixels by grey level',
  'meter.saturated': 'White-out',
  'meter.saturated.explain': 'Share of pixels at the top of the scale, where detail is lost.',
  'meter.lost': 'Lost in black',
  'meter.lost.explain': 'Share of pixels at the bottom of the scale, where no signal is left.',
  'meter.depth': 'Brightness by depth',
  'meter.depth.explain':
    'From the skin (left) to the deepest part (right). Time-gain compensation should keep it level.',
  'meter.shadow': 'In shadow',
  'meter.shadow.explain': 'Share of the sector behind ribs, gas or stones.',
  'meter.shadow.where': 'Shadows across the sector, left to right',
  'meter.sharpness': 'Sharpness',
  'meter.sharpness.explain': 'Fine detail, in cycles across the sector. Movement and poor focus lower it.',
  'meter.low': 'low',
  'meter.normal': 'normal',
  'meter.high': 'high',
  'meter.band': 'Normal {low} to {high}',
  'meter.points': '{value} points',
  'meter.cycles': '{value} cycles',

  'provenance.analysed': 'Analysed',
  'provenance.app': 'App version',
  'provenance.model': 'Model',
  'provenance.hash': 'Model fingerprint',
  'provenance.backend': 'Backend',
  'provenance.self-test': 'Self-test',
  'provenance.self-test.passed': 'passed, off by at most {difference}',
  'provenance.self-test.failed': 'failed, off by {difference}',
  'provenance.time': 'Time',
  'provenance.time.parts': '{total} ms: pixels {pixels}, sector {sector}, meters {meters}, model {model}',
  'provenance.novelty': 'Distance from known pictures',
  'provenance.novelty.value': '{percent} of the limit',
  'provenance.sector': 'Sector',
  'provenance.sector.fan': 'fan',
  'provenance.sector.trapezoid': 'trapezoid',
  'provenance.sector.rectangle': 'rectangle',
  'provenance.size': 'Analysed size',
  'provenance.file': 'File',
} as const;
