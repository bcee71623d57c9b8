// Checks a Teams app manifest against the official schema of its own version, and of the older ones that are named after it.
// Prints one complaint a line; nothing where there is none.
"use strict";
const fs = require("fs");
const path = require("path");
const Ajv = require("ajv-draft-04");
const addFormats = require("ajv-formats");

const schemas = path.join(path.dirname(require.resolve("@microsoft/app-manifest/package.json")), "build", "json-schemas", "teams");
const [, , file, ...older] = process.argv;
const manifest = JSON.parse(fs.readFileSync(file, "utf8"));

for (const version of [manifest.manifestVersion, ...older]) {
    const schema = JSON.parse(fs.readFileSync(path.join(schemas, `v${version}`, "MicrosoftTeams.schema.json"), "utf8"));
    const judge = new Ajv({ allErrors: true, strictTypes: false });
    addFormats(judge, ["uri", "email", "regex"]);
    const check = judge.compile(schema);
    if (!check({ ...manifest, manifestVersion: version, $schema: manifest.$schema.replace(`v${manifest.manifestVersion}`, `v${version}`) })) {
        check.errors.forEach((one) => console.log(`${version}: ${one.instancePath} ${one.message}`));
    }
}
