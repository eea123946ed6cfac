const page = (title: string, head: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;

export const rootPage = page(
  'Roundtrip',
  '<link rel="icon" href="/docs/favicon-32x32.png">',
  `<h1>Roundtrip</h1>
<p>Contact data, edited in bulk: pick contacts by a target, get them as a spreadsheet, edit it, send it back.</p>
<ul>
<li><a href="/docs">The HTTP interface</a> (<a href="/openapi.json">OpenAPI</a>)</li>
<li><a href="/asyncapi.json">The Kafka events</a> (AsyncAPI)</li>
</ul>`,
);

/** Swagger UI with its own files only; scripts stand in files, as the content security policy forbids them in the page. */
export const docsPage = page(
  'Roundtrip: the HTTP interface',
  '<link rel="stylesheet" href="/docs/swagger-ui.css">\n<link rel="icon" href="/docs/favicon-32x32.png">',
  `<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>`,
);

export const docsScript = `window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
});
`;
