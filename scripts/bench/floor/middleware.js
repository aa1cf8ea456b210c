// Turbopack looks for this file in the folders above too, where it would find the product's own.
export const config = { matcher: ['/never'] };

export const middleware = () => undefined;
