// A list of rows as a plain table. One stop for Tab: arrows, Home, End and Page walk the rows, Enter opens.
// Where rows can be selected, Space selects one, Shift with the arrows several, Ctrl+A all that are loaded, and Escape none.
// The focus stays on the table; `aria-activedescendant` names the current row while that row exists in the
// page. Long lists render only what is seen. (React Aria's own table was measured too slow at 5,000 rows.)

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./Icon";
import css from "./Grid.module.css";

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** CSS width; the rest is shared. */
  readonly width?: string;
  readonly align?: "end";
  readonly cell: (row: Row) => ReactNode;
}

interface GridProps<Row> {
  label: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Short words for the row, for those who hear it. */
  rowLabel?: (row: Row) => string;
  /** How many there are, when not all are loaded. */
  total?: number | undefined;
  onOpen?: ((row: Row) => void) | undefined;
  /** The row the keyboard has come to. */
  onReach?: ((row: Row) => void) | undefined;
  /** The last loaded row is near. */
  onNearEnd?: (() => void) | undefined;
  /** Several rows at once, by their keys; absent where nothing is done with several. */
  selection?: Selection | undefined;
}

interface Selection {
  readonly keys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
}

const PAGE_ROWS = 15;
/** How many rows ahead the next page is asked for. */
const NEAR_END_ROWS = 40;

/** Up to some dozens of rows, all of them in the page. */
export function ShortGrid<Row>(props: GridProps<Row>) {
  const { rows } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const grid = useGrid(props, () => true, (index) => {
    body.current?.rows.item(index)?.scrollIntoView?.({ block: "nearest" });
  });
  return (
    <table {...grid.table} className={css["table"]}>
      <Head columns={props.columns} isSelectable={props.selection !== undefined} />
      <tbody ref={body}>
        {rows.map((row, index) => (
          <RowView key={props.rowKey(row)} {...grid.row(row, index)} columns={props.columns} />
        ))}
      </tbody>
    </table>
  );
}

/** Any number of rows; only those in sight are in the page. */
export function LongGrid<Row>(props: GridProps<Row>) {
  const { rows, onNearEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const height = useRowHeight();
  // React Compiler passes over this component; the rows are components of their own for that reason.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    initialRect: { width: 1000, height: 700 },
  });
  const items = virtual.getVirtualItems();
  const grid = useGrid(
    props,
    (index) => items.some((item) => item.index === index),
    (index) => virtual.scrollToIndex(index),
  );
  const first = items[0];
  const last = items.at(-1);
  const isNearEnd = last !== undefined && last.index >= rows.length - NEAR_END_ROWS;

  // Follows the scroll position: the next page is asked for before its place is seen.
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, onNearEnd]);

  // A list is what one came for: the arrows walk it at once, unless the hands are elsewhere already.
  useEffect(() => {
    const table = scroller.current?.querySelector("table");
    const holder = document.activeElement;
    const isNowhere = holder === null || holder === document.body || holder.tagName === "H1";
    if (isNowhere || holder.contains(scroller.current)) table?.focus();
  }, []);

  return (
    <div ref={scroller} className={css["scroller"]}>
      <table {...grid.table} className={css["table"]} aria-rowcount={props.total === undefined ? -1 : props.total + 1}>
        <Head columns={props.columns} isSelectable={props.selection !== undefined} />
        <tbody>
          <Gap height={first?.start ?? 0} columns={props.columns.length + (props.selection === undefined ? 0 : 1)} />
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <RowView key={props.rowKey(row)} {...grid.row(row, item.index)} columns={props.columns} />
            );
          })}
          <Gap height={virtual.getTotalSize() - (last?.end ?? 0)} columns={props.columns.length + (props.selection === undefined ? 0 : 1)} />
        </tbody>
      </table>
    </div>
  );
}

/** The height of a row as the style sheet has it; densities change it. */
function useRowHeight(): number {
  const [height] = useState(() => {
    const probe = getComputedStyle(document.documentElement);
    const rem = Number.parseFloat(probe.fontSize) || 10;
    return (Number.parseFloat(probe.getPropertyValue("--row")) || 2.8) * rem;
  });
  return height;
}

