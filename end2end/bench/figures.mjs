import { percentile } from './load.mjs';

/** What was measured: `n` says of how many. */
export function figure(value, unit, n) {
  return { value: rounded(value), unit, n };
}

/** The value below which this share of all lies; beside it the median and the 99th percentile. */
export function sampled(values, share, unit) {
  const at = (share) => rounded(percentile(values, share));
  return { value: at(share), unit, n: values.length, median: at(0.5), p99: at(0.99) };
}

/** All of them as text, one a line. */
export function table(figures) {
  const rows = Object.entries(figures).map(([name, { value, unit, n, median = '', p99 = '' }]) => [name, value, unit, median, p99, n]);
  return [['', 'value', '', 'median', 'p99', 'n'], ...rows].map(line).join('\n');
}

function line([name, value, unit, ...rest]) {
  return `${name.padEnd(36)}${String(value).padStart(10)} ${unit.padEnd(4)}${rest.map((cell) => String(cell).padStart(10)).join('')}`;
}

/** Counts stay whole. */
function rounded(value) {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}
