import type { Page } from 'playwright-core';

/** What is wrong with the layout of a front page. Sizes in CSS pixels. */
export interface Room {
  /** How far the page can be scrolled sideways. */
  readonly overflow: number;
  /** The side of the largest empty square in each row of stories, largest first. */
  readonly holes: readonly { readonly side: number; readonly row: string }[];
  /** Share of all rows that is empty. */
  readonly empty: number;
}

/** Measures the empty room in the rows of a front page, from the boxes of lines and pictures. */
export function measureRoom(page: Page): Promise<Room> {
  return page.evaluate(() => {
    const cell = 8;
    /** The usual distance between texts and around pictures. */
    const margin = 24;
    const boxesIn = (row: Element): DOMRect[] => {
      const boxes = [...row.querySelectorAll('img')].map((img) => img.getBoundingClientRect());
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        if (text.textContent?.trim() === '') continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        boxes.push(...range.getClientRects());
      }
      return boxes.filter(({ width, height }) => width > 1 && height > 1);
    };
    let emptyCells = 0;
    let allCells = 0;
    const holes = [...document.querySelectorAll('.block')].map((row) => {
      const area = row.getBoundingClientRect();
      const boxes = boxesIn(row);
      const across = Math.floor(area.width / cell);
      const down = Math.floor(area.height / cell);
      const isTaken = new Uint8Array(Math.max(0, across * down));
      // The cells whose middle is in a box or beside it.
      const firstIn = (from: number) => Math.max(0, Math.ceil(from / cell - 0.5));
      const lastIn = (to: number) => Math.floor(to / cell - 0.5);
      for (const box of boxes) {
        const right = Math.min(across - 1, lastIn(box.right + margin - area.left));
        const bottom = Math.min(down - 1, lastIn(box.bottom + margin - area.top));
        for (let y = firstIn(box.top - margin - area.top); y <= bottom; y += 1)
          for (let x = firstIn(box.left - margin - area.left); x <= right; x += 1)
            isTaken[y * across + x] = 1;
      }
      let side = 0;
      let above: number[] = [];
      for (let y = 0; y < down; y += 1) {
        const squares: number[] = [];
        for (let x = 0; x < across; x += 1) {
          const free = isTaken[y * across + x] === 0;
          allCells += 1;
          if (free) emptyCells += 1;
          const least = Math.min(squares[x - 1] ?? 0, above[x] ?? 0, above[x - 1] ?? 0);
          squares.push(free ? least + 1 : 0);
          side = Math.max(side, squares[x] ?? 0);
        }
        above = squares;
      }
      return { side: side * cell, row: row.textContent?.trim().slice(0, 40) ?? '' };
    });
    return {
      overflow: document.documentElement.scrollWidth - innerWidth,
      holes: holes.toSorted((a, b) => b.side - a.side),
      empty: allCells === 0 ? 0 : emptyCells / allCells,
    };
  });
}
