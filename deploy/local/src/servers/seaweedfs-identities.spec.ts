import { describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@roundtrip/contracts';
import type { Secrets } from '../secrets.js';
import { actionsOf, seaweedfsIdentities } from './seaweedfs-identities.js';

describe('the rights of a service in SeaweedFS', () => {
  it.each<[ServiceName, string[]]>([
    ['targets', []],
    [
      'gateway',
      [
        'Read:uploads',
        'List:uploads',
        'Write:uploads',
        'Read:templates',
        'List:templates',
        'Read:reports',
        'List:reports',
      ],
    ],
    ['notifications', ['Read:templates', 'List:templates']],
    ['bulk-update', ['Read:plans', 'List:plans', 'Read:reports', 'List:reports', 'Write:reports']],
  ])('%s', (service, actions) => {
    expect(actionsOf(service)).toEqual(['Read:upload?', ...actions]);
  });

  it('are of its own name and password, beside the operator', () => {
    const secrets = {
      s3AccessKey: 'roundtrip',
      s3SecretKey: 'of the operator',
      services: { gateway: 'of the gateway' },
    } as unknown as Secrets;
    const { identities } = seaweedfsIdentities(secrets);
    expect(identities[0]).toEqual({
      name: 'roundtrip',
      credentials: [{ accessKey: 'roundtrip', secretKey: 'of the operator' }],
      actions: ['Admin'],
    });
    expect(identities.find(({ name }) => name === 'gateway')?.credentials).toEqual([
      { accessKey: 'gateway', secretKey: 'of the gateway' },
    ]);
    expect(identities.filter(({ actions }) => actions.includes('Admin'))).toHaveLength(1);
  });
});
