import { driverPrototype } from './driver-internals.js';

interface DriverPool {
  options: { minPoolSize: number; maxIdleTimeMS: number };
  minPoolSizeTimer: NodeJS.Timeout | undefined;
  ensureMinPoolSize(this: DriverPool): void;
}

const quieted = new WeakSet<DriverPool>();

/**
 * The driver (mongodb 7.8, ConnectionPool.ensureMinPoolSize) looks ten times a second whether its pool has enough connections and none
 * that was idle for too long, also where neither is limited: each look wakes a process that has nothing to do. There it looks once, when
 * the pool opens; a connection that is no good any more is found when it is taken. The option for it is not public.
 */
export function letPoolsRest(): void {
  const driver = driverPrototype('lib/cmap/connection_pool.js', 'ConnectionPool') as DriverPool;
  if (quieted.has(driver)) return;
  quieted.add(driver);
  const { ensureMinPoolSize } = driver;
  driver.ensureMinPoolSize = function lookOnce() {
    ensureMinPoolSize.call(this);
    if (this.options.minPoolSize === 0 && this.options.maxIdleTimeMS === 0) clearTimeout(this.minPoolSizeTimer);
  };
}
