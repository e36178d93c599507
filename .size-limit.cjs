"use strict";

require("tsx/cjs");
const { firstLoad } = require("./scripts/first-load.ts");

module.exports = [
  { name: "JavaScript of the first load", path: firstLoad("dist"), gzip: true, limit: "150 kB" },
];
