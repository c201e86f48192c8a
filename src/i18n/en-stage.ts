/** What the stage for working on a picture says; joins when a screen with it is loaded. */
export const stage = {
  'stage.zoom.in': 'Zoom in',
  'stage.zoom.out': 'Zoom out',
  'stage.zoom.fit': 'Fit',
} as const;
