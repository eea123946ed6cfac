import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Principal } from './principal.js';
import { contextOf } from './request-context.js';
import type { RouteInput } from './route-input.js';

/** The checked input of the route. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): RouteInput => {
  const input = contextOf(context.switchToHttp().getRequest<Request>())?.input;
  if (!input) throw new Error('this route has no input');
  return input;
});

/** Who asks. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const principal = contextOf(context.switchToHttp().getRequest<Request>())?.principal;
  if (!principal) throw new Error('this route asks for no credential');
  return principal;
});
