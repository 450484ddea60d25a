import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAddress } from '#tools/links/policy/address.ts';

test.each([
  '8.8.8.8',
  '172.15.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
  '2002:808:808::1',
])('`%s` is public', (address) => {
  expect(checkAddress(address)).toBeUndefined();
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fc00::1',
  'fd00::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '2001:db8::1',
  '100::1',
  // The library calls the next three public: no host has them.
  '::7f00:1',
  '4000::1',
  '1234::1',
  // The part of NAT64 that is for networks of one's own.
  '64:ff9b:1::808:808',
])('row 88: `%s` is refused', (address) => {
  expect(checkAddress(address)).toEqual({
    code: 'ADDRESS',
    detail: `Unexpected address \`${address}\`, expected a public one`,
  });
});

test.each([
  ['::ffff:7f00:1', '127.0.0.1'],
  ['64:ff9b::7f00:1', '127.0.0.1'],
  ['2002:7f00:1::', '127.0.0.1'],
  ['2002:a9fe:a9fe::1', '169.254.169.254'],
  // Teredo: the server in the middle, the client at the end with all bits turned around.
  ['2001:0:7f00:1:0:0:f7f7:f7f7', '127.0.0.1'],
  ['2001:0:808:808:0:0:80ff:fffe', '127.0.0.1'],
])('row 88: `%s` is refused for `%s` inside it', (address, inner) => {
  expect(checkAddress(address)).toEqual({
    code: 'ADDRESS',
    detail: `Unexpected address \`${address}\`, which stands for \`${inner}\`, expected a public one`,
  });
});

test('the host that led to an address is named', () => {
  expect(checkAddress('10.0.0.1', {}, 'inside.example')).toEqual({
    code: 'ADDRESS',
    detail: 'Unexpected address `10.0.0.1` of `inside.example`, expected a public one',
  });
});

test('a text that is no address is refused', () => {
  expect(checkAddress('')).toEqual({
    code: 'ADDRESS',
    detail: 'Unexpected address ``, expected four or sixteen bytes',
  });
});

test('wrapping an address of IPv4 never changes whether it is public', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  // Half of them from ranges with a purpose, which random bytes seldom meet.
  const version4 = fc.oneof(
    fc.tuple(byte, byte, byte, byte),
    fc.tuple(fc.constantFrom(0, 10, 127, 224, 240), byte, byte, byte),
    fc.tuple(fc.constant(172), fc.integer({ min: 14, max: 33 }), byte, byte),
    fc.tuple(fc.constant(100), fc.integer({ min: 62, max: 130 }), byte, byte),
    fc.tuple(fc.constantFrom(169, 192), fc.constantFrom(0, 168, 254), byte, byte),
  );
  fc.assert(
    fc.property(version4, (bytes) => {
      const [high, low] = [bytes.slice(0, 2), bytes.slice(2)].map((pair) => Buffer.from(pair).toString('hex'));
      const isPublic = checkAddress(bytes.join('.')) === undefined;
      for (const wrapped of [`::ffff:${high}:${low}`, `64:ff9b::${high}:${low}`, `2002:${high}:${low}::1`]) {
        expect(checkAddress(wrapped) === undefined, wrapped).toBe(isPublic);
      }
    }),
  );
});
