import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Service } from '../service';

/** Swagger UI at /docs, its document at /docs-json. The document is made when somebody first asks: starting stays quick. */
export function serveSwagger(app: INestApplication, { title, contract }: Service): void {
  const facts = new DocumentBuilder()
    .setTitle(title)
    .setDescription(contract?.summary ?? '')
    .setVersion(contract?.operations.at(0)?.version ?? '')
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, facts), {
    customSiteTitle: title,
    raw: ['json'],
    // The badge of an outside validator would tell it of every visit.
    swaggerOptions: { validatorUrl: null },
  });
}
