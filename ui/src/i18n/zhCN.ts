// The catalogue files of one language, as text.

const files = import.meta.glob<string>("../../../locales/zh-CN/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

export const sources: readonly string[] = Object.values(files);
