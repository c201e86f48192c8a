/** What is said about a scanner's screen in the camera's view; joins when the camera's screen is loaded. */
export const screenView = {
  'screen.tool': 'Scanner’s screen',
  'screen.none': "Point the camera at the scanner's screen.",
  'screen.found': 'Screen found. Through a camera, a verdict is less sure than on the file.',
  'screen.glare': 'A lamp is mirrored in the screen. Move the tablet a little to the side.',
  'screen.set': 'Set corners',
  'screen.set.hint':
    'Drag the four corners onto the corners of the picture on the screen. Arrow keys move them too.',
  'screen.auto': 'Find by itself',
  'screen.corners': 'Corners of the screen',
  'screen.corner.0': 'Top left corner',
  'screen.corner.1': 'Top right corner',
  'screen.corner.2': 'Bottom right corner',
  'screen.corner.3': 'Bottom left corner',
  'screen.corner.at': '{across} % from the left, {down} % from the top',
} as const;
