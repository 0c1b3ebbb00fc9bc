/**
 * Events (acqueon.md 1.4.1 and 2.2, CHOREOGRAPHY E). The replicas before and after a canonical event come in. Envelopes go out. Does not
 * depend on connections and must not import {@code request}.
 */
package io.patchbay.dialect.acqueon.frame;
