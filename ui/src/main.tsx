// The window's entry: connects the app to the desktop shell and draws it.

import "./kit/tokens.css";
import "./kit/base.css";
import { createHashHistory } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { tauri } from "./ipc/tauri";
import { start } from "./shell/start";

const root = document.getElementById("root");
if (root !== null) void start(createRoot(root), tauri, createHashHistory());
