import { createHash } from 'node:crypto';

/** The namespace of this site's items, a random UUID. It may never change: readers know an item by its id. */
const namespace = Buffer.from('8f6a52c1b04d4e0c9f3be2d17c65a4d9', 'hex');

/**
 * The permanent id of an item, a `urn:uuid` of version 5 (RFC 9562) of its key. It says nothing of where the site is
 * published: a `tag:` URI or a permalink would change with the host, and readers would see every item anew.
 */
export function renderItemId(key: string): string {
  const bytes = createHash('sha1').update(namespace).update(key, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
