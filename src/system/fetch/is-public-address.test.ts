import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from './is-public-address.ts';

const addresses: readonly [address: string, open: boolean, what: string][] = [
  ['93.184.215.14', true, 'an address of the internet'],
  ['2606:4700::6810:84e5', true, 'an IPv6 address of the internet'],
  ['127.0.0.1', false, 'this machine'],
  ['127.255.255.254', false, 'this machine by another name'],
  ['0.0.0.0', false, 'unspecified'],
  ['10.1.2.3', false, 'a private network'],
  ['172.16.0.1', false, 'a private network'],
  ['192.168.1.1', false, 'a home network'],
  ['169.254.169.254', false, 'a cloud metadata service'],
  ['100.64.0.1', false, 'shared by a provider'],
  ['224.0.0.1', false, 'multicast'],
  ['255.255.255.255', false, 'broadcast'],
  ['198.18.0.1', false, 'benchmarking'],
  ['::', false, 'unspecified'],
  ['::1', false, 'this machine'],
  ['fe80::1%eth0', false, 'link-local'],
  ['fc00::1', false, 'a private network'],
  ['ff02::1', false, 'multicast'],
  ['::ffff:127.0.0.1', false, 'this machine, mapped'],
  ['::ffff:10.0.0.1', false, 'a private network, mapped'],
  ['::127.0.0.1', false, 'this machine, IPv4-compatible'],
  ['64:ff9b::7f00:1', false, 'this machine behind NAT64'],
  ['64:ff9b:1::7f00:1', false, 'this machine behind a local NAT64'],
  ['2002:7f00:1::', false, 'this machine over 6to4'],
  ['2001::1', false, 'Teredo'],
  ['fec0::1', false, 'deprecated site-local'],
  ['example.com', false, 'a host name'],
];

for (const [address, open, what] of addresses) {
  test(`${address}, ${what}, is ${open ? '' : 'not '}public`, () => {
    assert.equal(isPublicAddress(address), open);
  });
}
