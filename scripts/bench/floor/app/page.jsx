import { headers } from 'next/headers';

export default async function Bare() {
  return <p>{(await headers()).get('host')}</p>;
}
