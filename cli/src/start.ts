#!/usr/bin/env node
// Starts dist/commandLine.js.
import { setFlagsFromString } from "node:v8";
import { runCompiled } from "../../server/src/compiled";

runCompiled("commandLine");
// V8 before version 12 optimizes a function after a fraction of a millisecond in it, which a program that ends after 100
// never gets back. Set earlier, the flag would make V8 refuse its own code.
if (Number.parseInt(process.versions.v8) < 12) setFlagsFromString("--interrupt-budget=1000000");
