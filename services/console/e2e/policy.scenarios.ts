import { describe, expect, it } from '@jest/globals';
import type { ScenarioContext } from './scenario-context.js';

/** That no page offends against its policy is looked at after each spec: an offence is a fault of its window. */
export function policyScenarios(given: () => ScenarioContext): void {
  describe('the content security policy', () => {
    it.each(['/', '/docs'])(
      'lets nothing be styled or run that is put into %s',
      async (path) => {
        const window = await given().open('viewer');
        const { page } = window;
        await window.go(path);
        await page.locator('main#page h1, #swagger-ui .opblock').first().waitFor();
        expect(window.faults).toEqual([]);
        const changed = await page.evaluate(() => {
          const put = document.createElement('div');
          put.innerHTML =
            '<p style="position:fixed" onclick="document.title=\'run\'">x</p><style>body{display:none}</style>';
          document.body.append(put);
          put.querySelector('p')?.click();
          const [text, body] = [put.querySelector('p')!, document.body].map((one) => getComputedStyle(one));
          return [text?.position, body?.display, document.title];
        });
        expect(changed).toEqual(['static', 'block', expect.not.stringContaining('run')]);
        expect(window.faults.join('\n')).toMatch(/inline style/);
        expect(window.faults.join('\n')).toMatch(/inline event handler/);
        window.faults.length = 0;
      },
      600_000,
    );

    it('leaves the page of the interface usable: sign in, try a request out, read the answer', async () => {
      const window = await given().open('viewer');
      const { page } = window;
      await window.go('/docs');
      await page.getByRole('button', { name: 'Authorize' }).first().click();
      await page.locator('.auth-container input').first().fill(given().stack.keys.viewer);
      await page.locator('.auth-btn-wrapper .authorize').first().click();
      await page.getByRole('button', { name: 'Close' }).first().click();
      const operation = page.locator('.opblock').filter({ hasText: '/v1/institution' }).first();
      await operation.locator('.opblock-summary-control').click();
      await operation.getByRole('button', { name: 'Try it out' }).click();
      await operation.getByRole('button', { name: 'Execute' }).click();
      await operation.getByText('Théâtre des Deux Rives').first().waitFor();
    }, 600_000);
  });
}
