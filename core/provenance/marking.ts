// A film that Parley makes says so: to people in plain words, to machines in IPTC's vocabulary.

/** IPTC NewsCodes: real pictures and voices, changed by a trained model. */
export const DIGITAL_SOURCE_TYPE =
  'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia';

export interface MarkingInput {
  /** e.g. `Parley`. */
  readonly software: string;
  readonly version: string;
  /** Generator that drew the frames, e.g. `draft`. */
  readonly generator: string;
}

export interface Marking {
  /** Container tags under the keys that players and asset managers show. */
  readonly tags: Readonly<Record<string, string>>;
  /** XMP packet with `Iptc4xmpExt:DigitalSourceType`, UTF-8 text. */
  readonly xmp: string;
}

/** Holds no time and no machine, so that equal films stay equal. */
export function createMarking(input: MarkingInput): Marking {
  const maker = `${input.software} ${input.version}`;
  const sentence =
    `AI-generated: the people in this film were made to talk by ${maker} ` +
    `(generator ${input.generator}) from a picture and voice recordings.`;
  return {
    tags: {
      comment: `${sentence} digitalSourceType=${DIGITAL_SOURCE_TYPE}`,
      description: sentence,
    },
    xmp: toXmp(sentence, maker),
  };
}

function toXmp(sentence: string, maker: string): string {
  return [
    '<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '  <rdf:Description rdf:about=""',
    '    xmlns:dc="http://purl.org/dc/elements/1.1/"',
    '    xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    '    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">',
    `   <xmp:CreatorTool>${escapeXml(maker)}</xmp:CreatorTool>`,
    `   <Iptc4xmpExt:DigitalSourceType>${DIGITAL_SOURCE_TYPE}</Iptc4xmpExt:DigitalSourceType>`,
    '   <dc:description><rdf:Alt>',
    `    <rdf:li xml:lang="x-default">${escapeXml(sentence)}</rdf:li>`,
    '   </rdf:Alt></dc:description>',
    '  </rdf:Description>',
    ' </rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
