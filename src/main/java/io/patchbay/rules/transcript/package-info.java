/**
 * A page of a log: takes its entries once and keeps them. Follow-ups of interactions come in, nothing goes out. Pure; may import
 * {@code rules} and the model only.
 */
package io.patchbay.rules.transcript;
