'use client';

import { useState } from 'react';

/** Keeps the focus on what was moved, wherever and however often it is drawn anew. */
export class KeptFocus {
  #followed: string | null = null;
  #giving = false;

  /** Says that `id` has been moved and is to have the focus where it arrives. */
  follow(id: string) {
    this.#followed = id;
  }

  /** Takes an element that shows `id`, as a ref does. */
  shown(id: string, element: HTMLElement | null) {
    if (!element || this.#followed !== id) return;
    this.#giving = true;
    element.focus();
    this.#giving = false;
  }

  /** Says that the focus left by somebody's own act; nobody hears of one whose element is taken away. */
  left() {
    if (!this.#giving) this.#followed = null;
  }
}

export const useKeptFocus = () => useState(() => new KeptFocus())[0];
