import { say } from '../i18n/say.ts';
import { noticeWords } from './describe-report.ts';
import { bloodObservations } from './fhir-blood.ts';
import { fingerprints, pseudonyms } from './fhir-codes.ts';
import { observation, type Reference } from './fhir-observation.ts';
import { pictureObservations } from './fhir-picture.ts';
import type { Report } from './report.ts';

/**
 * A report as a FHIR R4 Bundle of type `collection`: the app and its models as Devices, a Patient where a pseudonym or a sex
 * was given (never with a name), and preliminary Observations in UCUM units. `newUuid` makes the addresses by which
 * entries refer to each other, as `crypto.randomUUID` does.
 */
export function writeFhir(report: Report, newUuid: () => string): string {
  const entry: { readonly fullUrl: string; readonly resource: object }[] = [];
  const add = (resource: object): Reference => {
    const fullUrl = `urn:uuid:${newUuid()}`;
    entry.push({ fullUrl, resource });
    return { reference: fullUrl };
  };
  const app = add(appDevice(report));
  const devices = new Map(report.provenance.models.map((model) => [model.job, add(modelDevice(model, app))]));
  const patient = patientOf(report);
  const subject = patient && add(patient);
  const added = new Map<string, Reference>();
  for (const said of [...pictureObservations(report), ...bloodObservations(report)]) {
    const derivedFrom = (said.from ?? []).flatMap((name) => added.get(name) ?? []);
    const device = (said.by === 'app' ? undefined : devices.get(said.by)) ?? app;
    added.set(said.name, add(observation(said, { subject, device, derivedFrom })));
  }
  const bundle = {
    resourceType: 'Bundle',
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${newUuid()}` },
    type: 'collection',
    timestamp: new Date(report.madeAt).toISOString(),
    entry,
  };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

function appDevice({ provenance }: Report): object {
  return {
    resourceType: 'Device',
    deviceName: [{ name: say('app.name'), type: 'manufacturer-name' }],
    type: { text: say('report.device') },
    version: [{ value: provenance.appVersion }],
    note: [{ text: noticeWords() }],
  };
}

function modelDevice({ name, version, sha256 }: Report['provenance']['models'][number], parent: Reference) {
  return {
    resourceType: 'Device',
    identifier: [{ system: fingerprints, value: sha256 }],
    deviceName: [{ name, type: 'model-name' }],
    type: { text: say('report.device.model') },
    version: [{ value: version }],
    note: [{ text: noticeWords() }],
    parent,
  };
}

function patientOf({ patient: { pseudonym, sex } }: Report): object | null {
  if (pseudonym === undefined && sex === undefined) return null;
  const identifier = { use: 'secondary', system: pseudonyms, value: pseudonym };
  return {
    resourceType: 'Patient',
    ...(pseudonym !== undefined && { identifier: [identifier] }),
    ...(sex && { gender: sex }),
  };
}
