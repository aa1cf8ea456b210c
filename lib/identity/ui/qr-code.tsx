'use client';

import { encode } from 'uqr';

interface Props {
  /** What the code says. */
  text: string;
  label: string;
}

/** A QR code, dark on white in every theme, since cameras want it so. */
export function QrCode({ text, label }: Props) {
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="size-44 rounded-control bg-white"
    >
      <path d={path} fill="black" />
    </svg>
  );
}
