/**
 * Calls as the dialogs of an agent, with their participants and actions, and the state of the agent, as Cisco Finesse describes them. For
 * dialects whose clients know calls in this form. The replicas before and after a canonical event come in. What appeared, changed and
 * went goes out. Holds no vendor's bytes.
 */
package io.patchbay.dialog;
