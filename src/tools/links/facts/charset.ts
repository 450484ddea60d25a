/** Where HTML may say its own charset: a browser looks no further either. */
const prescanBytes = 1024;

/** The text of a body: by its byte order mark, else by what the header or the document says, else UTF-8. */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const charset = readByteOrderMark(bytes) ?? readLabel(contentType) ?? scanDocument(bytes) ?? 'utf-8';
  const text = new TextDecoder(charset).decode(bytes);
  return charset === 'utf-8' && isMostlyBroken(text) ? new TextDecoder('windows-1252').decode(bytes) : text;
}

function readByteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return undefined;
}

function readLabel(contentType: string): string | undefined {
  return resolveCharset(/;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1]);
}

function scanDocument(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, prescanBytes)).replace(/<!--[^]*?-->/g, '');
  const label =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^\s"'>]+)/i.exec(start)?.[1];
  const charset = resolveCharset(label);
  // What could be read as ASCII to get here is not UTF-16, whatever it says.
  return charset?.startsWith('utf-16') === true ? 'utf-8' : charset;
}

/** The canonical name of a charset, or undefined when nobody knows it. */
function resolveCharset(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** One broken byte in a page of UTF-8 stays one; a page whose other letters all break is not UTF-8. */
function isMostlyBroken(text: string): boolean {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken > (text.match(/[\u0080-\ufffc]/g)?.length ?? 0);
}
