import type { IToken } from 'chevrotain';
import { listBlocks, listLoops, type Block, type Statement } from './statements.ts';
import type { VariableEvent } from './variable-events.ts';

/** Where one variable is read and written, indexed so that a question about one write costs no walk over the others. */
export interface Flow {
  order: Map<IToken, number>;
  reads: number[];
  /** The writes that always happen when their block runs. */
  writes: Map<Block, number[]>;
  /** The first read inside a block. */
  firstReads: Map<Block, number>;
  readers: Set<Statement>;
}

export function readFlow(events: readonly VariableEvent[], statements: readonly Statement[]): Flow {
  const flow: Flow = { order: new Map(), reads: [], writes: new Map(), firstReads: new Map(), readers: new Set() };
  events.forEach(({ kind, token, statement: index }, at) => {
    flow.order.set(token, at);
    const statement = statements[index];
    if (statement === undefined) return;
    const { block } = statement;
    if (kind === 'read') {
      flow.reads.push(at);
      flow.readers.add(statement);
      for (const around of listBlocks(block)) if (!flow.firstReads.has(around)) flow.firstReads.set(around, at);
    } else if (!statement.hasPostcondition) {
      const writes = flow.writes.get(block);
      if (writes === undefined) flow.writes.set(block, [at]);
      else writes.push(at);
    }
  });
  return flow;
}

/** Whether a value written in a block is read: later, before a write that always follows, or in the next turn of a loop. */
export function isReadAfter(flow: Flow, written: IToken, block: Block): boolean {
  const at = flow.order.get(written) ?? -1;
  const read = findAfter(flow.reads, at);
  const write = Math.min(...listBlocks(block).map((around) => findAfter(flow.writes.get(around) ?? [], at)));
  if (read < write) return true;
  if (write < Infinity) return false;
  return listLoops(block).some(
    (loop) =>
      (flow.firstReads.get(loop) ?? Infinity) < at || (loop.owner !== undefined && flow.readers.has(loop.owner)),
  );
}

/** The first of these growing numbers that is greater, or infinity. */
function findAfter(numbers: readonly number[], than: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > than) high = middle;
    else low = middle + 1;
  }
  return numbers[low] ?? Infinity;
}
