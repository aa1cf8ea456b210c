import { expect, test } from 'vitest';
import { collidingClasses } from './classes.mjs';
import { plant } from './planted';

test('classes given to a component collide with its own, unless those are weak', () => {
  const root = plant({
    'components/ui/box-classes.ts': "export const boxClasses = 'border weak:w-full';\n",
    'components/ui/box.tsx':
      "export function Box({ className, ...rest }: Props) {\n  return <div className={cn(boxClasses, 'h-4 weak:p-2', className)} {...rest} />;\n}\n",
    'components/ui/frame.tsx':
      "export const Frame = (props: Props) => <Box {...props} className={cn('m-1', props.className)} />;\n",
    'app/page.tsx':
      'const Page = () => (\n  <>\n    <Box className="h-6 w-36 p-4" />\n    <Box className="sm:h-6" />\n    <Frame className="m-2 h-2" />\n    <div className="h-4" />\n  </>\n);\n',
  });
  expect(collidingClasses(root)).toEqual([
    'app/page.tsx:3: Box sets h-4 itself',
    'app/page.tsx:5: Frame sets m-1 itself',
    'app/page.tsx:5: Frame sets h-4 itself',
  ]);
});
