/** In the order in which they are started; they are stopped in the reverse order. */
export const serverNames = ['kafka', 'mongo', 'minio', 'mail', 'provider'] as const;
export type ServerName = (typeof serverNames)[number];
