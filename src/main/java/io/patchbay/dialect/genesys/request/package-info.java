/**
 * Decoding of operations (genesys.md 3.1, 3.3 and 7.3). The body of a POST comes in. Canonical commands and the form of the reply go out,
 * or a refusal instead. Does not depend on connections and must not import {@code frame}.
 */
package io.patchbay.dialect.genesys.request;
