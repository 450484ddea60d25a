import { describe, expect, it } from 'vitest';
import { checkClass } from '../../src/objectscript/class-check.ts';
import { render } from './render.ts';

/** The problems of a class with these members. Its first member stands in line 4. */
function check(members: string, base = '%RegisteredObject'): string[] {
  return render(checkClass(`Class Demo.X Extends ${base}\n{\n\n${members}\n\n}\n`).problems);
}

/** The problems of statements in a method, the first in line 6. */
function checkCode(lines: string[], base?: string, name = 'Go'): string[] {
  return check(`Method ${name}() As %Status\n{\n${lines.map((line) => `    ${line}`).join('\n')}\n}`, base);
}

const dropped = (place: string, name: string) =>
  `${place} Unexpected \`Do\` of \`${name}\`, expected its %Status to be tested (\`Set sc = …${name}(…)\`, then \`Return:$$$ISERR(sc) sc\`)`;
const unread = (place: string, variable: string, name: string) =>
  `${place} Unexpected \`${variable}\` that nothing reads, expected the %Status of \`${name}\` to be tested (\`Return:$$$ISERR(${variable}) ${variable}\` or \`$$$ThrowOnError(${variable})\`)`;

describe('a %Status', () => {
  it.each([
    ['Do ..SendRequestAsync("A", x)', [dropped('6:10', 'SendRequestAsync')]],
    ['Do ..SendRequestSync("A", x, .y)', [dropped('6:10', 'SendRequestSync')]],
    ['Do queue.Queue("..One", 1), queue.Sync()', [dropped('6:14', 'Queue'), dropped('6:39', 'Sync')]],
    ['Do:x object.%Save()', [dropped('6:17', '%Save')]],
    ['If x { Do ##class(A.B).%OpenId(1).%Save() }', [dropped('6:39', '%Save')]],
    ['Do ..Go()', [dropped('6:10', 'Go')]],
    ['d ws.OpenServer(id)', [dropped('6:10', 'OpenServer')]],
    ['Set sc = ..SendRequestAsync("A", x)', [unread('6:9', 'sc', 'SendRequestAsync')]],
    ['#dim sc As %Status = q.Queue("..One")', [unread('6:10', 'sc', 'Queue')]],
    ['Set ws = ##class(%CSP.WebSocket).%New() Do ws.Write("a")', [dropped('6:51', 'Write')]],
  ])('that nobody tests is said: %s', (line, expected) => {
    expect(checkCode([line, 'Return $$$OK'])).toEqual(expected);
  });

  it('that is set again before it is tested is said', () => {
    expect(checkCode(['Set sc = q.Queue("..One")', 'Set sc = q.Queue("..Two")', 'Return sc'])).toEqual([
      unread('6:9', 'sc', 'Queue'),
    ]);
    expect(checkCode(['Set sc = q.Queue("..One")', 'Set x = ..Read(.n, .sc)', 'Return sc'])).toEqual([
      unread('6:9', 'sc', 'Queue'),
    ]);
  });

  it.each([
    ['Set sc = q.Sync()', 'Return:$$$ISERR(sc) sc'],
    ['Set sc = q.Sync()', '$$$ThrowOnError(sc)'],
    ['$$$ThrowOnError(q.Sync())'],
    ['If $$$ISERR(q.Sync()) { Return 0 }'],
    ['Set sc = $$$ADDSC(sc, q.Sync())'],
    ['If x { Set sc = q.Sync() } Else { Set sc = object.%Save() }', 'Return sc'],
    ['Set sc = q.Sync(), ok = $$$ISOK(sc)'],
    ['While $$$ISOK(sc) { Set sc = q.Sync() }'],
    ['For {  Quit:$$$ISERR(sc)  Set sc = q.Sync() }'],
    ['Set stream = ##class(%Stream.TmpCharacter).%New() Do stream.Write("a")'],
    ['Do $System.Status.DisplayError(object.%Save())'],
    ['Write "Do ..SendRequestAsync()" ; Do ..SendRequestAsync()'],
  ])('that somebody tests is fine: %s', (...lines) => {
    expect(checkCode([...lines, 'Return $$$OK'])).toEqual([]);
  });

  it('of Write is one in a web socket', () => {
    const server = (line: string) => checkCode([line, 'Return $$$OK'], '%CSP.WebSocket', 'Server');
    expect(server('Do ..Write("a")')).toEqual([dropped('6:10', 'Write')]);
    expect(checkCode(['Do ..Write("a")', 'Return $$$OK'])).toEqual([]);
  });
});

