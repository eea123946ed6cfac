/** Of a template; its header has no quotes. */
export const delimiterOf = (csv: string): ',' | ';' => (csv.slice(0, csv.indexOf('\n')).includes(';') ? ';' : ',');
