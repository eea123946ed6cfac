import { Catch } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Problem } from '../http/problem.errors.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { isMistypedPage, pageFor, sendConsole } from './console.pages.js';

/** To those who went there with a browser the console says that it is no page, or lets them sign in. */
@Catch()
export class ConsoleFilter extends ProblemFilter {
  protected override answer(problem: Problem, request: Request, response: Response): void {
    if (problem.code === 'ROUTE_UNKNOWN' && isMistypedPage(request)) {
      sendConsole(response.status(problem.status));
      return;
    }
    const page = problem.status === 401 ? pageFor(request) : undefined;
    if (page === undefined) super.answer(problem, request, response);
    else response.set('Cache-Control', 'no-store').redirect(303, page);
  }
}
