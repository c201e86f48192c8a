import { chromium } from 'playwright-core';
import { browserArguments } from '../find-browser.ts';
import { type Driver, patience, tablet } from './driver.ts';

/** Starts a headless Chromium without WebGPU: the reference that the other engines are held against. */
export async function startChromium(binary: string): Promise<Driver> {
  const args = browserArguments.filter((argument) => !/gpu|vulkan/i.test(argument));
  const browser = await chromium.launch({ executablePath: binary, args, timeout: patience });
  const page = await browser.newPage({ viewport: tablet });
  page.setDefaultTimeout(patience);
  return {
    version: browser.version(),
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    chooseFile: (selector, path) => page.locator(selector).setInputFiles(path),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
