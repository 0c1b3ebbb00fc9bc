/** Common terms of requests, replies and events: paths of objects (harmony.md 1.6) and codes of failures (harmony.md 4). */
package io.patchbay.dialect.harmony.words;
