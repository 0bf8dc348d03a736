/** A session bus of our own: without one, programs start a bus for themselves that outlives them. */

import { writeFileSync } from 'node:fs';
import { firstLine, leash } from './leash';
import { within } from './wait';

/**
 * The bus starts no services: a test needs none, and the bus of accessibility
 * that a window would ask for is one of those that stay behind.
 */
const CONFIGURATION = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

export interface Bus {
  /** For the environment variable DBUS_SESSION_BUS_ADDRESS. */
  readonly address: string;
  end(): Promise<void>;
}

export async function startBus(env: NodeJS.ProcessEnv, log: string): Promise<Bus> {
  const file = `${log}.bus.conf`;
  writeFileSync(file, CONFIGURATION);
  const daemon = leash('dbus-daemon', [`--config-file=${file}`, '--nofork', '--print-address=3'], env, log);
  try {
    return { address: await within(firstLine(daemon), 20_000, 'dbus-daemon'), end: daemon.end };
  } catch (error) {
    await daemon.end();
    throw error;
  }
}
