import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Credentials } from '@trunkline/operations';
import { describeContract } from '../samples/describe';
import type { Service } from '../service';
import { completeSchemas } from './complete-schemas';

/** Swagger UI at /docs, its document at /docs-json. The document is made when somebody first asks: starting stays quick. */
export function serveSwagger(app: INestApplication, { title, contract }: Service): void {
  const builder = new DocumentBuilder()
    .setTitle(title)
    .setDescription(contract?.summary ?? '')
    .setVersion(contract?.operations.at(0)?.version ?? '');
  if (contract?.credentials) offer(builder, contract.credentials);
  const facts = builder.build();
  const document = () => {
    const made = SwaggerModule.createDocument(app, facts, { autoTagControllers: false });
    if (contract?.form === 'rest') completeSchemas(made, contract);
    return contract ? describeContract(made, contract) : made;
  };
  SwaggerModule.setup('docs', app, document, {
    customSiteTitle: title,
    raw: ['json'],
    // The badge of an outside validator would tell it of every visit.
    swaggerOptions: { validatorUrl: null },
  });
}

/** Whether a service asks for them is configuration, of which a published document knows nothing: they may be sent, and need not be. */
function offer(builder: DocumentBuilder, { scheme, description }: Credentials): void {
  builder
    .addSecurity(scheme, { type: 'http', scheme, description })
    .addSecurityRequirements(scheme)
    .addSecurityRequirements({});
}
