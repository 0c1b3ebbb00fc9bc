/**
 * Reads names and typed members for all doors: destinations, queues, extensions, reasons, digits. Text or JSON comes in. A value goes
 * out, or the expectation that was not met, which each door reports in its format. Pure. May import the model.
 */
package io.patchbay.reading;
