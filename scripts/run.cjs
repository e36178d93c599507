"use strict";

// Old syntax on purpose: this file must still be understood by a Node that is too old for the rest.
var path = require("path");
var url = require("url");

var wanted = [20, 19];
var found = process.versions.node.split(".").map(Number);
if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    "Candor needs Node " + wanted.join(".") + " or newer; this is Node " + process.versions.node + ".",
  );
  process.exit(1);
}

var name = process.argv[2] || "";
if (!/^[a-z0-9-]+$/.test(name)) {
  console.error("Usage: node scripts/run.cjs <name of a script> [arguments]");
  process.exit(1);
}

process.chdir(path.dirname(__dirname));
process.argv.splice(1, 2, path.join(__dirname, name + ".ts"));

import("tsx")
  .catch(function () {
    console.error("The project's packages are not installed here yet: run npm install first.");
    process.exit(1);
  })
  .then(function () {
    return import(url.pathToFileURL(process.argv[1]).href);
  })
  .catch(function (error) {
    console.error(error && error.name === "PlainError" ? error.message : error);
    process.exit(1);
  });
