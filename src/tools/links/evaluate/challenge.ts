import type { Answer } from '../exchange.ts';
import type { PageFacts } from '../page-facts.ts';

/** How a wall that keeps programs out gives itself away. Everything that is named must match. */
interface Fingerprint {
  wall: string;
  header?: readonly [name: string, value: RegExp];
  title?: RegExp;
  text?: RegExp;
}

const fingerprints: readonly Fingerprint[] = [
  { wall: 'Cloudflare', header: ['cf-mitigated', /./] },
  { wall: 'Cloudflare', header: ['server', /^cloudflare/i], title: /^(just a moment|attention required)/i },
  { wall: 'AWS WAF', header: ['x-amzn-waf-action', /challenge|captcha/i] },
  { wall: 'Vercel', header: ['x-vercel-mitigated', /challenge|deny/i] },
  { wall: 'Anubis', title: /^(making sure you('re| are) not a bot|oh noes)/i },
  { wall: 'DDoS-Guard', header: ['server', /^ddos-guard/i], title: /^(ddos-guard|checking your browser)/i },
  { wall: 'Akamai', header: ['server', /^akamai/i], title: /^access denied/i },
  { wall: 'Akamai', title: /^access denied/i, text: /reference #[\da-f.]+/i },
  { wall: 'Imperva', text: /incapsula incident id/i },
  { wall: 'Sucuri', title: /sucuri website firewall/i },
  { wall: 'PerimeterX', title: /^access to this page has been denied/i },
  { wall: 'Fastly', title: /^client challenge$/i },
];

const readLength = 2000;

/** The wall that a page comes from, or undefined when it shows no sign of one. */
export function findChallenge({ status, headers }: Answer, { title = '', text }: PageFacts): string | undefined {
  // A status that LinkedIn made up for programs.
  if (status === 999) return 'status 999';
  return fingerprints.find(
    (print) =>
      (print.header === undefined || print.header[1].test(headers[print.header[0]] ?? '')) &&
      (print.title?.test(title) ?? true) &&
      (print.text?.test(text.slice(0, readLength)) ?? true),
  )?.wall;
}
