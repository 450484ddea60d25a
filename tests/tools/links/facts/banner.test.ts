import { expect, test } from 'vitest';
import { isBanner } from '#tools/links/facts/banner.ts';

test.each([
  'This is documentation for Caché & Ensemble. See the InterSystems IRIS version of this content.',
  'This repository was archived by the owner on Aug 19, 2022. It is now read-only.',
  'This document is for an old version of Python that is no longer supported.',
  'This PEP has been superseded by PEP 3156.',
  'This page is deprecated.',
  'This class is now deprecated in favor of %SYSTEM.WorkMgr.',
  'You are reading the manual for an older release.',
])('is a banner: %s', (paragraph) => {
  expect(isBanner(paragraph)).toBe(true);
});

test.each([
  '',
  'This page shows how functions are deprecated. It is up to date.',
  'Deprecated since version 3.10: the loop parameter.',
  'This document describes asyncio.',
  `This page is deprecated.${' Read on.'.repeat(40)}`,
])('is no banner: %s', (paragraph) => {
  expect(isBanner(paragraph)).toBe(false);
});
