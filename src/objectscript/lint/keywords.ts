import { renderNearMiss } from '#model/near-miss.ts';
import { startOf, type Problem } from '../problem.ts';
import type { Keyword } from '../parsing/model.ts';
import type { ClassLint } from './lint.ts';

/** The keywords of the class definition reference, by what they stand on. */
const known: Record<string, string> = {
  Class: `Abstract ClassType ClientDataType ClientName CompileAfter ConstraintClass DdlAllowed DependsOn Deprecated
    EmbeddedClass Final GeneratedBy Hidden IncludeCode IndexClass Inheritance Language LegacyInstanceContext MemberSuper
    NoExtent OdbcType Owner ProcedureBlock ProjectionClass PropertyClass QueryClass ServerOnly Sharded SoapBindingStyle
    SoapBodyUse SqlCategory SqlRowIdName SqlRowIdPrivate SqlRoutinePrefix SqlTableName StorageStrategy System TriggerClass
    ViewQuery`,
  ForeignKey: 'Internal NoCheck OnDelete OnUpdate SqlName',
  Index: 'Abstract Condition CoshardWith Data Extent IdKey Internal PrimaryKey ShardKey SqlName Type Unique',
  Method: `Abstract ClientName CodeMode Deprecated ExternalProcName Final ForceGenerate GenerateAfter Internal Language
    NotInheritable PlaceAfter Private ProcedureBlock PublicList Requires ReturnResultsets ServerOnly SoapAction
    SoapBindingStyle SoapBodyUse SoapMessageName SoapNameSpace SoapRequestMessage SoapTypeNameSpace SqlName SqlProc
    WebMethod ZenMethod`,
  Parameter: 'Abstract Constraint Deprecated Encoded Final Flags Internal',
  Projection: 'Internal',
  Property: `Aliases Calculated Cardinality ClientName Collection Deprecated Final Identity InitialExpression Internal
    Inverse MultiDimensional NoModBit NotInheritable OnDelete Private ReadOnly Required ServerOnly SqlColumnNumber
    SqlComputeCode SqlComputed SqlComputeOnChange SqlFieldName SqlListDelimiter SqlListType Transient`,
  Query: `ClientName Final Internal NotInheritable Private SoapBindingStyle SoapBodyUse SoapNameSpace SqlName SqlProc
    SqlView SqlViewName WebMethod`,
  Storage: '',
  Trigger: 'CodeMode Event Final Foreach Internal Language NewTable OldTable Order SqlName Time UpdateColumnList',
  XData: 'Internal MimeType SchemaSpec XMLNamespace',
};
const aliases: Record<string, string> = { ClassMethod: 'Method', ClientMethod: 'Method', Relationship: 'Property' };
const table = new Map(Object.entries(known).map(([kind, words]) => [kind, words.split(/\s+/).filter(Boolean)]));

/** Every keyword of a `[ … ]` list is one that its kind of member has, and stands there once. */
export const keywords: ClassLint = ({ head, members }) => [
  ...findUnknown('Class', head?.keywords ?? []),
  ...members.flatMap((member) => findUnknown(member.kind, member.keywords)),
];

function findUnknown(kind: string, list: readonly Keyword[]): Problem[] {
  const words = table.get(aliases[kind] ?? kind) ?? [];
  const seen = new Set<string>();
  return list.flatMap(({ token }) => {
    const word = token.image.toLowerCase();
    if (seen.has(word)) return { ...startOf(token), reason: `Unexpected second \`${token.image}\`, expected it once` };
    seen.add(word);
    if (words.some((name) => name.toLowerCase() === word)) return [];
    return {
      ...startOf(token),
      reason: `Unexpected keyword \`${token.image}\`, expected a keyword of ${kind}`,
      hint: renderNearMiss(token.image, words, words.length === 0 ? 'it has none' : `such as \`${words[0] ?? ''}\``),
    };
  });
}
