export { Client, eventually, finished, type ImportAnswer } from './stack/client.js';
export { downloadTemplate, unzipFirst } from './stack/download-template.js';
export { editAuthorisations, type EditedFile } from './stack/edited-file.js';
export { type Mail, type Stack, startStack } from './stack/start-stack.js';
