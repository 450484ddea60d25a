import { deriveFrame, type Frame } from '#model/view/frame.ts';
import { getModel } from './astro.ts';
import { readBuildInfo } from './build-info.ts';

// One time for all pages of a build.
const startedAt = new Date();

/** What every page of this build shows around its content. */
export async function getFrame(): Promise<Frame> {
  return deriveFrame(await getModel(), readBuildInfo(process.env, startedAt));
}
