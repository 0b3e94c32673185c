import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, buildConnector } from "undici";
import { Unreadable } from "#newsroom/unreadable.ts";

/** All that has been given out of IPv6 as public (https://www.iana.org/assignments/ipv6-address-space); `::7f00:1` is outside. */
const publicIpv6 = ipaddr.IPv6.parseCIDR("2000::/3");

/** Whether an address belongs to the public internet: not private, loopback, link-local, mapped or reserved. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/gu, "").replace(/%.*$/u, "");
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  return parsed.range() === "unicast" && (parsed instanceof ipaddr.IPv4 || parsed.match(publicIpv6));
}

/** Says of an address whether it may be connected to. */
export type Allows = (address: string) => boolean;

/**
 * Connects to allowed addresses alone. The address is checked where the
 * connection is made, so that a name cannot resolve to one address for the
 * check and to another for the connection. `timeout` is milliseconds to connect.
 */
export function guardedAgent({
  allows,
  timeout,
}: {
  readonly allows: Allows;
  readonly timeout: number;
}): Agent {
  const connect = buildConnector({ timeout, lookup: guardedLookup(allows) });
  return new Agent({
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/gu, "");
      if (isIP(host) !== 0 && !allows(host)) callback(refusal(host), null);
      else connect(options, callback);
    },
  });
}

function guardedLookup(allows: Allows): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, "", 4);
        return;
      }
      const inside = addresses.find(({ address }) => !allows(address));
      const [first] = addresses;
      if (inside !== undefined) callback(refusal(inside.address), "", 4);
      else if (options.all === true) callback(null, addresses);
      else if (first === undefined) callback(new Unreadable(`${hostname} has no address`), "", 4);
      else callback(null, first.address, first.family);
    });
  };
}

const refusal = (address: string): Unreadable =>
  new Unreadable(`leads to ${address}, which is not a public address (--allow-private lifts this)`);
