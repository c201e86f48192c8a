/** What lies at a point; the numbers are the values of pixels in a truth's `regions`. */
export const Region = {
  /** Outside the sector, or no contact. */
  none: 0,
  skin: 1,
  subcutaneousFat: 2,
  muscle: 3,
  fascia: 4,
  bone: 5,
  gas: 6,
  liver: 7,
  spleen: 8,
  perirenalFat: 9,
  cortex: 10,
  medulla: 11,
  sinus: 12,
  psoas: 13,
  lung: 14,
  deepTissue: 15,
  bladder: 16,
  gallbladder: 17,
  bowel: 18,
  vessel: 19,
  tendon: 20,
} as const;

export type RegionId = (typeof Region)[keyof typeof Region];
export type RegionName = keyof typeof Region;
