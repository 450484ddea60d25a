/** The most by which the memory of this process grew while something ran, in bytes. */
export async function measureGrowth(run: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 2);
  await run();
  clearInterval(timer);
  return Math.max(peak, process.memoryUsage.rss()) - before;
}