/** The keyboard, the current row and the names that connect them. */
function useGrid<Row>(props: GridProps<Row>, isInPage: (index: number) => boolean, show: (index: number) => void) {
  const { rows, rowKey, rowLabel, onOpen, onReach, label, selection } = props;
  const id = useId();
  const [current, setCurrent] = useState<string | null>(null);
  const found = rows.findIndex((row) => rowKey(row) === current);
  const at = found === -1 ? 0 : found;

  const go = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    const row = rows[next];
    if (row === undefined) return;
    setCurrent(rowKey(row));
    onReach?.(row);
    show(next);
  };

  const toggle = (row: Row) => {
    if (selection === undefined) return;
    const keys = new Set(selection.keys);
    if (!keys.delete(rowKey(row))) keys.add(rowKey(row));
    selection.onChange(keys);
  };

  /** Whether the key was one that selects. */
  const select = (event: KeyboardEvent, target: number | null): boolean => {
    if (selection === undefined || event.altKey || event.metaKey) return false;
    const row = rows[at];
    if (event.ctrlKey) {
      if (event.key.toLowerCase() !== "a") return false;
      selection.onChange(new Set(rows.map(rowKey)));
    } else if (event.key === " " && row !== undefined) {
      toggle(row);
    } else if (event.shiftKey && target !== null) {
      const to = Math.max(0, Math.min(rows.length - 1, target));
      const passed = rows.slice(Math.min(at, to), Math.max(at, to) + 1);
      selection.onChange(new Set([...selection.keys, ...passed.map(rowKey)]));
      go(to);
    } else if (event.key === "Escape" && selection.keys.size > 0) {
      selection.onChange(new Set());
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (select(event, targetOf(event.key, at, rows.length))) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = targetOf(event.key, found === -1 ? -1 : at, rows.length);
    if (target !== null) {
      event.preventDefault();
      go(target);
      return;
    }
    const row = rows[at];
    if (event.key === "Enter" && row !== undefined && onOpen) {
      event.preventDefault();
      onOpen(row);
    }
  };

  const currentRow = rows[at];
  return {
    table: {
      role: "grid",
      "aria-label": label,
      "aria-activedescendant": currentRow !== undefined && isInPage(at) ? `${id}-${at}` : undefined,
      "aria-multiselectable": selection === undefined ? undefined : true,
      tabIndex: 0,
      onKeyDown,
    },
    row: (row: Row, index: number) => ({
      row,
      id: `${id}-${index}`,
      index,
      isCurrent: index === at,
      isSelected: selection?.keys.has(rowKey(row)),
      onToggle: () => toggle(row),
      label: rowLabel?.(row),
      onPress: () => {
        setCurrent(rowKey(row));
        onOpen?.(row);
      },
    }),
  };
}

function targetOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return at + 1;
    case "ArrowUp":
      return at - 1;
    case "PageDown":
      return at + PAGE_ROWS;
    case "PageUp":
      return at - PAGE_ROWS;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

function Head<Row>(props: { columns: ReadonlyArray<Column<Row>>; isSelectable: boolean }) {
  return (
    <>
      <colgroup>
        {props.isSelectable && <col className={css["mark"]} />}
        {props.columns.map((column) => (
          <col key={column.id} style={{ width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {props.isSelectable && <td aria-hidden="true" />}
          {props.columns.map((column) => (
            <th key={column.id} scope="col" className={cx(column.align === "end" && css["end"])}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

interface RowViewProps<Row> {
  row: Row;
  id: string;
  index: number;
  isCurrent: boolean;
  /** Whether it is among the selected; absent where rows are not selected. */
  isSelected: boolean | undefined;
  onToggle: () => void;
  label: string | undefined;
  columns: ReadonlyArray<Column<Row>>;
  onPress: () => void;
}

// A component of its own, so that React Compiler, which passes over the one that uses the virtualiser,
// still spares a row that did not change.
function RowView<Row>(props: RowViewProps<Row>) {
  return (
    // The keyboard acts on the table, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr
      id={props.id}
      aria-rowindex={props.index + 2}
      aria-selected={props.isSelected ?? props.isCurrent}
      aria-label={props.label}
      className={cx(css["row"], props.isCurrent && css["current"], props.isSelected && css["selected"])}
      onClick={props.onPress}
    >
      {props.isSelected !== undefined && (
        // The keyboard and those who hear the list have Space and the row's own state.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
        <td
          aria-hidden="true"
          className={css["mark"]}
          onClick={(event) => {
            event.stopPropagation();
            props.onToggle();
          }}
        >
          <Icon name={props.isSelected ? "tick" : "empty"} />
        </td>
      )}
      {props.columns.map((column) => (
        <td key={column.id} className={cx(column.align === "end" && css["end"])}>
          {column.cell(props.row)}
        </td>
      ))}
    </tr>
  );
}

function Gap(props: { height: number; columns: number }) {
  if (props.height <= 0) return null;
  return (
    <tr role="presentation" aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- hidden from everybody */}
      <td colSpan={props.columns} style={{ height: props.height, padding: 0, border: 0 }} />
    </tr>
  );
}
