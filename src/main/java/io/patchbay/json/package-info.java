/**
 * The one JSON form of the model: on Kafka, between members (as Smile, the same in binary) and in snapshots. Takes and gives model values;
 * the model itself knows nothing of it. May import the model only.
 */
package io.patchbay.json;
