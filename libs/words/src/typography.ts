const NARROW = '\u202f';
const WIDE = '\u00a0';

/** As French is set: no line may break before : ; ? ! nor inside « ». */
const spaced = (text: string): string =>
  text
    .replaceAll(/ (?=[;?!])/g, NARROW)
    .replaceAll(/ (?=:)/g, WIDE)
    .replaceAll(/(?<=«) | (?=»)/g, NARROW);

/** A message of the catalogue as it is set in its language: catalogues are written with ordinary spaces, which can be seen. */
export const typeset = (language: string, message: string): string => (language === 'fr' ? spaced(message) : message);
