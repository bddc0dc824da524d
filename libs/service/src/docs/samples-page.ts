import { page, text } from './page';

/** A sample as anybody outside may have it. */
export interface PublicSample {
  readonly operation: string;
  /** The sentence that it shows. */
  readonly name: string;
  readonly request: Message & { readonly method: string; readonly path: string };
  readonly response: Message & { readonly status: number };
}

interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** The page at `/samples`: each is a line that opens. */
export function samplesPage(title: string, samples: readonly PublicSample[]): string {
  const operations = new Set(samples.map(({ operation }) => operation));
  const sections = [...operations].map((operation) => {
    const own = samples.filter((sample) => sample.operation === operation);
    return `<section>\n<h2>${text(operation)}</h2>\n${own.map(details).join('\n')}\n</section>`;
  });
  return page(title, `<p class="name">Samples</p>\n<nav><a href="/">Back</a></nav>\n${sections.join('\n')}`);
}

function details({ name, request, response }: PublicSample): string {
  return `<details>
<summary>${text(name.replaceAll('-', ' '))}</summary>
${message(`${request.method} ${request.path}`, request)}
${message(String(response.status), response)}
</details>`;
}

function message(firstLine: string, { headers, body }: Message): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `<pre>${text([firstLine, ...lines, '', body?.trimEnd() ?? ''].join('\n').trimEnd())}</pre>`;
}
