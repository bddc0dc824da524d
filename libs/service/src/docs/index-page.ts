import type { Description, Endpoint } from './description';
import { page, text } from './page';

/** The page at `/`. */
export function indexPage({ name, title, endpoints }: Description): string {
  return page(
    title,
    `<p class="name">${text(name)}</p>
<nav>
<a href="/docs">Try it</a>
<a href="/docs-json">OpenAPI</a>
<a href="/samples">Samples</a>
<a href="/health/ready">Health</a>
<a href="/metrics">Metrics</a>
</nav>
${endpoints.map(section).join('\n')}`,
  );
}

function section({ operation, summary, method, path, wsdl }: Endpoint): string {
  const contract = wsdl === undefined ? '' : `\n<p><a href="${text(wsdl)}">WSDL and its schemas</a></p>`;
  return `<section>
<h2>${text(operation)}</h2>
<p>${text(summary)}</p>
<p><code>${text(method)} ${text(path)}</code></p>${contract}
</section>`;
}
