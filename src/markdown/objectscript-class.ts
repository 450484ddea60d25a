import type { LanguageRegistration } from 'shiki';

/**
 * A small TextMate grammar for ObjectScript class files: the lines that open a class or a member, their keyword lists,
 * and the statements inside, which another grammar colours. Bodies of `[ Language = python ]` methods are Python.
 */
export const objectscriptClass: LanguageRegistration = {
  name: 'objectscript',
  scopeName: 'source.objectscript.class',
  embeddedLangs: ['python', 'xml'],
  patterns: [
    { match: '^\\s*///.*$', name: 'comment.line.documentation' },
    {
      begin: '^(Class)\\s+([%\\w.]+)(?:\\s+(Extends)\\s+)?',
      beginCaptures: {
        1: { name: 'keyword.control' },
        2: { name: 'entity.name.type' },
        3: { name: 'keyword.control' },
      },
      end: '(?=\\{)|$',
      patterns: [{ include: '#keywords' }, { match: '[%\\w.]+', name: 'entity.name.type' }],
    },
    {
      begin: '^\\s*((?:Class)?Method)\\s+([%\\w]+)(?=.*Language\\s*=\\s*python)',
      beginCaptures: { 1: { name: 'keyword.control' }, 2: { name: 'entity.name.function' } },
      end: '^\\s*\\}',
      patterns: [
        { include: '#signature' },
        {
          begin: '^\\s*\\{',
          end: '(?=^\\s*\\})',
          contentName: 'meta.embedded.python',
          patterns: [{ include: 'source.python' }],
        },
      ],
    },
    {
      begin: '^\\s*((?:Class)?Method|Query|Trigger)\\s+([%\\w]+)',
      beginCaptures: { 1: { name: 'keyword.control' }, 2: { name: 'entity.name.function' } },
      end: '(?=^\\s*\\{)|$',
      patterns: [{ include: '#signature' }],
    },
    {
      begin: '^\\s*(XData)\\s+([%\\w]+)',
      beginCaptures: { 1: { name: 'keyword.control' }, 2: { name: 'entity.name.type' } },
      end: '^\\s*\\}',
      patterns: [
        { include: '#keywords' },
        { begin: '^\\s*\\{', end: '(?=^\\s*\\})', patterns: [{ include: 'text.xml' }] },
      ],
    },
    {
      match:
        '^\\s*(Property|Parameter|Index|Relationship|ForeignKey|Projection|Storage)\\s+([%\\w]+)(?:\\s+(As)\\s+([%\\w.]+))?',
      captures: {
        1: { name: 'keyword.control' },
        2: { name: 'variable.other' },
        3: { name: 'keyword.control' },
        4: { name: 'entity.name.type' },
      },
    },
    { include: 'source.objectscript' },
  ],
  repository: {
    signature: {
      patterns: [
        { include: '#keywords' },
        {
          match: '\\b(As)\\s+([%\\w.]+)',
          captures: { 1: { name: 'keyword.control' }, 2: { name: 'entity.name.type' } },
        },
        { match: '\\b(ByRef|Output)\\b', name: 'keyword.control' },
        { match: '"[^"]*"', name: 'string.quoted' },
      ],
    },
    keywords: {
      begin: '\\[',
      end: '\\]',
      patterns: [
        { match: '\\b[A-Z]\\w*(?=\\s*(=|,|\\]))', name: 'keyword.other' },
        { match: '"[^"]*"', name: 'string.quoted' },
      ],
    },
  },
};
