import { describe, expect, it } from 'vitest';
import { isZoneName, momentAt, wallTime } from './wall-time';

describe('wall time', () => {
  it('goes there and back in any zone', () => {
    const at = new Date('2026-11-21T14:05:09.000Z');
    expect(wallTime(at, 'Asia/Seoul')).toBe('2026-11-21T23:05:09');
    for (const zone of ['UTC', 'Asia/Seoul', 'America/New_York', 'Asia/Kathmandu']) {
      expect(momentAt(wallTime(at, zone), zone)).toEqual(at);
    }
    expect(momentAt('2026-11-21T23:05', 'Asia/Seoul')?.toISOString()).toBe(
      '2026-11-21T14:05:00.000Z',
    );
  });

  it('takes the first of an hour that comes twice, and moves one that is left out', () => {
    const of = (wall: string) => momentAt(wall, 'Europe/Berlin')?.toISOString();
    expect(of('2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z');
    expect(of('2026-03-29T02:30:00')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is nothing for what is no time', () => {
    for (const wall of ['', 'soon', '2026-13-01T00:00:00']) {
      expect(momentAt(wall, 'UTC')).toBeNull();
    }
  });
});

it('knows zones by their names, not by offsets, whose signs are read in two ways', () => {
  for (const name of ['UTC', 'Asia/Seoul', 'America/Argentina/Buenos_Aires', 'Etc/GMT+9']) {
    expect(isZoneName(name)).toBe(true);
  }
  for (const name of ['+09:00', '-0330', '', 'Mars/Olympus', "UTC'; drop", `A${'a'.repeat(70)}`]) {
    expect(isZoneName(name)).toBe(false);
  }
});
