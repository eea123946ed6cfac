import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { platformRoutes } from './platform.routes.js';
import { ROUTE, type RouteDefinition } from './route.js';

/** Every route that a controller of this service serves: the source of the OpenAPI document. */
@Injectable()
export class RouteCatalogue {
  private found?: readonly RouteDefinition[];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  get routes(): readonly RouteDefinition[] {
    return (this.found ??= [...this.discover(), ...platformRoutes]);
  }

  /** HTTP methods of the address; `/v1/targets/x` meets `/v1/targets/{targetId}`, `/v1/targets/preview` the route of that name alone. */
  methodsAt(path: string): string[] {
    const met = this.routes.filter((route) => patternOf(route.path).test(path));
    const named = met.filter((route) => !route.path.includes('{'));
    const methods = (named.length > 0 ? named : met).map((route) => route.method.toUpperCase());
    return [...new Set(methods)].toSorted();
  }

  private discover(): RouteDefinition[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      const prototype = (metatype?.prototype ?? {}) as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => Reflect.getMetadata(ROUTE, prototype[name] as object) as RouteDefinition | undefined)
        .filter((route) => route !== undefined);
    });
  }
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`);
