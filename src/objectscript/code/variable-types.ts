import { CodeName } from '../lexing/code-tokens.ts';
import type { Member } from '../parsing/model.ts';
import { listAssignments } from './assignments.ts';
import { listCalls } from './calls.ts';
import type { Statement } from './statements.ts';

const makers = ['%new', '%openid', '%open', 'initialize', 'attach'];

/** The classes of variables, as far as arguments, `#dim` and `Set x = ##class(…).%New()` tell. */
export function findVariableTypes(member: Member, statements: readonly Statement[]): Map<string, string> {
  const types = new Map<string, string>();
  for (const { token, type } of member.arguments ?? []) if (type !== undefined) types.set(token.image, type);
  for (const statement of statements) {
    const [variable, as] = statement.tokens;
    if (statement.command === 'dim' && variable !== undefined && as?.image.toLowerCase() === 'as') {
      types.set(variable.image, renderType(statement));
    }
    for (const { variable: target, value } of listAssignments(statement)) {
      const made = listCalls(value).find(({ isResult }) => isResult);
      if (target === undefined || made === undefined || !makers.includes(made.token.image.toLowerCase())) continue;
      if (made.receiver.kind === 'class') types.set(target.image, made.receiver.name);
      if (made.receiver.kind === 'system') types.set(target.image, `%SYSTEM.${made.receiver.name}`);
    }
  }
  return types;
}

/** The name behind `As` of a `#dim`. */
function renderType({ tokens }: Statement): string {
  const rest = tokens.slice(2);
  const end = rest.findIndex(({ tokenType, image }) => tokenType !== CodeName && image !== '.');
  return rest
    .slice(0, end < 0 ? undefined : end)
    .map(({ image }) => image)
    .join('');
}
