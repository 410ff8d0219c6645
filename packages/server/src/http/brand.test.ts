import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TEST_LENDER } from '../../testing/test-lender.ts';
import { withBrand } from './brand.ts';

const { brand } = TEST_LENDER;

describe('a page in the lender’s name', () => {
  test('has each marker filled', () => {
    const page = '<a href="{{brand.phoneHref}}">{{brand.phone}}</a> {{brand.name}}';
    expect(withBrand(page, brand)).toBe(
      '<a href="tel:+15555550142">(555) 555-0142</a> Larkspur Motor Finance',
    );
  });

  test('keeps a marker it does not know, so that it is seen', () => {
    expect(withBrand('{{brand.slogan}}', brand)).toBe('{{brand.slogan}}');
  });

  test('runs nothing that a name or address holds', () => {
    const name = `<script>alert('x')</script> & "Sons" $& {{brand.phone}}`;
    expect(withBrand('<b title="{{brand.name}}">', { ...brand, name })).toBe(
      '<b title="&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Sons&quot; $&amp; ' +
        '{{brand.phone}}">',
    );
  });

  test('whatever a lender is called, the page has no other tags than before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const page = withBrand('<p title="{{brand.name}}">{{brand.name}}</p>', { ...brand, name });
        expect(page.match(/[<>]/g)).toEqual(['<', '>', '<', '>']);
        expect(page.match(/"/g)).toHaveLength(2);
      }),
    );
  });
});
