import { indexPage } from './index-page';

const page = indexPage({
  name: 'events',
  title: 'Events <of> "Trunkline" & Co',
  endpoints: [
    {
      operation: 'CreateEventV2',
      summary: 'Creates an event',
      method: 'POST',
      path: '/soap/CreateEventV2',
      contentType: 'text/xml',
      wsdl: '/soap/CreateEventV2?wsdl',
    },
  ],
});

it('shows each operation, and where its contract is', () => {
  expect(page).toContain('<h2>CreateEventV2</h2>');
  expect(page).toContain('<code>POST /soap/CreateEventV2</code>');
  expect(page).toContain('<a href="/soap/CreateEventV2?wsdl">');
});

it('links what every service has', () => {
  for (const path of ['/docs', '/docs-json', '/samples', '/health/ready', '/metrics'])
    expect(page).toContain(`href="${path}"`);
});

it('needs neither a script nor anything from elsewhere', () => {
  expect(page).not.toMatch(/<script|<link|<img|https?:|@import|url\(/);
});

it('shows text as text', () => {
  expect(page).toContain('<h1>Events &lt;of&gt; &quot;Trunkline&quot; &amp; Co</h1>');
});
