const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 4rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1rem; margin: 0; }
p { margin: .25rem 0; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; border-left: 2px solid var(--line); padding-left: 1rem; }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 1.25rem 0; }
section { border-top: 1px solid var(--line); padding: 1.25rem 0; }
summary { cursor: pointer; padding: .25rem 0; }
a { color: inherit; text-underline-offset: .2em; }
.name { opacity: .65; }`;

/** What keeps a page from fetching or running anything. */
export const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'";

/** A page of ours: one file, no script, nothing fetched. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(title)}</title>
<style>${style}
</style>
<h1>${text(title)}</h1>
${body}
</html>
`;
}

/** Any text, as HTML that shows it. */
export function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
