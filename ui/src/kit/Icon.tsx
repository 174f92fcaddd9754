// The shapes that stand beside words. Each is told apart by its outline, not by its colour, and none
// carries a meaning that the word beside it does not say too.

const shapes = {
  full: <circle cx="7" cy="7" r="5.5" fill="currentColor" />,
  half: (
    <>
      <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M7 1.5a5.5 5.5 0 0 0 0 11z" fill="currentColor" />
    </>
  ),
  empty: <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  dash: <path d="M2.5 7h9" stroke="currentColor" strokeWidth="1.6" fill="none" />,
  triangle: <path d="M7 1.6 13 12H1z" fill="currentColor" />,
  tick: <path d="m2.5 7.4 3 3 6-6.6" stroke="currentColor" strokeWidth="1.9" fill="none" />,
  cross: <path d="m3.2 3.2 7.6 7.6m0-7.6-7.6 7.6" stroke="currentColor" strokeWidth="1.7" fill="none" />,
  question: (
    <>
      <path
        d="M4.6 5.2a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.8"
        stroke="currentColor"
        strokeWidth="1.5"
        fill="none"
      />
      <circle cx="7" cy="11.3" r=".95" fill="currentColor" />
    </>
  ),
  warning: (
    <>
      <path d="M7 1.8 12.8 12H1.2z" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round" />
      <path d="M7 5.4v3.2" stroke="currentColor" strokeWidth="1.4" />
      <circle cx="7" cy="10.3" r=".8" fill="currentColor" />
    </>
  ),
  info: (
    <>
      <circle cx="7" cy="7" r="5.3" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M7 6.3v3.8" stroke="currentColor" strokeWidth="1.4" />
      <circle cx="7" cy="4.1" r=".85" fill="currentColor" />
    </>
  ),
  chevron: <path d="m3.5 5.3 3.5 3.5 3.5-3.5" stroke="currentColor" strokeWidth="1.4" fill="none" />,
  arrow: <path d="M1.5 7h10M8 3.5 11.5 7 8 10.5" stroke="currentColor" strokeWidth="1.3" fill="none" />,
  search: (
    <path d="M9.4 9.4 13 13M10.4 6a4.4 4.4 0 1 1-8.8 0 4.4 4.4 0 0 1 8.8 0z" stroke="currentColor" strokeWidth="1.3" fill="none" />
  ),
  film: (
    <>
      <rect x="1.2" y="2.6" width="11.6" height="8.8" rx="1" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="m5.6 4.8 4 2.2-4 2.2z" fill="currentColor" />
    </>
  ),
  picture: (
    <>
      <rect x="1.4" y="2.4" width="11.2" height="9.2" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="m2 11 3.2-4 2.4 2.6 1.8-1.6 3 3" stroke="currentColor" strokeWidth="1.2" fill="none" />
    </>
  ),
  page: (
    <>
      <path d="M2.8 1.4h5.4l3 3v8.2H2.8z" fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" />
      <path d="M8 1.6v3h3M4.8 7.2h4.4M4.8 9.6h4.4" stroke="currentColor" strokeWidth="1.1" fill="none" />
    </>
  ),
} as const;

export type IconName = keyof typeof shapes;

export function Icon(props: { name: IconName; className?: string | undefined }) {
  return (
    <svg className={props.className} width="1em" height="1em" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {shapes[props.name]}
    </svg>
  );
}
