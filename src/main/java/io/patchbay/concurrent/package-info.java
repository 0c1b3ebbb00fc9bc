/**
 * Ordered execution of tasks. Tasks come from any thread and run one after the other on an executor of the caller. Imports no other
 * package of the gateway.
 */
package io.patchbay.concurrent;
