import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { activityBody } from '../activities/activities.schemas.js';
import { authorisationBody, criterionBody } from '../definitions/definitions.schemas.js';
import { problemBody } from '../http/problem-body.js';
import { importBody, importSummary } from '../imports/imports.schemas.js';
import { targetBody } from '../targets/targets.schemas.js';
import { templateBody } from '../templates/templates.schemas.js';
import { componentExamples } from './component-examples.js';

const schemas: Record<string, z.ZodType> = {
  Activity: activityBody,
  Problem: problemBody,
  Target: targetBody,
  Criterion: criterionBody,
  Authorisation: authorisationBody,
  Template: templateBody,
  ImportSummary: importSummary,
  Import: importBody,
};

describe('the examples of the OpenAPI document', () => {
  it.each(Object.entries(componentExamples))('show a %s as it is', (name, example) => {
    expect(schemas[name]?.parse(example)).toEqual(example);
  });
});
