/**
 * The far end of the embedded switch: what customers and outside parties do, as HTTP requests (BINDINGS, Platform). Requests come in as
 * {@link io.patchbay.wire.HttpRequest} and leave as platform commands; answers show a call as the outside sees it. May import the doors,
 * the
 * rules, the model, the configuration, the strict JSON of the dialects and the two HTTP values of the wire; no dialect, no grid, no Camel.
 */
package io.patchbay.platform;
