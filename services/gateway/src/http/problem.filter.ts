import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { stackOf } from '@roundtrip/service';
import { sentence } from '@roundtrip/words';
import type { Request, Response } from 'express';
import { drain } from './drain.js';
import { languageOf } from './language.js';
import { Problem } from './problem.errors.js';
import { type ProblemBody, problemTranslations, toProblemBody } from './problem-body.js';
import { problemOf } from './problem-of.js';
import { RouteCatalogue } from './route.catalogue.js';

/** Every error leaves as application/problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly catalogue: RouteCatalogue) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    // What has begun to be sent cannot become an error any more; a cut connection tells the client.
    if (response.headersSent || request.socket.destroyed) {
      response.destroy();
      return;
    }
    const problem = this.withMethods(problemOf(error) ?? this.ourFault(error), request);
    this.note(problem, error);
    drain(request);
    this.answer(problem, request, response);
  }

  protected answer(problem: Problem, request: Request, response: Response): void {
    const language = languageOf(request);
    const body: ProblemBody = toProblemBody(language, problem);
    if (prefersTranslations(request)) body.translations = problemTranslations(problem);
    response
      .status(problem.status)
      .set({ ...problem.headers, 'Cache-Control': 'no-store', 'Content-Language': language })
      .type('application/problem+json')
      .send(Buffer.from(JSON.stringify(body)));
  }

  /** An address that is there, but not for this method, is 405. */
  private withMethods(problem: Problem, request: Request): Problem {
    if (problem.code !== 'ROUTE_UNKNOWN') return problem;
    const methods = this.catalogue.methodsAt(request.path);
    if (methods.length === 0) return problem;
    const allowed = methods.join(', ');
    const says = sentence('method-not-allowed', { method: request.method, allowed });
    return new Problem(405, 'METHOD_NOT_ALLOWED', says, { headers: { Allow: allowed } });
  }

  private ourFault(error: unknown): Problem {
    return new Problem(500, 'INTERNAL_ERROR', sentence('our-fault'), { cause: error });
  }

  /** Names and places only: the text of an error may quote personal data. */
  private note(problem: Problem, error: unknown): void {
    if (problem.status < 500) return;
    const { name, code } = describe(problem.cause ?? error);
    const stack = problem.status === 500 ? stackOf(error) : undefined;
    const record = { message: `${problem.code}: ${name}`, errorName: name, errorCode: code, stack };
    if (problem.status === 500) this.logger.error(record);
    else this.logger.warn(record);
  }
}

/** RFC 7240: a list of what is preferred, each perhaps with a value or parameters. */
const prefersTranslations = ({ headers }: Request): boolean =>
  String(headers['prefer'] ?? '')
    .split(',')
    .some((one) => one.split(/[;=]/)[0]?.trim() === 'translations');

const describe = (error: unknown): { name: string; code?: unknown } =>
  error instanceof Error
    ? { name: error.name, code: 'code' in error ? error.code : undefined }
    : { name: typeof error };
