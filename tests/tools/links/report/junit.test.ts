import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { renderJunit } from '#tools/links/report/junit.ts';
import { createFinding, createLink, createReport, linkOfEachState } from './reports.ts';

describe('the report for JUnit', () => {
  test('has a case for each citation: dead ones fail, and only those that were seen good pass', () => {
    expect(renderJunit(createReport(linkOfEachState)).split('\n')).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuite name="links" tests="7" failures="1" skipped="4">',
      '  <testcase classname="links" name="dead-page" file="content/sources/dead-page.yaml" line="4"><failure type="gone" message="dead; gone (HTTP_404): The server answered 404: the page is not there; last verified 12 days ago, failing since 2026-11-16 (seen 3 times)"/></testcase>',
      '  <testcase classname="links" name="fine-page" file="content/sources/fine-page.yaml" line="4"/>',
      '  <testcase classname="links" name="moved-page" file="content/sources/moved-page.yaml" line="4"/>',
      '  <testcase classname="links" name="new-page" file="content/sources/new-page.yaml" line="4"><skipped message="new; not verified yet"/></testcase>',
      '  <testcase classname="links" name="suspect-page" file="content/sources/suspect-page.yaml" line="4"><skipped message="suspect; unreachable (RESET): The server broke the connection; last verified yesterday, failing since 2026-11-20 (seen once)"/></testcase>',
      '  <testcase classname="links" name="walled-page" file="content/sources/walled-page.yaml" line="4"><skipped message="unverifiable; blocked (HTTP_403): The server answered 403, which may hold for the checker only; not verified yet"/></testcase>',
      '  <testcase classname="links" name="waived-page" file="content/sources/waived-page.yaml" line="4"><skipped message="waived until 2027-01-31 by editors: The host shows its pages to browsers only; waived (HTTP_403): blocked: The server answered 403; last verified 12 days ago"/></testcase>',
      '</testsuite>',
      '',
    ]);
  });

  test('gives text back as it was, but for what XML cannot write', () => {
    const detail = '<a b="c">&amp; \'d\' ]]>\uFFFE\uD800';
    const link = createLink({ state: 'dead', finding: createFinding({ verdict: 'gone', code: 'HTTP_404', detail }) });
    using document = XmlDocument.fromString(renderJunit(createReport([link])));
    expect(document.get('//failure/@message')?.content).toBe(
      'dead; gone (HTTP_404): <a b="c">&amp; \'d\' ]]>\uFFFD\uFFFD; last verified 12 days ago',
    );
  });
});
