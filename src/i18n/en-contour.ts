/** What the contour editor says; joins when a screen with the editor is loaded. */
export const contour = {
  'contour.label': 'What you outline',
  'contour.tools': 'Tools',
  'contour.tool.move': 'Points',
  'contour.tool.push': 'Push',
  'contour.tool.erase': 'Erase',
  'contour.tool.draw': 'Draw',
  'contour.hint.move': 'Drag a point. Tap the line to add one.',
  'contour.hint.move.empty': 'Nothing is outlined here yet. Draw it, or push from the middle.',
  'contour.hint.draw': 'Draw round it in one stroke, or tap point by point.',
  'contour.hint.draw.open': 'Tap the first point to close the outline.',
  'contour.brush.push': 'From inside it pushes the edge out, from outside in.',
  'contour.brush.erase': 'Takes away what it passes over.',
  'contour.brush.size': 'Size',
  'contour.brush.value': '{size} px',
  'contour.undo': 'Undo',
  'contour.redo': 'Redo',
  'contour.delete.point': 'Delete point',
  'contour.delete.contour': 'Delete outline',
  'contour.smooth': 'Smooth',
  'contour.keys':
    'Keys: M points, B push, E erase, D draw; N and P next and previous point, arrows move it, Delete deletes it, Enter closes a line; plus, minus and 0 zoom.',
} as const;
