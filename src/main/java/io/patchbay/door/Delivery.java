package io.patchbay.door;

import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;

/** One event a client is told of: what its dialect encodes from is this and nothing else. @param before, after the replicas around it */
public record Delivery(Subject subject, int era, Recorded recorded, Replicas before, Replicas after) { }
