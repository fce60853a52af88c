import { expect, test } from 'vitest';
import { createMarking } from './marking.ts';

const input = { software: 'Parley', version: '0.1.0', generator: 'draft' };

test('the marking names the maker, the generator and the source type', () => {
  const { tags, xmp } = createMarking(input);
  expect(xmp).not.toMatch(/(Create|Modify|Metadata)Date/);
  expect(tags['comment']).toContain('AI-generated');
  for (const text of [tags['comment'], xmp]) {
    expect(text).toContain('Parley 0.1.0');
    expect(text).toContain('generator draft');
    expect(text).toContain(
      'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
    );
  }
  expect(createMarking(input)).toEqual(createMarking({ ...input }));
});

test('the XMP stays well formed whatever the names hold', () => {
  const { xmp } = createMarking({ ...input, software: 'A<b>&"c"', generator: '</rdf:RDF>' });
  expect(xmp).toContain('A&lt;b&gt;&amp;');
  expect(xmp.match(/<\/rdf:RDF>/g)).toHaveLength(1);
});
