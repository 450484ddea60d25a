import { tokenMatcher, type IToken } from 'chevrotain';
import { Colon, Dim, LBraceInCode, Macro } from '../lexing/code-tokens.ts';
import { Command, isStatementStart, toCommand } from '../lexing/command.ts';
import { BlockClose, Comma, Equals, LParen } from '../lexing/shared-tokens.ts';

/** A `{ … }` of statements. */
export interface Block {
  parent?: Block;
  /** The statement it belongs to, such as `If` or `For`. */
  owner?: Statement;
}

/** One command with what it is given; its blocks are told by the statements in them. */
export interface Statement {
  /** The command in lower case and long form; `dim` for `#dim`, `macro` for a macro that stands alone. */
  command: string;
  token: IToken;
  hasPostcondition: boolean;
  /** Everything after the command, with the postcondition. */
  tokens: IToken[];
  block: Block;
}

/** Cuts a body, whose brackets all end, into its statements in the order of the text. */
export function listStatements(body: readonly IToken[], text: string): Statement[] {
  const statements: Statement[] = [];
  let block: Block = {};
  let literals = 0;
  body.forEach((token, index) => {
    const last = body[index - 1];
    const isLiteral = token.tokenType === LBraceInCode && (literals > 0 || isValueNext(last));
    if (isLiteral) literals += 1;
    else if (token.tokenType === BlockClose && literals > 0) literals -= 1;
    else if (token.tokenType === LBraceInCode) {
      block = { parent: block, owner: statements.at(-1) };
      return;
    } else if (token.tokenType === BlockClose) {
      block = block.parent ?? block;
      return;
    }
    const command = findCommand(token, last, text);
    if (command === undefined) statements.at(-1)?.tokens.push(token);
    else {
      const hasPostcondition = body[index + 1]?.tokenType === Colon && isAdjacent(token, body[index + 1]);
      statements.push({ command, token, hasPostcondition, tokens: [], block });
    }
  });
  return statements;
}

/** Whether a `{` here starts an object of JSON, not a block. */
function isValueNext(last: IToken | undefined): boolean {
  return last !== undefined && [Comma, Colon, Equals, LParen].includes(last.tokenType);
}

function findCommand(token: IToken, last: IToken | undefined, text: string): string | undefined {
  if (tokenMatcher(token, Command)) return toCommand(token.image);
  if (token.tokenType === Dim) return 'dim';
  if (token.tokenType !== Macro) return undefined;
  const gap = last === undefined ? '' : text.slice((last.endOffset ?? -1) + 1, token.startOffset);
  return isStatementStart(last, gap) ? 'macro' : undefined;
}

/** Whether nothing stands between two tokens. */
export function isAdjacent(first: IToken | undefined, second: IToken | undefined): boolean {
  return second !== undefined && first?.endOffset === second.startOffset - 1;
}

/** A block and those around it, from the inside. */
export function listBlocks(block: Block): Block[] {
  const blocks: Block[] = [];
  for (let at: Block | undefined = block; at !== undefined; at = at.parent) blocks.push(at);
  return blocks;
}

/** The loops a block stands in, from the inside. */
export function listLoops(block: Block): Block[] {
  return listBlocks(block).filter(({ owner }) => ['do', 'for', 'while'].includes(owner?.command ?? ''));
}
