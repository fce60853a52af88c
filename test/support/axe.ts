// What axe finds wrong with the page as it is: rules of WCAG 2.2 AA and good practice.
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Points of a face lie where the face has them, those of the lips close together: essential in WCAG 2.5.8. */
const ON_THE_PICTURE = 'class="landmark-handle"';

/** `rule: element` of everything serious or critical. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Over the protocol of the debugger, which the page's own policy does not bind.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (values) => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: values }),
    TAGS,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .filter(({ html }) => id !== 'target-size' || !html.includes(ON_THE_PICTURE))
        .map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
}
