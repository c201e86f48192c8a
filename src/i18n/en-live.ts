/** What the live coach says; joins when a screen with a live view is loaded. */
export const live = {
  'live.title': 'Live coach',
  'live.waiting': 'Waiting for a picture…',
  'live.rate': '{count} looks a second',
  'live.hold': 'Good view. Hold still.',
  'live.quality': 'How near to optimal',
} as const;
