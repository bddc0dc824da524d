import type { Description, Endpoint } from './description';

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 4rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1rem; margin: 0; }
p { margin: .25rem 0; }
code { font: .875rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 1.25rem 0; }
section { border-top: 1px solid var(--line); padding: 1.25rem 0; }
a { color: inherit; text-underline-offset: .2em; }
.name { opacity: .65; }`;

/** The page at `/`: one file, no script, nothing fetched. */
export function indexPage({ name, title, endpoints }: Description): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(title)}</title>
<style>${style}
</style>
<h1>${text(title)}</h1>
<p class="name">${text(name)}</p>
<nav>
<a href="/docs">Try it</a>
<a href="/docs-json">OpenAPI</a>
<a href="/health/ready">Health</a>
<a href="/metrics">Metrics</a>
</nav>
${endpoints.map(section).join('\n')}
</html>
`;
}

function section({ operation, summary, method, path, wsdl }: Endpoint): string {
  const contract = wsdl === undefined ? '' : `\n<p><a href="${text(wsdl)}">WSDL and its schemas</a></p>`;
  return `<section>
<h2>${text(operation)}</h2>
<p>${text(summary)}</p>
<p><code>${text(method)} ${text(path)}</code></p>${contract}
</section>`;
}

function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
