import type { InitializeHook, LoadHook } from 'node:module';
import { moduleUrl, type Plant, planted, plantOf } from './plants.js';

let plant: Plant | undefined;

export const initialize: InitializeHook<string> = (name) => {
  plant = plantOf(name);
};

export const load: LoadHook = async (url, context, nextLoad) => {
  const loaded = await nextLoad(url, context);
  if (!plant || url !== moduleUrl(plant)) return loaded;
  const source = planted(plant, Buffer.from(loaded.source as Uint8Array).toString('utf8'));
  console.log(JSON.stringify({ level: 'warn', message: `Planted fault: ${plant.says}` }));
  return { ...loaded, source };
};
