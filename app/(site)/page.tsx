export default function Front() {
  return <main>Rowhouse</main>;
}
