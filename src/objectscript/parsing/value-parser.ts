import { EmbeddedActionsParser, type IToken, type ParserMethod } from 'chevrotain';
import { ExpressionOpen } from '../lexing/brace-tokens.ts';
import * as cls from '../lexing/class-tokens.ts';
import { vocabulary } from '../lexing/lexer.ts';
import * as shared from '../lexing/shared-tokens.ts';
import type { Keyword } from './model.ts';
import { parseMessages } from './parse-messages.ts';

type Rule<T> = ParserMethod<[], T>;

/** The grammar of names, values and `[ keyword = value ]` lists, which heads of classes and of members share. */
export class ValueParser extends EmbeddedActionsParser {
  constructor() {
    super(vocabulary, { errorMessageProvider: parseMessages, maxLookahead: 2 });
  }

  /** A name, or in quotes one that is no identifier. */
  protected readonly nameToken: Rule<IToken> = this.RULE('nameToken', () =>
    this.OR([{ ALT: () => this.CONSUME(cls.Name) }, { ALT: () => this.CONSUME(shared.StringLiteral) }]),
  );

  /** One name, or several in parentheses. */
  protected readonly names: Rule<string[]> = this.RULE('names', () => {
    const found: string[] = [];
    const add = (token: IToken) => this.ACTION(() => found.push(unquote(token)));
    this.OR([
      { ALT: () => add(this.SUBRULE(this.nameToken)) },
      {
        ALT: () => {
          this.CONSUME(shared.LParen);
          this.AT_LEAST_ONE_SEP({ SEP: shared.Comma, DEF: () => add(this.SUBRULE1(this.nameToken)) });
          this.CONSUME(shared.RParen);
        },
      },
    ]);
    return found;
  });

  protected readonly keywords: Rule<Keyword[]> = this.RULE('keywords', () => {
    const found: Keyword[] = [];
    this.OPTION(() => {
      this.CONSUME(cls.LBracket);
      this.AT_LEAST_ONE_SEP({ SEP: shared.Comma, DEF: () => found.push(this.SUBRULE(this.keyword)) });
      this.CONSUME(cls.RBracket);
    });
    return found;
  });

  private readonly keyword: Rule<Keyword> = this.RULE('keyword', () => {
    this.OPTION1({ GATE: () => this.LA(2).image !== '=', DEF: () => this.CONSUME(cls.Not) });
    const token = this.CONSUME(cls.Name);
    const value = this.OPTION2(() => {
      this.CONSUME(shared.Equals);
      return this.SUBRULE(this.value);
    });
    return { token, value };
  });

  /** The value of a keyword, argument or parameter: anything up to the comma, bracket or semicolon after it. */
  protected readonly value: Rule<string> = this.RULE('value', () => {
    let text = '';
    this.AT_LEAST_ONE(() => (text += this.SUBRULE(this.piece)));
    return text;
  });

  /** Anything in parentheses. */
  protected readonly group: Rule<string> = this.RULE('group', () => {
    let text = '';
    this.CONSUME(shared.LParen);
    this.MANY(() => {
      text += this.OR([
        { ALT: () => this.SUBRULE(this.piece) },
        { ALT: () => this.CONSUME(shared.Comma).image },
        { ALT: () => this.CONSUME(shared.Equals).image },
      ]);
    });
    this.CONSUME(shared.RParen);
    return `(${text})`;
  });

  private readonly piece: Rule<string> = this.RULE('piece', () =>
    this.OR([
      { ALT: () => unquote(this.CONSUME(shared.StringLiteral)) },
      { ALT: () => this.CONSUME(cls.Name).image },
      { ALT: () => this.CONSUME(cls.UnderscoredName).image },
      { ALT: () => this.CONSUME(shared.NumberLiteral).image },
      { ALT: () => this.CONSUME(shared.Ellipsis).image },
      { ALT: () => this.CONSUME(cls.Mark).image },
      { ALT: () => this.SUBRULE(this.group) },
      { ALT: () => (this.CONSUME(ExpressionOpen), this.CONSUME(shared.BlockClose), '{}') },
    ]),
  );
}

/** What a name or string stands for: itself, without the quotes of a string. */
export function unquote({ image }: IToken): string {
  return image.startsWith('"') ? image.slice(1, -1).replaceAll('""', '"') : image;
}
