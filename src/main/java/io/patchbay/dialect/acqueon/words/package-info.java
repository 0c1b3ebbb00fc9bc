/** Common terms of verbs and events: verbs, error types, states of dialogs and agents, call types, actions and buttons. */
package io.patchbay.dialect.acqueon.words;
