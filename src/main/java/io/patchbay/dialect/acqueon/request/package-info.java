/**
 * Decoding of verbs (acqueon.md 1.3 and 1.6). An envelope and what the agent has come in. Canonical commands go out, or a refusal
 * instead. Does not depend on connections and must not import {@code frame}.
 */
package io.patchbay.dialect.acqueon.request;
