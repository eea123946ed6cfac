import { Injectable, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { platformRoutes } from './platform.routes.js';
import { ROUTE, type RouteDefinition } from './route.js';

/** Every route that a controller of this service serves: the source of the OpenAPI document. */
@Injectable()
export class RouteCatalogue {
  private found?: readonly RouteDefinition[];

  constructor(private readonly discovery: DiscoveryService) {}

  get routes(): readonly RouteDefinition[] {
    return (this.found ??= routesOf(this.discovery.getControllers().map(({ metatype }) => metatype as Type)));
  }

  /** HTTP methods of the address; `/v1/targets/x` meets `/v1/targets/{targetId}`, `/v1/targets/preview` the route of that name alone. */
  methodsAt(path: string): string[] {
    const met = this.routes.filter((route) => patternOf(route.path).test(path));
    const named = met.filter((route) => !route.path.includes('{'));
    const methods = (named.length > 0 ? named : met).map((route) => route.method.toUpperCase());
    return [...new Set(methods)].toSorted();
  }
}

/** What these controllers serve, and what is served beside them. */
export const routesOf = (controllers: readonly Type[]): RouteDefinition[] => [
  ...controllers.flatMap(({ prototype }: Type<Record<string, object>>) =>
    new MetadataScanner()
      .getAllMethodNames(prototype)
      .map((name) => Reflect.getMetadata(ROUTE, prototype[name] as object) as RouteDefinition | undefined)
      .filter((route) => route !== undefined),
  ),
  ...platformRoutes,
];

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`);
