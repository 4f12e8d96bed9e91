import type { Frame, Page } from 'playwright-core';

/** Milliseconds from the press of a key until a frame, which may be of another origin, shows a text. */
export async function timeUntilShown(page: Page, key: string, frame: Frame, text: string): Promise<number> {
  const pressed = await page.evaluateHandle(() => ({
    at: new Promise<number>((resolve) => {
      addEventListener('keydown', () => resolve(Date.now()), { capture: true, once: true });
    }),
  }));
  const shown = await frame.evaluateHandle(
    (wanted) => ({
      at: new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!document.body.textContent.includes(wanted)) return;
          observer.disconnect();
          resolve(Date.now());
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    }),
    text,
  );
  await page.keyboard.press(key);
  await frame.getByText(text).first().waitFor();
  return (await shown.evaluate(({ at }) => at)) - (await pressed.evaluate(({ at }) => at));
}
