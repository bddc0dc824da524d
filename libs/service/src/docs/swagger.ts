import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { describeContract } from '../samples/describe';
import type { Service } from '../service';
import { completeSchemas } from './complete-schemas';

/** Swagger UI at /docs, its document at /docs-json. The document is made when somebody first asks: starting stays quick. */
export function serveSwagger(app: INestApplication, { title, contract }: Service): void {
  const facts = new DocumentBuilder()
    .setTitle(title)
    .setDescription(contract?.summary ?? '')
    .setVersion(contract?.operations.at(0)?.version ?? '')
    .build();
  const document = () => {
    const made = SwaggerModule.createDocument(app, facts);
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
