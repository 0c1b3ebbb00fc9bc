/** Common terms of verbs and events: channels with their tables of verbs, error types and buttons. */
package io.patchbay.dialect.acqueon.words;
