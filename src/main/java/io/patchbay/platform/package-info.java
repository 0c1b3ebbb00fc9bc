/**
 * The far end of the embedded switch: actions of customers and outside parties as HTTP requests (BINDINGS, Platform). Requests come in
 * as {@link io.patchbay.wire.HttpRequest} and leave as platform commands. Answers show calls as outside parties see them. May import
 * the doors, the rules, the model, the configuration, the strict JSON of the dialects and the two HTTP values of the wire, but no
 * dialect, no grid and no Camel.
 */
package io.patchbay.platform;
