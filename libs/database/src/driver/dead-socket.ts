import mongoose from 'mongoose';
import { driverPrototype } from './driver-internals.js';

interface DriverConnection {
  /** Why it is closed. */
  error: Error | null;
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
  writeCommand(this: DriverConnection, ...args: unknown[]): Promise<void>;
}

const mended = new WeakSet<DriverConnection>();

/**
 * The driver (mongodb 7.8, Connection.writeCommand) waits until the socket has taken a large command, and does not hear when that socket is
 * closed meanwhile, not even by the driver's own timeout: the call would never end, and with it the message that is worked on. Here it
 * ends with the connection, with the error that every other call gets. The driver has no public place for this.
 */
export function endWritesWithTheirConnection(): void {
  const driver = driverPrototype('lib/cmap/connection.js', 'Connection') as DriverConnection;
  if (mended.has(driver)) return;
  mended.add(driver);
  const { writeCommand } = driver;
  driver.writeCommand = async function writeWhileOpen(...args) {
    let onClose = (): void => {};
    const closed = new Promise<never>((_, reject) => {
      onClose = () => reject(this.error ?? new mongoose.mongo.MongoNetworkError('the connection is closed'));
    });
    this.once('close', onClose);
    try {
      await Promise.race([writeCommand.apply(this, args), closed]);
    } finally {
      this.off('close', onClose);
    }
  };
}