describe('the table of known mistakes', () => {
  it('has the deprecated calls of the Work Queue Manager', () => {
    const old = (place: string, name: string, now: string) =>
      `${place} Unexpected \`${name}\` of the Work Queue Manager, which is deprecated, expected ${now}`;
    const lines = [
      'Set q = $system.WorkMgr.Initialize("", .sc)',
      'Set sc = q.WaitForComplete()',
      'Do q.StopWorkers(), q.Free(), other.Free(), other.Initialize()',
      'Return sc',
    ];
    expect(checkCode(lines)).toEqual([
      old('6:29', 'Initialize', '`%New`'),
      old('7:16', 'WaitForComplete', '`Sync`'),
      old('8:10', 'StopWorkers', 'no call of it'),
      old('8:27', 'Free', 'no call of it'),
    ]);
  });

  it('has SharedConnection outside of OnPreServer', () => {
    const lines = ['Set ..SharedConnection = 1', 'Return $$$OK'];
    expect(checkCode(lines, '(%CSP.WebSocket, Demo.Y)', 'Server')).toEqual([
      '6:11 Unexpected `SharedConnection` set in `Server`, expected it in `OnPreServer` (elsewhere it is too late: the connection has been made)',
    ]);
    expect(checkCode(lines, '(%CSP.WebSocket, Demo.Y)', 'OnPreServer')).toEqual([]);
  });

  it('has arguments that a service does not have, and arguments of Job by reference', () => {
    const lines = ['Set sc = ..SendRequestAsync("A", x, 1, "key")', 'Job ..Run(.x)::5', 'Return sc'];
    expect(checkCode(lines, 'Ens.BusinessService')).toEqual([
      '6:16 Unexpected 4 arguments of `SendRequestAsync`, expected 2 to 3 in this class (only a business process has pResponseRequired and pCompletionKey)',
      '7:15 Unexpected argument by reference of `Job`, expected one by value (a job has its own memory: give it an id, and keep the data in a global or a table)',
    ]);
  });

  it('has a value of Quit where Quit leaves a loop', () => {
    expect(checkCode(['For i = 1:1:3 {', '    If i = 2 { Quit:x  Quit i }', '}', 'Quit 1'])).toEqual([
      '7:28 Unexpected value of `Quit` inside `For`, expected `Return` (`Quit` leaves the loop or the `Try` there, and `Return` the method)',
    ]);
  });

  it('has links to the documentation of an older product', () => {
    const link = 'https://docs.intersystems.com/latest/csp/docbook/x';
    expect(check(`/// See ${link}\nProperty A;`)).toEqual([
      '4:17 Unexpected link to `/latest/`, which documents Caché & Ensemble 2018.1, expected `/irislatest/`',
    ]);
    expect(check(`/// See ${link.replace('latest', 'irislatest')}\nProperty A;`)).toEqual([]);
  });

  it('has callbacks that are not there', () => {
    const without = (name: string, base: string) =>
      `1:7 Unexpected \`Demo.X\` without \`${name}\`, expected the method: \`${base}\` calls it`;
    expect(check('', 'Ens.BusinessProcess')).toEqual([
      without('OnRequest', 'Ens.BusinessProcess'),
      without('OnResponse', 'Ens.BusinessProcess'),
    ]);
    expect(check('', '%SYS.Task.Definition')).toEqual([without('OnTask', '%SYS.Task.Definition')]);
    expect(check('', '%CSP.WebSocket')).toEqual([without('Server', '%CSP.WebSocket')]);
    expect(check('', '(Ens.BusinessProcess, Demo.Base)')).toEqual([]);
    expect(check('', 'Ens.BusinessProcessBPL')).toEqual([
      '1:7 Unexpected `Demo.X` without a process, expected `XData BPL`',
    ]);
  });

  it.each([
    [
      'Method OnResponse(a, b, c, d, e) As %Status',
      'Method OnResponse(…, …, …, …, …) As %Status',
      'Method OnResponse(…, ByRef …, …, …, …) As %Status',
    ],
    ['ClassMethod OnRequest(a, Output b) As %Status', 'ClassMethod OnRequest(…, Output …) As %Status', ''],
    ['Method OnRequest(a, Output b)', 'Method OnRequest(…, Output …)', ''],
    ['Method OnComplete(a) As %Status', 'Method OnComplete(…) As %Status', 'Method OnComplete(…, ByRef …) As %Status'],
  ])('has callbacks with another signature: %s', (head, given, expected) => {
    const column = head.indexOf(' ') + 2;
    expect(check(`${head}\n{\n    Return 1\n}`, '(Ens.BusinessProcess, Demo.Base)')).toEqual([
      `4:${column} Unexpected signature \`${given}\`, expected \`${expected || 'Method OnRequest(…, Output …) As %Status'}\``,
    ]);
  });
});
