import { deriveFrame, type Frame } from '#model/view/frame.ts';
import { getModel } from './astro.ts';
import { readBuildInfo } from './build-info.ts';

// One time and one frame for all pages of a build: git is asked once.
const startedAt = new Date();
let shared: Promise<Frame> | undefined;

/** What every page of this build shows around its content; in `dev` anew for each page, so that edits show. */
export function getFrame(): Promise<Frame> {
  if (import.meta.env.DEV) return readFrame();
  shared ??= readFrame();
  return shared;
}

async function readFrame(): Promise<Frame> {
  return deriveFrame(await getModel(), readBuildInfo(process.env, startedAt));
}
