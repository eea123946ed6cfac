import { describe, expect, it } from '@jest/globals';
import { exampleSecretsIn, isForOthers } from './example-secrets.js';

describe('a secret of an example', () => {
  it.each<[string, string]>([
    ['SESSION_SECRET', 'change-me-outside-this-machine-0123456789'],
    ['SESSION_SECRET', ' CHANGE_ME '],
    ['SESSION_SECRET', '64 random characters'],
    ['S3_SECRET_KEY', 'minioadmin'],
    ['KAFKA_SASL_PASSWORD', 'password'],
    ['MONGO_URL', 'mongodb://roundtrip:change-me@mongo:27017/roundtrip'],
    ['MONGO_URL', 'mongodb://roundtrip:change%2Dme@one:27017,two:27017/roundtrip'],
    ['SMTP_URL', 'smtps://mailer:changeme@smtp.example.org:465'],
  ])('is found in %s = %s', (name, value) => {
    expect(exampleSecretsIn({ [name]: value, PATH: '/bin' })).toEqual([name]);
  });

  it.each<[string, string]>([
    ['SESSION_SECRET', 'kQm0bZ5cV8nX1aS4dF7gH2jK6lP9oI3uY5tR8eW0qA4='],
    ['MONGO_URL', 'mongodb://mongo:27017/change-me'],
    ['MONGO_URL', 'mongodb://change-me:27017/roundtrip'],
    ['MAIL_FROM', 'change-me@example.org'],
  ])('is not seen in %s = %s', (name, value) => {
    expect(exampleSecretsIn({ [name]: value })).toEqual([]);
  });

  it.each<[NodeJS.ProcessEnv, boolean]>([
    [{ NODE_ENV: 'production' }, true],
    [{ PUBLIC_URL: 'https://roundtrip.example' }, true],
    [{ NODE_ENV: 'development', PUBLIC_URL: 'http://127.0.0.1:8080' }, false],
    [{}, false],
  ])('matters with %j: %s', (env, matters) => {
    expect(isForOthers(env)).toBe(matters);
  });
});
