/** Zones by the letters that mail, feeds and pages use (RFC 2822, 4.3, and a few more). */
export const zoneOffsets: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ z: '+00:00', ut: '+00:00', utc: '+00:00', gmt: '+00:00', wet: '+00:00' },
    ...{ met: '+01:00', mest: '+02:00', mez: '+01:00', mesz: '+02:00', msd: '+04:00' },
    ...{ west: '+01:00', bst: '+01:00', cet: '+01:00', cest: '+02:00', eet: '+02:00' },
    ...{ eest: '+03:00', msk: '+03:00', hkt: '+08:00', sgt: '+08:00', jst: '+09:00' },
    ...{ kst: '+09:00', aest: '+10:00', aedt: '+11:00', nzst: '+12:00', nzdt: '+13:00' },
    ...{ est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00' },
    ...{ akst: '-09:00', akdt: '-08:00', hst: '-10:00', nst: '-03:30', ndt: '-02:30' },
    ...{ brt: '-03:00', art: '-03:00', sast: '+02:00', cat: '+02:00', eat: '+03:00' },
    ...{ pkt: '+05:00', ict: '+07:00', wib: '+07:00', pht: '+08:00', awst: '+08:00' },
    ...{ acst: '+09:30', acdt: '+10:30' },
    ...{ mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00' },
  }),
);
