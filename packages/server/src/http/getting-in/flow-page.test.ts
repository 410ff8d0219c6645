import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillFlow } from './flow-page.ts';

const PAGE =
  '<section data-when="wrong"><p>wrong</p></section>' +
  '<section data-when="mail text">a code to {{flow.to}}</section><p>{{flow.none}}</p>';

test('a page keeps the parts that are shown, and only those', () => {
  expect(fillFlow(PAGE, { shown: [], values: {} })).toBe('<p></p>');
  expect(fillFlow(PAGE, { shown: ['text'], values: { to: 'm•••' } })).toBe('a code to m•••<p></p>');
  expect(fillFlow(PAGE, { shown: ['wrong'], values: {} })).toBe('<p>wrong</p><p></p>');
});

test('parts inside parts are shown where both are', () => {
  const list =
    '<section data-when="a"><ul><section data-when="b"><li>b</li></section></ul></section>';
  expect(fillFlow(list, { shown: ['a', 'b'], values: {} })).toBe('<ul><li>b</li></ul>');
  expect(fillFlow(list, { shown: ['a'], values: {} })).toBe('<ul></ul>');
  expect(fillFlow(list, { shown: ['b'], values: {} })).toBe('');
});

test('what was typed never becomes HTML', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const html = fillFlow('<input value="{{flow.typed}}">', {
        shown: [],
        values: { typed: `"><script>${typed}` },
      });
      expect(html.slice('<input value="'.length, -2)).not.toMatch(/[<>"]/);
    }),
  );
});
