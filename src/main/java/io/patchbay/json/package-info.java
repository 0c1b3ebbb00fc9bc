/**
 * The one JSON form of the model: on Kafka, between members (as Smile, the binary form) and in snapshots. The model does not depend on
 * it. May import the model only.
 */
package io.patchbay.json;
