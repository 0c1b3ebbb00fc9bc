package io.patchbay.door;

import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;

/** One event for a client, the only input of the encoder of a dialect. @param before, after the replicas around it */
public record Delivery(Subject subject, int era, Recorded recorded, Replicas before, Replicas after) { }
