/**
 * Encoding of events (harmony.md 3, CHOREOGRAPHY B). A canonical event comes in with the replicas before and after it. The documented
 * frames go out in order. Pure. Does not depend on connections and must not import {@code request}.
 */
package io.patchbay.dialect.harmony.frame;
