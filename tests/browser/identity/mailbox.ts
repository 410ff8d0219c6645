/** The demonstration's mailbox, as somebody reads a code in it. */
import type { Page } from 'playwright-core';

/** The newest code that a person got, once there are more letters than before. */
export async function readCode(page: Page, name: RegExp, already: number): Promise<string> {
  const mailbox = await page.context().newPage();
  try {
    for (let tries = 0; tries < 300; tries += 1) {
      await mailbox.goto('/demo/mailbox');
      const link = mailbox.getByRole('link', { name });
      if ((await link.count()) > 0) {
        await link.click();
        const letters = mailbox.getByRole('link', { name: 'Your code' });
        if ((await letters.count()) > already) {
          await letters.first().click();
          const code = /\b(\d{6})\b/.exec(await mailbox.locator('pre').innerText())?.[1];
          if (code !== undefined) return code;
        }
      }
    }
    throw new Error('no code came');
  } finally {
    await mailbox.close();
  }
}
