/** What is screened for, in the order in which models give it; `abnormal` is any of the others or something else. */
export const findings = ['abnormal', 'stone', 'cyst', 'hyperechogenicity', 'mass', 'hydronephrosis'] as const;

/** One thing that is screened for; `mass` is a space-occupying lesion. */
export type Finding = (typeof findings)[number];
