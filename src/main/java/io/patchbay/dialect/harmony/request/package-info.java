/**
 * Decoding of requests and their replies (harmony.md 1.3 and 2). JSON comes in. A canonical command goes out, or a reply instead. An
 * outcome becomes a reply. Does not depend on connections and must not import {@code frame}.
 */
package io.patchbay.dialect.harmony.request;
