import type { IToken, ParserMethod } from 'chevrotain';
import { BodyOpen, ClassOpen } from '../lexing/brace-tokens.ts';
import * as cls from '../lexing/class-tokens.ts';
import { MemberKeyword, toMemberKind } from '../lexing/member-keyword.ts';
import * as shared from '../lexing/shared-tokens.ts';
import type { Argument, ClassHead, MemberHead } from './model.ts';
import { ValueParser, unquote } from './value-parser.ts';

type Rule<T> = ParserMethod<[], T>;

const withArguments = ['ClassMethod', 'ClientMethod', 'Method', 'Query'];
const withBody = [...withArguments, 'Storage', 'Trigger', 'XData'];

/** The grammar of class level: the head of the class, and one member at a time, whose body is `{` and its `}`. */
export class ClassParser extends ValueParser {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  readonly classHead: Rule<ClassHead> = this.RULE('classHead', () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(cls.Import) },
        { ALT: () => this.CONSUME(cls.IncludeGenerator) },
        { ALT: () => this.CONSUME(cls.Include) },
      ]);
      this.SUBRULE(this.names);
    });
    this.CONSUME(cls.ClassKeyword);
    const token = this.SUBRULE(this.nameToken);
    const superclasses = this.OPTION(() => {
      this.CONSUME(cls.Extends);
      return this.SUBRULE1(this.names);
    });
    const keywords = this.SUBRULE(this.keywords);
    this.CONSUME(ClassOpen);
    return { token, name: this.ACTION(() => unquote(token)), superclasses: superclasses ?? [], keywords };
  });

  readonly member: Rule<MemberHead> = this.RULE('member', () => {
    const keyword = this.CONSUME(MemberKeyword);
    const kind = this.ACTION(() => toMemberKind(keyword.image)) ?? 'Method';
    // What a kind demands is recorded as grammar for all of them, and asked for by the kind at hand.
    const demands = (kinds: readonly string[]) => this.RECORDING_PHASE || kinds.includes(kind);
    const token = this.SUBRULE(this.nameToken);
    const list = demands(withArguments) ? this.SUBRULE(this.argumentList) : undefined;
    if (demands(['ForeignKey'])) this.SUBRULE(this.reference);
    this.OPTION1({ GATE: () => kind === 'Index', DEF: () => this.SUBRULE(this.indexed) });
    const type = this.OPTION2(() => this.SUBRULE(this.type));
    const keywords = this.SUBRULE(this.keywords);
    this.OPTION3({ GATE: () => kind === 'Parameter', DEF: () => this.SUBRULE(this.initial) });
    if (demands(withBody)) {
      this.CONSUME(BodyOpen);
      this.CONSUME(shared.BlockClose);
    }
    if (this.RECORDING_PHASE || !withBody.includes(kind)) this.CONSUME(cls.Semicolon);
    return { kind, name: this.ACTION(() => unquote(token)), token, arguments: list, type, keywords };
  });

  private readonly argumentList: Rule<Argument[]> = this.RULE('argumentList', () => {
    const found: Argument[] = [];
    this.CONSUME(shared.LParen);
    this.MANY_SEP({ SEP: shared.Comma, DEF: () => found.push(this.SUBRULE(this.argument)) });
    this.CONSUME(shared.RParen);
    return found;
  });

  private readonly argument: Rule<Argument> = this.RULE('argument', () => {
    let mode: Argument['mode'] = 'value';
    // `Output` alone, or before `As`, is an argument of that name.
    const isMode = () => this.LA(2).tokenType !== cls.As && /^[%A-Za-z]/.test(this.LA(2).image);
    this.OPTION1({ GATE: isMode, DEF: () => (this.CONSUME(cls.ByRef), (mode = 'ByRef')) });
    this.OPTION2({ GATE: isMode, DEF: () => (this.CONSUME(cls.Output), (mode = 'Output')) });
    const token: IToken = this.CONSUME(cls.Name);
    this.OPTION3(() => this.CONSUME(shared.Ellipsis));
    const type = this.OPTION4(() => this.SUBRULE(this.type));
    this.OPTION5(() => this.SUBRULE(this.initial));
    return { token, mode, type };
  });

  /** `As Name` or `As list Of Name`, either with parameters. */
  private readonly type: Rule<string> = this.RULE('type', () => {
    this.CONSUME(cls.As);
    let token = this.SUBRULE(this.nameToken);
    this.OPTION1(() => {
      this.CONSUME(cls.Of);
      token = this.SUBRULE1(this.nameToken);
    });
    this.OPTION2(() => this.SUBRULE(this.group));
    return this.ACTION(() => unquote(token));
  });

  private readonly initial: Rule<string> = this.RULE('initial', () => {
    this.CONSUME(shared.Equals);
    return this.SUBRULE(this.value);
  });

  private readonly indexed: Rule<IToken> = this.RULE('indexed', () => {
    const token = this.CONSUME(cls.On);
    this.OPTION1(() => this.SUBRULE(this.nameToken));
    this.OPTION2(() => this.SUBRULE(this.group));
    return token;
  });

  private readonly reference = this.RULE('reference', () => {
    this.SUBRULE(this.group);
    this.CONSUME(cls.References);
    this.SUBRULE(this.nameToken);
    this.OPTION(() => this.SUBRULE1(this.group));
  });
}
