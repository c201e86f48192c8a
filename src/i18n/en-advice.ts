/** What a learner is told to do, in three depths; loaded with the result screen. */
export const advice = {
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
  'advice.position-upper.line': 'Upper pole is cut off. Slide towards the head.',
  'advice.position-upper.how':
    'The end at the left of the picture is missing; in a long view that is the upper pole. Slide the probe along the kidney towards the head until the pole comes in, then ask for a deep breath if a rib is in the way.',
  'advice.position-upper.more':
    'If sliding brings the other pole out of view, the kidney does not fit: increase the depth or reduce the zoom. If your picture is the other way round, with the feet at the left, slide towards the feet.',
  'advice.position-lower.line': 'Lower pole is cut off. Slide towards the feet.',
  'advice.position-lower.how':
    'The end at the right of the picture is missing; in a long view that is the lower pole. Slide the probe along the kidney towards the feet until the pole comes in.',
  'advice.position-lower.more':
    'Bowel gas often covers the lower pole: gentle pressure moves it. If your picture is the other way round, with the feet at the left, slide towards the head.',
  'advice.position-left.line': 'The kidney lies too far left. Move it to the middle.',
  'advice.position-left.how':
    'Slide or tilt the probe in small steps towards the side that the left of the picture shows, until the bright centre lies in the middle.',
  'advice.position-left.more':
    'The mark on the probe is the side with the mark on the screen. Touch one end of the probe with a finger and watch which side moves.',
  'advice.position-right.line': 'The kidney lies too far right. Move it to the middle.',
  'advice.position-right.how':
    'Slide or tilt the probe in small steps towards the side that the right of the picture shows, until the bright centre lies in the middle.',
  'advice.position-right.more':
    'The mark on the probe is the side with the mark on the screen. Touch one end of the probe with a finger and watch which side moves.',
  'advice.position-near.line': 'The near side is cut off. Press less and use more gel.',
  'advice.position-near.how':
    'The kidney starts at the very top of the picture. Press less, use more gel, and look for a window that leaves some tissue in front of the kidney.',
  'advice.position-near.more':
    'In children and thin people the kidney lies just below the skin. A probe of higher frequency shows it better there.',
  'advice.position-far.line': 'The far side is cut off. Increase the depth.',
  'advice.position-far.how': 'Increase the depth until the kidney ends well above the lower edge.',
  'advice.position-far.more':
    'A lower frequency goes deeper. Lying on the side often brings the kidney nearer to the probe.',
  'advice.position-small.line': 'The kidney is small in the picture. Reduce the depth or zoom in.',
  'advice.position-small.how':
    'Reduce the depth or zoom in until the kidney takes about a quarter of the picture and still lies in it whole.',
  'advice.position-small.more':
    'The smaller the kidney in the picture, the larger the error when it is measured: one pixel is then more of a centimetre.',
  'advice.position-large.line': 'The kidney hardly fits. Increase the depth or zoom out.',
  'advice.position-large.how':
    'Increase the depth or zoom out until some tissue shows all round the kidney and both poles are in.',
  'advice.position-large.more': 'A length can be measured only where both poles are in the same picture.',
  'advice.position-shallow.line': 'The kidney lies close to the skin. Reduce the depth.',
  'advice.position-shallow.how':
    'Reduce the depth until the kidney lies in the middle of the picture. More gel and less pressure leave some tissue in front of it.',
  'advice.position-shallow.more':
    'Depth that shows nothing of the kidney costs detail: the same lines are spread over a longer way.',
  'advice.position-deep.line': 'The kidney lies deep. Press gently, or look for a nearer window.',
  'advice.position-deep.how':
    'Gentle pressure and lying on the side bring the kidney nearer. If its far side is near the lower edge, increase the depth.',
  'advice.position-deep.more': 'A lower frequency goes deeper. Set the focus at the kidney.',
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
} as const;
