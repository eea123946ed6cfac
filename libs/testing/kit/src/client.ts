export { Client, eventually, finished, type ImportAnswer } from './client/client.js';
export { downloadTemplate, downloadWorkbook, unzipFirst } from './client/download-template.js';
export { editAuthorisations, type EditedFile } from './client/edited-file.js';
export { type ReceivedSpan, receiveTraces, type TraceReceiver } from './client/trace-receiver.js';
