import { driverPrototype } from './driver-internals.js';

interface DriverConnection {
  command(this: DriverConnection, namespace: unknown, command: Record<string, unknown>, ...rest: unknown[]): unknown;
}

/**
 * Tells of each command that the driver of this process sends, for those who count round trips: what it does and to which collection. The
 * driver's own way (`monitorCommands`) has to be chosen before it connects, and is paid for by every command of everybody.
 *
 * @returns ends it
 */
export function watchCommands(tell: (command: string, collection: string) => void): () => void {
  const driver = driverPrototype('lib/cmap/connection.js', 'Connection') as DriverConnection;
  const { command: send } = driver;
  driver.command = function watched(namespace, command, ...rest) {
    const [name = '', value] = Object.entries(command)[0] ?? [];
    const collection = name === 'getMore' ? command['collection'] : value;
    // What is about no collection is the driver's own: it greets the server on each new connection, and asks whether it is there.
    if (typeof collection === 'string') tell(name, collection);
    return send.call(this, namespace, command, ...rest);
  };
  return () => {
    driver.command = send;
  };
}
