/**
 * Decoding of requests. XML and what the agent has come in. Canonical commands go out, or a refusal instead. Does not depend on
 * connections and must not import {@code frame}.
 */
package io.patchbay.dialect.finesse.request;
