import type { Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { AppModule } from './app.module.js';
import { openApiDocument } from './docs/openapi.document.js';
import { routesOf } from './http/route.catalogue.js';

/** The OpenAPI document of a gateway that need not run, as one on `publicUrl` would serve it. */
export const openApi = (publicUrl: string): Record<string, unknown> =>
  openApiDocument(routesOf(controllersOf(AppModule)), publicUrl);

const controllersOf = (module: Type): Type[] => [
  ...listed(MODULE_METADATA.IMPORTS, module).flatMap(controllersOf),
  ...listed(MODULE_METADATA.CONTROLLERS, module),
];

const listed = (what: string, module: Type): Type[] => (Reflect.getMetadata(what, module) ?? []) as Type[];
