import { samplesPage } from './samples-page';

const html = samplesPage('CreateEventV2', [
  {
    operation: 'CreateEventV2',
    name: 'creates-an-event',
    request: {
      method: 'POST',
      path: '/soap/CreateEventV2',
      headers: { 'content-type': 'text/xml' },
      body: '<a>1</a>\n',
    },
    response: { status: 200, headers: {}, body: undefined },
  },
]);

it('shows each sample as a sentence that opens', () => {
  expect(html).toContain(`<h2>CreateEventV2</h2>
<details>
<summary>creates an event</summary>
<pre>POST /soap/CreateEventV2
content-type: text/xml

&lt;a&gt;1&lt;/a&gt;</pre>
<pre>200</pre>
</details>`);
});

it('needs neither a script nor anything from elsewhere', () => {
  expect(html).not.toMatch(/<script|<link|<img|https?:|@import|url\(/);
});
