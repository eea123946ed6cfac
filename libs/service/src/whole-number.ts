import { z } from 'zod';

/** A whole number as it stands in a variable. */
export const wholeNumber = () => z.coerce.number('must be a number').int('must be a whole number');
