// The packages of the lock file, wherever they were installed: `node SCRIPT FOLDER ...`.
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const require = createRequire(pathToFileURL(join(resolve(process.argv[2]), "here")));
