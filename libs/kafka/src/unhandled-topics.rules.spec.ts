import { describe, expect, it } from '@jest/globals';
import { catalogue, requestRefused, targetSaved } from '@roundtrip/contracts';
import { unhandledTopics } from './unhandled-topics.rules.js';

describe('topics that a service does not read', () => {
  it('are those that name it as a consumer, and that it neither handles nor follows', () => {
    const isRead = (topic: string) => topic !== targetSaved.topic && topic !== requestRefused.topic;
    expect(unhandledTopics('gateway', catalogue, isRead).toSorted()).toEqual([requestRefused.topic, targetSaved.topic]);
    expect(unhandledTopics('notifications', catalogue, isRead)).toEqual([]);
  });
});
