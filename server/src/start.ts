#!/usr/bin/env node
// Starts dist/languageServer.js.
import { setFlagsFromString } from "node:v8";
import { runCompiled } from "./compiled";

runCompiled("languageServer");
// From here on all is compiled at its first call: a server is asked too seldom for V8 to find out what is worth it. Set
// earlier, the flag would compile the start too, and make V8 refuse its own code.
setFlagsFromString("--always-sparkplug");
// How the young and the old generation grow: see Decisions in ARCHITECTURE.md.
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--heap-growing-percent=50");
