#!/usr/bin/env node
// Starts dist/commandLine.js.
import { setFlagsFromString } from "node:v8";
import { runCompiled } from "../../server/src/compiled";

runCompiled("commandLine");
// Set earlier, these flags would make V8 refuse its own code. All is compiled at its first call: it comes again with each file.
setFlagsFromString("--always-sparkplug");
// V8 before version 12 optimizes a function after a fraction of a millisecond in it, which a program that ends after 100
// never gets back.
if (Number.parseInt(process.versions.v8) < 12) setFlagsFromString("--interrupt-budget=1000000");
