import { drawCollections } from './pictures/collections.mjs';
import { drawDark, drawGuestForm, drawPhone } from './pictures/elsewhere.mjs';
import { drawConsole, drawSettings, drawSignIns } from './pictures/house.mjs';
import { openStage } from './pictures/stage.mjs';

/** Draws the pictures of README and tour from a running product: `npm run pictures -- [port]`. */
const stage = await openStage(Number(process.argv[2] ?? 3000));

await drawSignIns(stage);
const { students, formPath } = await drawCollections(stage);
await drawGuestForm(stage, formPath);
await drawSettings(stage);
await drawConsole(stage);
await drawPhone(stage, formPath);
await drawDark(stage, students);
await stage.close();
