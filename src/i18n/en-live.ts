/** What the live coach says; joins when a screen with a live view is loaded. */
export const live = {
  'live.title': 'Live coach',
  'live.waiting': 'Waiting for a picture…',
  'live.rate': '{count} looks a second',
  'live.hold': 'Good view. Hold still.',
  'live.quality': 'How near to optimal',
  'live.captured': 'Picture kept.',

  'senses.title': 'While scanning',
  'senses.more': 'A live view can guide you while your eyes are on the probe.',
  'senses.tones': 'Short tones',
  'senses.tones.more':
    'Rising when the view turns good, falling when it is lost, a click when a picture is kept.',
  'senses.tones.none': 'This browser cannot make sounds.',
  'senses.vibration': 'Vibration',
  'senses.vibration.more': 'The same in the hand, where the device has a motor.',
  'senses.vibration.none': 'This browser cannot vibrate.',
  'senses.speech': 'Spoken advice',
  'senses.speech.more': 'With a voice that is on this device; no text leaves it.',
  'senses.speech.unsupported': 'This browser cannot speak.',
  'senses.speech.no-voice':
    'No English voice is on this device. Voices that send the text to a server are not used. Install one in the device’s language settings.',
  'senses.speech.sample': 'Slide towards the head.',
  'senses.wake': 'Keep the screen on',
  'senses.wake.more': 'While a live view runs.',
  'senses.wake.none': 'This browser cannot keep the screen on. Set a longer screen time on the device.',
  'senses.wake.refused': 'The device lets the screen go dark to save its battery.',
} as const;
