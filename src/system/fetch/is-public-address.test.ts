import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from './is-public-address.ts';

const addresses: readonly [address: string, open: boolean, what: string][] = [
  ['93.184.215.14', true, 'an address of the internet'],
  ['2606:4700::6810:84e5', true, 'an IPv6 address of the internet'],
  ['127.0.0.1', false, 'this machine'],
  ['127.255.255.254', false, 'this machine by another name'],
  ['0.0.0.0', false, 'no address'],
  ['10.1.2.3', false, 'a private network'],
  ['172.16.0.1', false, 'a private network'],
  ['192.168.1.1', false, 'a home'],
  ['169.254.169.254', false, 'what a cloud tells its machines'],
  ['100.64.0.1', false, 'the network of a provider'],
  ['224.0.0.1', false, 'many at once'],
  ['255.255.255.255', false, 'all at once'],
  ['198.18.0.1', false, 'a test bench'],
  ['::', false, 'no address'],
  ['::1', false, 'this machine'],
  ['fe80::1%eth0', false, 'this cable'],
  ['fc00::1', false, 'a private network'],
  ['ff02::1', false, 'many at once'],
  ['::ffff:127.0.0.1', false, 'this machine, mapped'],
  ['::ffff:10.0.0.1', false, 'a private network, mapped'],
  ['::127.0.0.1', false, 'this machine, as IPv6 once had it'],
  ['64:ff9b::7f00:1', false, 'this machine behind NAT64'],
  ['64:ff9b:1::7f00:1', false, 'this machine behind a local NAT64'],
  ['2002:7f00:1::', false, 'this machine over 6to4'],
  ['2001::1', false, 'Teredo'],
  ['fec0::1', false, 'a site, as IPv6 once had it'],
  ['example.com', false, 'a name'],
];

for (const [address, open, what] of addresses) {
  test(`${address}, ${what}, is ${open ? '' : 'not '}asked`, () => {
    assert.equal(isPublicAddress(address), open);
  });
}
