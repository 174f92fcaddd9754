// How the window is built: React Compiler over our own components, no React Aria strings of languages
// the program does not speak, one style sheet per chunk. `vitest` reads the same file.

import { fileURLToPath } from "node:url";
import { transformAsync } from "@babel/core";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const OURS = fileURLToPath(new URL("src/", import.meta.url));

/** Runs React Compiler alone; types and JSX are left to Vite. */
function reactCompiler(): Plugin {
  return {
    name: "react-compiler",
    enforce: "pre",
    async transform(code, id) {
      const [file = ""] = id.split("?");
      if (!file.startsWith(OURS) || !/\.tsx?$/.test(file) || file.endsWith(".generated.ts")) return null;
      const compiled = await transformAsync(code, {
        filename: file,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ["typescript", "jsx"] },
        plugins: [["babel-plugin-react-compiler", { target: "19" }]],
      });
      return compiled?.code ? { code: compiled.code, map: compiled.map ?? null } : null;
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [
    reactCompiler(),
    react(),
    { ...optimizeLocales.vite({ locales: ["en-US", "zh-CN"] }), enforce: "pre" },
  ],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // WebKitGTK 2.40 and WebView2; nothing is inlined, because the content policy allows no data: scripts.
    target: ["safari16.4", "chrome111"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // pdf.js, which is loaded when a form is looked at.
    chunkSizeWarningLimit: 1600,
  },
  // The catalogues lie beside this folder.
  server: { fs: { allow: [".."] } },
  test: {
    environment: "jsdom",
    setupFiles: ["test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
    // The first test of a file that opens a screen waits for all its modules to be compiled.
    testTimeout: 60_000,
  },
});
