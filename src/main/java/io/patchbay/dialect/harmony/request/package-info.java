/**
 * What a client says, and its answer (harmony.md 1.3 and 2): JSON comes in, a canonical command goes out, or the reply that it gets
 * instead; an outcome becomes a reply. Knows nothing of connections; may not import {@code frame}.
 */
package io.patchbay.dialect.harmony.request;
