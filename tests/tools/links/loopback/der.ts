/** Writes the values of ASN.1 that a certificate is made of, in their distinguished encoding. */

function encode(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

export function sequence(...items: readonly Uint8Array[]): Buffer {
  return encode(0x30, ...items);
}

export function set(...items: readonly Uint8Array[]): Buffer {
  return encode(0x31, ...items);
}

/** A value that its context gives a meaning to, around others. */
export function context(number: number, ...items: readonly Uint8Array[]): Buffer {
  return encode(0xa0 | number, ...items);
}

/** The same for a value of bytes. */
export function primitive(number: number, bytes: Uint8Array): Buffer {
  return encode(0x80 | number, bytes);
}

export function integer(value: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt32BE(value, 1);
  return encode(
    0x02,
    bytes.subarray(bytes.findIndex((byte, index) => byte !== 0 || (bytes[index + 1] ?? 0x80) >= 0x80)),
  );
}

export function boolean(value: boolean): Buffer {
  return encode(0x01, Buffer.from([value ? 0xff : 0]));
}

export function octets(bytes: Uint8Array): Buffer {
  return encode(0x04, bytes);
}

/** Bytes, with the count of unused bits before them. */
export function bits(bytes: Uint8Array): Buffer {
  return encode(0x03, Buffer.from([0]), bytes);
}

export function utf8(text: string): Buffer {
  return encode(0x0c, Buffer.from(text));
}

export function time(date: Date): Buffer {
  return encode(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]|\..*/g, '')}Z`));
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return encode(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(encodeBase128)]));
}

function encodeBase128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) bytes.unshift((left & 0x7f) | 0x80);
  return bytes;
}
