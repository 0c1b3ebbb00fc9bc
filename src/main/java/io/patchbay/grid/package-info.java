/**
 * State: cells in Hazelcast, each the unit of atomicity, and the consequences of a step when it is safe: its answer, its records, its
 * follow-ups and its followers. Takes commands, returns outcomes and numbered events. Only this package uses Hazelcast. It may import
 * the rules, publishing, the JSON form and the model.
 */
package io.patchbay.grid;
