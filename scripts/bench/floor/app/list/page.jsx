import { readRows } from '../../rows';

export default async function List({ searchParams }) {
  const { name, records } = await readRows(await searchParams);
  return (
    <main>
      <h1>{name}</h1>
      <table>
        <tbody>
          {records.map(({ id, data }) => (
            <tr key={id}>
              {Object.entries(data).map(([key, value]) => (
                <td key={key}>{String(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
