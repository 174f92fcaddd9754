// Marks over a scale of numbers: dots, or bars where there are too many to tell apart, with lines across that mean something.
// One stop for Tab: the arrows walk the marks, Enter opens one. It knows no domain; what a mark is, its name says.

import { useId, useState, type KeyboardEvent } from "react";
import { cx } from "../kit/cx";
import css from "./Plot.module.css";

export type MarkTone = "plain" | "due" | "over";

export interface Mark {
  readonly id: string;
  /** Where it stands from left to right, 0 to 1. */
  readonly at: number;
  readonly value: number;
  /** How many it stands for. */
  readonly count: number;
  readonly tone: MarkTone;
  /** Everything it says, in words. */
  readonly name: string;
}

export interface Line {
  readonly value: number;
  readonly label: string;
  readonly tone: MarkTone | "accent";
  /** On which side its words stand, so that lines of two kinds do not write over each other. */
  readonly side: "left" | "right";
}

interface PlotProps {
  label: string;
  marks: readonly Mark[];
  lines: readonly Line[];
  /** Words along the foot. */
  feet: ReadonlyArray<{ readonly at: number; readonly label: string }>;
  /** The highest value that has a place of its own; what is higher stands at the top. */
  top: number;
  /** How wide the widest bar is, 0 to 1. */
  span: number;
  /** The mark the keyboard stands on, for those who read it elsewhere. */
  onReach: (mark: Mark | null) => void;
  onOpen?: (mark: Mark) => void;
}

const HEIGHT = 150;
const HEAD = 10;
const DOT = 3.2;
/** As many dots stand side by side; more become a bar. */
const DOTS_MAX = 7;
/** How thick a bar is. */
const BAR = 5;

export function Plot(props: PlotProps) {
  const { marks, lines, feet, top, span, onReach, onOpen } = props;
  const id = useId();
  const [current, setCurrent] = useState<string | null>(null);
  const most = Math.max(1, ...marks.map((mark) => mark.count));
  const y = (value: number) => HEAD + (HEIGHT - HEAD) * (1 - Math.min(value, top) / top);
  const at = marks.findIndex((mark) => mark.id === current);

  const go = (mark: Mark | undefined) => {
    if (mark === undefined) return;
    setCurrent(mark.id);
    onReach(mark);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const here = marks[at];
    const next = neighbour(marks, here, event.key);
    if (next !== undefined) {
      event.preventDefault();
      go(next);
    } else if (event.key === "Enter" && here !== undefined && onOpen !== undefined) {
      event.preventDefault();
      onOpen(here);
    }
  };

  return (
    <div
      className={css["plot"]}
      role="listbox"
      data-stays=""
      aria-label={props.label}
      aria-activedescendant={at === -1 ? undefined : `${id}-${at}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => onReach(null)}
    >
      <svg className={css["lines"]} role="presentation" height={HEIGHT} width="100%">
        <line className={css["base"]} x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
        {lines.map((line) => (
          <line key={line.label} className={css["line"]} data-tone={line.tone} x1="0" x2="100%" y1={y(line.value)} y2={y(line.value)} />
        ))}
        {marks.map((mark, index) => (
          // The keyboard acts on the plot, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <g
            key={mark.id}
            id={`${id}-${index}`}
            role="option"
            aria-label={mark.name}
            aria-selected={index === at}
            className={cx(css["mark"], index === at && css["current"])}
            data-tone={mark.tone}
            onClick={() => {
              go(mark);
              onOpen?.(mark);
            }}
            onPointerEnter={() => onReach(mark)}
            onPointerLeave={() => onReach(null)}
          >
            <title>{mark.name}</title>
            {most <= DOTS_MAX ? (
              <svg x={`${mark.at * 100}%`} y={y(mark.value)} overflow="visible">
                <Dots count={mark.count} />
              </svg>
            ) : (
              <rect
                x={`${(mark.at - (span * mark.count) / most / 2) * 100}%`}
                y={y(mark.value) - BAR / 2}
                width={`${((span * mark.count) / most) * 100}%`}
                height={BAR}
                rx={2}
              />
            )}
          </g>
        ))}
      </svg>
      {lines.map((line) => (
        <span key={line.label} className={css["label"]} data-tone={line.tone} data-side={line.side} style={{ top: y(line.value) }}>
          {line.label}
        </span>
      ))}
      <div className={css["feet"]} aria-hidden="true">
        {feet.map((foot) => (
          <span key={foot.label} style={{ left: `${foot.at * 100}%` }}>
            {foot.label}
          </span>
        ))}
      </div>
    </div>
  );
}

function Dots(props: { count: number }) {
  const step = DOT * 2 + 1;
  const first = (-(props.count - 1) * step) / 2;
  return Array.from({ length: props.count }, (_, index) => <circle key={index} cx={first + index * step} cy={0} r={DOT} />);
}

/** The mark an arrow leads to: left and right to the nearest value of the next place, up and down within one. */
function neighbour(marks: readonly Mark[], here: Mark | undefined, key: string): Mark | undefined {
  if (key === "Home" || (here === undefined && key.startsWith("Arrow"))) return marks[0];
  if (key === "End") return marks.at(-1);
  if (here === undefined) return undefined;
  const nearest = (places: readonly Mark[], at: number | undefined) =>
    places
      .filter((mark) => mark.at === at)
      .toSorted((one, two) => Math.abs(one.value - here.value) - Math.abs(two.value - here.value))[0];
  switch (key) {
    case "ArrowRight": {
      const right = marks.filter((mark) => mark.at > here.at);
      return nearest(right, Math.min(...right.map((mark) => mark.at)));
    }
    case "ArrowLeft": {
      const left = marks.filter((mark) => mark.at < here.at);
      return nearest(left, Math.max(...left.map((mark) => mark.at)));
    }
    case "ArrowUp":
      return nearest(marks.filter((mark) => mark.at === here.at && mark.value > here.value), here.at);
    case "ArrowDown":
      return nearest(marks.filter((mark) => mark.at === here.at && mark.value < here.value), here.at);
    default:
      return undefined;
  }
}
