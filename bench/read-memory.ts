import type { Page } from 'playwright-core';

/** The tensors that the diagnostics name, and the memory of page and workers after a collection. */
export async function readMemory(page: Page): Promise<{ tensors: number; megabytes: number }> {
  await page.goto(`${page.url().split('#')[0]}#/settings`);
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  const text = await page.locator('pre').innerText();
  const tensors = Number(/tensors: (\d+)/.exec(text)?.[1]);
  const megabytes = await page.evaluate(async () => {
    const measured = performance as unknown as {
      measureUserAgentSpecificMemory: () => Promise<{ bytes: number }>;
    };
    return (await measured.measureUserAgentSpecificMemory()).bytes / 1e6;
  });
  return { tensors, megabytes };
}
