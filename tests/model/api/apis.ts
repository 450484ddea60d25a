import { createApi, type Address, type Api } from '#model/api/api.ts';
import type { Model } from '#model/model.ts';
import { deriveFrame } from '#model/view/frame.ts';
import { createModel } from '../entries.ts';

const build = { builtAt: '2026-11-21 09:30 UTC', commit: '0123456789ab' };

/** The API over a model, published at `https://site.example/sub/` unless said otherwise. */
export function createTestApi(
  model: Model = createModel(),
  address: Address = { site: 'https://site.example', base: '/sub/' },
): Api {
  return createApi(model, deriveFrame(model, build), address);
}
