/** Panels that float over the page: menus, popovers, lists of a select. */
export const floatingClasses =
  'z-50 animate-pop weak:overflow-hidden weak:rounded-panel border border-line bg-surface-raised text-ink shadow-overlay outline-none';

/** One line in a floating list. */
export const optionClasses =
  "relative flex weak:min-h-control-small cursor-default select-none items-center weak:gap-2 rounded-small px-2 py-1 text-base outline-none weak:data-[highlighted]:bg-surface-hover data-[selected=true]:bg-surface-hover data-[disabled='']:pointer-events-none data-[disabled=true]:pointer-events-none data-[disabled='']:text-subtle data-[disabled=true]:text-subtle [&_svg]:size-4 [&_svg]:shrink-0 weak:[&_svg:not([class*=text-])]:text-muted";
