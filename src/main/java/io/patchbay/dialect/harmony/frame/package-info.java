/**
 * What a client is told (harmony.md 3, CHOREOGRAPHY B): a canonical event comes in with what its agent saw before and after it, the frames
 * go out that Harmony documents for it, in its order. Pure; knows nothing of connections and may not import {@code request}.
 */
package io.patchbay.dialect.harmony.frame;
