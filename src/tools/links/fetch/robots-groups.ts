/**
 * The lines of a robots.txt that can matter to one agent. A file may name thousands of agents before thousands of
 * rules; robots-parser stores each rule for each agent, so all others share one name here.
 */
export function selectGroups(text: string, product: string): string {
  const kept: string[] = [];
  let named = new Set<string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key = '', value = ''] = /^\s*([a-z-]+)\s*:([^#]*)/i.exec(line) ?? [];
    switch (key.toLowerCase()) {
      case 'user-agent': {
        const agent = value.trim().toLowerCase().replace(/\/.*/, '').trim();
        const name = agent === '*' || agent === product.toLowerCase() ? agent : 'other';
        if (!named.has(name)) kept.push(`user-agent: ${name}`);
        named.add(name);
        break;
      }
      case 'allow':
      case 'disallow':
      case 'crawl-delay':
        kept.push(`${key}: ${value.trim()}`);
        named = new Set();
    }
  }
  return kept.join('\n');
}
