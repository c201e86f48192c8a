import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coachOf } from './live-page.ts';
import { type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { patientPage } from './patient-page.ts';

describe('the coach on the virtual patient', () => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp();
    await waitUntilReady(app.page);
  });

  afterAll(() => app.context.close());

  it('watches when asked to, follows the probe, and is remembered', async () => {
    const { page } = app;
    const { meet, press } = patientPage(app);
    await meet('seed=11');
    expect(await coachOf(page).count()).toBe(0);
    await press('Coach');
    await press('Aim for me');
    await coachOf(page).getByText('Optimal', { exact: true }).waitFor({ timeout: 60_000 });
    await meet('seed=11&xCm=7');
    await coachOf(page).getByText('Incorrect position').waitFor({ timeout: 60_000 });
    await coachOf(page)
      .getByText(/Move it to the middle|Slide towards/)
      .first()
      .waitFor();
    await press('Coach');
    expect(await coachOf(page).count()).toBe(0);
  });
});
