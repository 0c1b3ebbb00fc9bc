/**
 * State: cells in Hazelcast, each the unit of atomicity, and what becomes of a step once it is safe: its answer, its records, its
 * follow-ups, and those who follow it. Takes commands, gives outcomes and numbered events. Hazelcast is used here and nowhere else;
 * may import the rules, the publishing port, the JSON form and the model.
 */
package io.patchbay.grid;
