/** Common terms of verbs and events: verbs, error types and buttons. */
package io.patchbay.dialect.acqueon.words;
