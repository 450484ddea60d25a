/** Processor time of a piece of work in milliseconds, which does not depend on what else the machine does. */
export function measureCpuMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
