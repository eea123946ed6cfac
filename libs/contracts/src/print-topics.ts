import { topicTable } from './topic-table.js';

process.stdout.write(`${topicTable()}\n`);
