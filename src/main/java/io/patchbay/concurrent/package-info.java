/**
 * Running tasks in order. Tasks come in from any thread; they run one after the other on an executor of the caller. May import nothing of
 * ours.
 */
package io.patchbay.concurrent;
