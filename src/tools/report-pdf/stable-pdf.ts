const stamp = /\/(CreationDate|ModDate) \((D:\d{14}[^)]*)\)/g;
const nodeName = /\(node\d{8}\)/g;

/**
 * Takes out of a PDF what differs from run to run, so that one build gives one file: its dates become the moment given,
 * and the names of table heads, which Chromium counts through all its pages, begin at 1. The lengths stay, because a PDF
 * finds its parts by their offsets. Throws a RangeError when a date is written in another form, or none is there.
 */
export function stabilisePdf(pdf: Uint8Array, moment: Date): Uint8Array {
  const digits = moment.toISOString().slice(0, 19).replaceAll(/\D/g, '');
  const written = `D:${digits}+00'00'`;
  // Latin-1 maps each byte to one character and back.
  const text = Buffer.from(pdf).toString('latin1');
  if (text.search(stamp) === -1) throw new RangeError('Unexpected PDF, expected one with a date');
  const stamped = text.replaceAll(stamp, (_all, name: string, before: string) => {
    if (before.length !== written.length) {
      throw new RangeError(`Unexpected date \`${before}\` in the PDF, expected one as \`${written}\``);
    }
    return `/${name} (${written})`;
  });
  return Buffer.from(renumber(stamped), 'latin1');
}

/** Numbers the names anew and keeps their order, by which a reader looks them up. */
function renumber(text: string): string {
  const names = [...new Set(text.match(nodeName))].sort();
  const numbers = new Map(names.map((name, index) => [name, `(node${String(index + 1).padStart(8, '0')})`]));
  return text.replaceAll(nodeName, (name) => numbers.get(name) ?? name);
}
