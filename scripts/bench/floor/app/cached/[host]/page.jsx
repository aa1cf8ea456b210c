export const dynamic = 'force-static';
export const revalidate = 300;
export const generateStaticParams = () => [];

export default async function Cached({ params }) {
  return <p>{(await params).host}</p>;
}
