/**
 * What clients name, read once for all doors: destinations, queues, extensions, reasons, digits, typed members of JSON. Text or JSON comes
 * in; a value goes out, or what was expected instead, which each door tells in its own words. Pure. May import the model.
 */
package io.patchbay.reading;
