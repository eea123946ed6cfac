export { Sheet } from './spreadsheet.js';
